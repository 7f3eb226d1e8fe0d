using System.Text;

namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>The Markdown of one line: reads any text, and writes runs in one way only.</summary>
internal static class InlineMarkdown
{
    private const int LongestNoteMark = 12;
    private const TextStyle Emphasis = TextStyle.Bold | TextStyle.Italic | TextStyle.Underline;

    internal static List<TextRun> Parse(string markdown) => Merge(new Reader(markdown).Read());

    /// <summary>Runs of which neighbours differ and none is empty.</summary>
    internal static List<TextRun> Merge(IEnumerable<TextRun> runs)
    {
        var merged = new List<TextRun>();
        var text = new StringBuilder();
        foreach (var run in runs.Where(run => run.Text.Length > 0).Select(Tidy))
        {
            if (merged is [.., var last] && !run.IsNoteMark && last with { Text = "" } == run with { Text = "" })
            {
                text.Append(run.Text);
                continue;
            }

            Flush();
            text.Append(run.Text);
            merged.Add(run);
        }

        Flush();
        return merged;

        void Flush()
        {
            if (merged.Count > 0)
            {
                merged[^1] = merged[^1] with { Text = text.ToString() };
            }

            text.Clear();
        }
    }

    /// <param name="runs">As <see cref="Merge"/> returns them.</param>
    internal static string Write(IReadOnlyList<TextRun> runs)
    {
        var markdown = new StringBuilder();
        var style = TextStyle.Plain;
        string? link = null;
        foreach (var run in runs)
        {
            if (run.Link != link)
            {
                Change(TextStyle.Plain);
                if (link is not null)
                {
                    markdown.Append("](").Append(link).Append(')');
                }

                markdown.Append(run.Link is null ? "" : "[");
                link = run.Link;
            }

            if (run.IsNoteMark)
            {
                Change(TextStyle.Plain);
                markdown.Append("[^").Append(run.Text).Append(']');
                continue;
            }

            Change(run.Style & Emphasis);
            var isRaised = run.Style.HasFlag(TextStyle.Superscript);
            var isLowered = run.Style.HasFlag(TextStyle.Subscript);
            markdown.Append(
                isRaised ? "^{"
                : isLowered ? "_{"
                : ""
            );
            WriteWords(markdown, run.Text, isInLink: link is not null, isInBraces: isRaised || isLowered);
            markdown.Append(isRaised || isLowered ? "}" : "");
        }

        Change(TextStyle.Plain);
        return link is null ? markdown.ToString() : markdown.Append("](").Append(link).Append(')').ToString();

        void Change(TextStyle next)
        {
            var changed = style ^ next;
            if (changed.HasFlag(TextStyle.Underline) && style.HasFlag(TextStyle.Underline))
            {
                markdown.Append("</u>");
            }

            markdown.Append(changed.HasFlag(TextStyle.Bold) ? "**" : "").Append(changed.HasFlag(TextStyle.Italic) ? "*" : "");
            if (changed.HasFlag(TextStyle.Underline) && next.HasFlag(TextStyle.Underline))
            {
                markdown.Append("<u>");
            }

            style = next;
        }
    }

