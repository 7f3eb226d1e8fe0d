using System.Text;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Reads the emphasis inside a piece of text, and makes every run of white space one space.</summary>
internal static class InlineMarkup
{
    private const int LongestEmphasis = 300;

    /// <summary>Raw: "have read &lt;u&gt;and&lt;/u&gt; understood", "have read **and** understood" → <c>have read *and* understood</c>.</summary>
    public static RichText ToRichText(string text) => RichText.FromRuns(ToRuns(text));

    /// <summary>The words alone, with single spaces.</summary>
    public static string ToPlainText(string text) => string.Concat(ToRuns(text).Select(run => run.Text)).Normalize(NormalizationForm.FormC);

    private static List<TextRun> ToRuns(string text)
    {
        var writer = new RunWriter();
        var tags = 0;
        var asterisks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && HtmlTag.TryRead(text, i) is { IsEmphasis: true } tag)
            {
                tags = Math.Max(0, tags + (tag.IsClosing ? -1 : 1));
                writer.Emphasise(tags + asterisks > 0);
                i += tag.Length - 1;
            }
            else if (text[i] == '*')
            {
                var count = CountAsterisks(text, i);
                var isMark = asterisks == 0 ? Opens(text, i, count) : count == asterisks && !char.IsWhiteSpace(text[i - 1]);
                if (isMark)
                {
                    asterisks = asterisks == 0 ? count : 0;
                    writer.Emphasise(tags + asterisks > 0);
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
        private bool isEmphasised;
        private bool isSpaceOwed;
        private bool hasText;

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

        public void Emphasise(bool on)
        {
            if (on != isEmphasised)
            {
                Flush();
                isEmphasised = on;
            }
        }

        public List<TextRun> ToRuns()
        {
            Flush();
            return runs;
        }

        // The space belongs to whichever side is plain: "read * and * it" is no emphasis that Markdown knows.
        private void WriteSpace()
        {
            isSpaceOwed = false;
            if (text.Length == 0 && isEmphasised)
            {
                runs.Add(new TextRun(" ", IsEmphasised: false));
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
                runs.Add(new TextRun(text.ToString(), isEmphasised));
                text.Clear();
            }
        }
    }
}
