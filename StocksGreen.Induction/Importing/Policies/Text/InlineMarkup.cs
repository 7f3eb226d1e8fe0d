using System.Text;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Reads the emphasis inside a piece of text, and makes every run of white space one space.</summary>
internal static class InlineMarkup
{
    private const int LongestEmphasis = 300;

    /// <summary>Raw: "have read &lt;u&gt;and&lt;/u&gt; understood", "have read **and** understood" → <c>have read *and* understood</c>.</summary>
    public static RichText ToRichText(string text) => RichText.FromRuns(ToRuns(text));

    /// <summary>The words alone, without the marks of notes, with single spaces.</summary>
    public static string ToPlainText(string text) =>
        string.Concat(ToRuns(text).Where(run => !run.IsNoteMark).Select(run => run.Text)).Normalize(NormalizationForm.FormC);

    /// <summary>Words as a reader of a file format hands them on, in the tags that <see cref="ToRichText"/> reads.</summary>
    public static string Tagged(string words, TextStyle style, string? link = null)
    {
        if (words.Length == 0)
        {
            return words;
        }

        foreach (var (each, tag) in Tags)
        {
            words = style.HasFlag(each) ? $"<{tag}>{words}</{tag}>" : words;
        }

        return link is null ? words : $"<a href=\"{link.Replace("\"", "%22", StringComparison.Ordinal)}\">{words}</a>";
    }

    /// <summary>The mark of a note as a reader of a file format hands it on.</summary>
    public static string NoteMark(string mark) => $"<{HtmlTag.Note}>{mark}</{HtmlTag.Note}>";

    private static readonly (TextStyle Style, string Tag)[] Tags =
    [
        (TextStyle.Superscript, "sup"),
        (TextStyle.Subscript, "sub"),
        (TextStyle.Underline, "u"),
        (TextStyle.Italic, "i"),
        (TextStyle.Bold, "b"),
    ];

    private static List<TextRun> ToRuns(string text)
    {
        var writer = new RunWriter();
        var open = new Dictionary<TextStyle, int>();
        var asterisks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && HtmlTag.TryRead(text, i) is { IsInline: true } tag)
            {
                if (tag.Style is { } style)
                {
                    open[style] = Math.Max(0, open.GetValueOrDefault(style) + (tag.IsClosing ? -1 : 1));
                }
                else if (tag.Name == "a")
                {
                    writer.Link = tag.Address;
                }
                else if (tag.Name == HtmlTag.Note)
                {
                    writer.IsNoteMark = !tag.IsClosing;
                }

                writer.Style = Style();
                i += tag.Length - 1;
            }
            else if (text[i] == '*')
            {
                var count = CountAsterisks(text, i);
                var isMark = asterisks == 0 ? Opens(text, i, count) : count == asterisks && !char.IsWhiteSpace(text[i - 1]);
                if (isMark)
                {
                    asterisks = asterisks == 0 ? count : 0;
                    writer.Style = Style();
                }
                else
                {
                    writer.Write('*', count);
                }

                i += count - 1;
            }
            else
            {
                writer.Write(text[i], 1);
            }
        }

        return writer.ToRuns();

        TextStyle Style() =>
            open.Where(pair => pair.Value > 0)
                .Aggregate(
                    asterisks switch
                    {
                        0 => TextStyle.Plain,
                        1 => TextStyle.Italic,
                        2 => TextStyle.Bold,
                        _ => TextStyle.Bold | TextStyle.Italic,
                    },
                    (style, pair) => style | pair.Key
                );
    }

    private static int CountAsterisks(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '*')
        {
            end++;
        }

        return end - start;
    }

    private static bool Opens(string text, int start, int count)
    {
        var next = start + count;
        if (count > 3 || next >= text.Length || char.IsWhiteSpace(text[next]) || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
        {
            return false;
        }

        var last = Math.Min(text.Length, next + LongestEmphasis);
        for (var i = next; i < last; i++)
        {
            if (text[i] == '*')
            {
                // "staff* must …" and "*see appendix" mark a footnote; what opens must also close against a word.
                var closing = CountAsterisks(text, i);
                var after = i + closing;
                return closing == count && !char.IsWhiteSpace(text[i - 1]) && (after >= text.Length || !char.IsLetterOrDigit(text[after]));
            }
        }

        return false;
    }

    private sealed class RunWriter
    {
        private readonly List<TextRun> runs = [];
        private readonly StringBuilder text = new();
        private TextStyle style;
        private string? link;
        private bool isNoteMark;
        private bool isSpaceOwed;
        private bool hasText;

        public TextStyle Style
        {
            set => Change(ref style, value);
        }

        public string? Link
        {
            set => Change(ref link, value);
        }

        public bool IsNoteMark
        {
            set => Change(ref isNoteMark, value);
        }

        public void Write(char c, int count)
        {
            if (char.IsWhiteSpace(c))
            {
                isSpaceOwed = hasText;
                return;
            }

            if (isSpaceOwed)
            {
                WriteSpace();
            }

            text.Append(c, count);
            hasText = true;
        }

        public List<TextRun> ToRuns()
        {
            Flush();
            return runs;
        }

        private void Change<T>(ref T value, T next)
        {
            if (!EqualityComparer<T>.Default.Equals(value, next))
            {
                Flush();
                value = next;
            }
        }

        // The space belongs to whichever side is plain: "read * and * it" is no emphasis that Markdown knows.
        private void WriteSpace()
        {
            isSpaceOwed = false;
            if (text.Length == 0 && (style is not TextStyle.Plain || link is not null || isNoteMark))
            {
                runs.Add(new TextRun(" "));
            }
            else
            {
                text.Append(' ');
            }
        }

        private void Flush()
        {
            if (text.Length > 0)
            {
                runs.Add(new TextRun(text.ToString(), style, link, isNoteMark));
                text.Clear();
            }
        }
    }
}