    /// <summary>A sign that would mean something gets a backslash: an asterisk and a backslash always, others only next to what completes them.</summary>
    private static void WriteWords(StringBuilder markdown, string words, bool isInLink, bool isInBraces)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var before = markdown.Length == 0 ? '\0' : markdown[^1];
            var needsEscape = words[i] switch
            {
                '*' or '\\' => true,
                '[' or ']' => isInLink,
                '}' => isInBraces,
                '(' => before == ']',
                '^' => before == '[',
                '{' => before is '^' or '_',
                '<' => StartsTag(words, i) is not null,
                _ => false,
            };
            markdown.Append(needsEscape ? "\\" : "").Append(words[i]);
        }
    }

    private static string? StartsTag(string text, int at) =>
        string.CompareOrdinal(text, at, "<u>", 0, 3) == 0 ? "<u>"
        : string.CompareOrdinal(text, at, "</u>", 0, 4) == 0 ? "</u>"
        : null;

    // An address without what would end it, and marks that can be told from text.
    private static TextRun Tidy(TextRun run)
    {
        if (run.IsNoteMark)
        {
            return IsNoteMark(run.Text) ? run with { Style = TextStyle.Plain, Link = null } : run with { IsNoteMark = false, Style = TextStyle.Superscript };
        }

        var link = run.Link is null ? null : string.Concat(run.Link.Trim().Select(Encode));
        return run with
        {
            Link = link is { Length: 0 } ? null : link,
            Style = run.Style.HasFlag(TextStyle.Superscript) ? run.Style & ~TextStyle.Subscript : run.Style,
        };

        static string Encode(char c) =>
            c switch
            {
                '(' => "%28",
                ')' => "%29",
                '\\' => "%5C",
                '[' => "%5B",
                ']' => "%5D",
                '|' => "%7C",
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => "%20",
                _ => c.ToString(),
            };
    }

    private static bool IsNoteMark(string text) =>
        text.Length is > 0 and <= LongestNoteMark && text.All(c => char.IsLetterOrDigit(c) || c is '†' or '‡' or '§');

    private sealed class Reader(string markdown)
    {
        private readonly List<TextRun> runs = [];
        private readonly StringBuilder words = new();
        private readonly int lastAsterisk = LastAsterisks(markdown, 1);
        private readonly int lastAsterisks = LastAsterisks(markdown, 2);
        private readonly int lastUnderlineEnd = markdown.LastIndexOf("</u>", StringComparison.Ordinal);
        private readonly int lastBrace = markdown.LastIndexOf('}');
        private readonly int lastLink = markdown.LastIndexOf("](", StringComparison.Ordinal);
        private TextStyle style;
        private string? link;
        private int linkEnd = -1;
        private int afterLink;

        public List<TextRun> Read()
        {
            for (var i = 0; i < markdown.Length; )
            {
                i = i == linkEnd ? EndLink() : Step(i);
            }

            Flush();
            return runs;
        }

        private int Step(int i)
        {
            switch (markdown[i])
            {
                case '\\' when i + 1 < markdown.Length && IsSign(markdown[i + 1]):
                    words.Append(markdown[i + 1]);
                    return i + 2;
                case '*':
                    return ReadAsterisks(i);
                case '<' when StartsTag(markdown, i) is { } tag && (tag.Length == 4 ? style.HasFlag(TextStyle.Underline) : lastUnderlineEnd > i):
                    Toggle(tag.Length == 4 ? style & ~TextStyle.Underline : style | TextStyle.Underline);
                    return i + tag.Length;
                case '^' or '_' when i + 1 < markdown.Length && markdown[i + 1] == '{' && !IsInBraces && ClosesBrace(i + 2):
                    Toggle(style | (markdown[i] == '^' ? TextStyle.Superscript : TextStyle.Subscript));
                    return i + 2;
                case '}' when IsInBraces:
                    Toggle(style & ~(TextStyle.Superscript | TextStyle.Subscript));
                    return i + 1;
                case '[' when ReadNoteMark(i) is { } after:
                    return after;
                case '[' when link is null && i < lastLink && ReadLink(i):
                    return i + 1;
                default:
                    words.Append(markdown[i]);
                    return i + 1;
            }
        }

        private bool IsInBraces => (style & (TextStyle.Superscript | TextStyle.Subscript)) != TextStyle.Plain;

        private int ReadAsterisks(int i)
        {
            var count = 1;
            while (i + count < markdown.Length && markdown[i + count] == '*')
            {
                count++;
            }

            // Two or three are both styles or bold alone; four and more are a line or a censored word.
            if (count is 2 or 3 && (style.HasFlag(TextStyle.Bold) || (lastAsterisks > i + count && !IsSpace(i + count))))
            {
                Toggle(style ^ TextStyle.Bold);
                return i + 2;
            }

            if (count == 1 && (style.HasFlag(TextStyle.Italic) || (lastAsterisk > i && !IsSpace(i + 1))))
            {
                Toggle(style ^ TextStyle.Italic);
                return i + 1;
            }

            words.Append('*', count);
            return i + count;
        }

        private bool IsSpace(int i) => i >= markdown.Length || char.IsWhiteSpace(markdown[i]);

        private bool ClosesBrace(int from)
        {
            for (var i = from; i <= lastBrace; i++)
            {
                switch (markdown[i])
                {
                    case '\\':
                        i++;
                        break;
                    case '}':
                        return i > from;
                    case '*':
                    case '^' or '_' when markdown[i + 1] == '{':
                        return false;
                }
            }

            return false;
        }

        private int? ReadNoteMark(int i)
        {
            if (i + 1 >= markdown.Length || markdown[i + 1] != '^')
            {
                return null;
            }

            var end = markdown.IndexOf(']', i, Math.Min(LongestNoteMark + 3, markdown.Length - i));
            if (end < 0 || !IsNoteMark(markdown[(i + 2)..end]))
            {
                return null;
            }

            Flush();
            runs.Add(new TextRun(markdown[(i + 2)..end], IsNoteMark: true));
            return end + 1;
        }

        private bool ReadLink(int i)
        {
            for (var at = i + 1; at < markdown.Length - 1; at++)
            {
                switch (markdown[at])
                {
                    case '\\':
                        at++;
                        break;
                    case '[':
                        return false;
                    case ']':
                        if (markdown[at + 1] != '(')
                        {
                            return false;
                        }

                        var end = at + 2;
                        while (end < markdown.Length && markdown[end] != ')' && !char.IsWhiteSpace(markdown[end]))
                        {
                            end++;
                        }

                        if (end == markdown.Length || markdown[end] != ')' || end == at + 2 || at == i + 1)
                        {
                            return false;
                        }

                        Flush();
                        link = markdown[(at + 2)..end];
                        linkEnd = at;
                        afterLink = end + 1;
                        return true;
                }
            }

            return false;
        }

        private int EndLink()
        {
            Flush();
            link = null;
            linkEnd = -1;
            return afterLink;
        }

        private void Toggle(TextStyle next)
        {
            Flush();
            style = next;
        }

        private void Flush()
        {
            if (words.Length > 0)
            {
                runs.Add(new TextRun(words.ToString(), style, link));
                words.Clear();
            }
        }

        // What a backslash can take the meaning from, at the start of a line too.
        private static bool IsSign(char c) =>
            c is '\\' or '*' or ':' or '[' or ']' or '(' or '^' or '_' or '{' or '}' or '<' or '-' or '#' or '>' or '|' or '!' or '•';

        /// <summary>The place of the last asterisk, or pair of them, that is not escaped; -1 for none.</summary>
        private static int LastAsterisks(string markdown, int count)
        {
            var last = -1;
            for (var i = 0; i < markdown.Length; i++)
            {
                if (markdown[i] == '\\')
                {
                    i++;
                }
                else if (markdown[i] == '*')
                {
                    var end = i;
                    while (end < markdown.Length && markdown[end] == '*')
                    {
                        end++;
                    }

                    last = end - i >= count && end - i <= 3 ? end - count : last;
                    i = end - 1;
                }
            }

            return last;
        }
    }
}
