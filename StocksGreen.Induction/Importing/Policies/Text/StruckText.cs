using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Words that a tag strikes out: they are no rule any more, and are left out and listed.</summary>
internal static class StruckText
{
    /// <summary>Raw: "Staff &lt;s&gt;may&lt;/s&gt; must not" → "Staff  must not". A tag that is never closed strikes to the end of its paragraph.</summary>
    public static string LeaveOut(string text, WarningList warnings)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var (depth, struckFrom, line, lineOfStart) = (0, 0, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                if (depth > 0 && EndsParagraph(text, i))
                {
                    List(i);
                }
            }

            if (text[i] == '<' && HtmlTag.TryRead(text, i) is { Name: "s" or "del" or "strike" } tag)
            {
                if (!tag.IsClosing && depth++ == 0)
                {
                    (struckFrom, lineOfStart) = (i + tag.Length, line);
                }
                else if (tag.IsClosing && depth > 0 && --depth == 0)
                {
                    List(i);
                }

                i += tag.Length - 1;
            }
            else if (depth == 0)
            {
                kept.Append(text[i]);
            }
        }

        if (depth > 0)
        {
            List(text.Length);
        }

        return kept.ToString();

        void List(int end)
        {
            depth = 0;
            kept.Append(' ');
            if (InlineMarkup.ToPlainText(text[struckFrom..end]).Trim() is { Length: > 0 } words)
            {
                warnings.LeaveOut(LeftOutKind.StruckOut, words, string.Create(CultureInfo.InvariantCulture, $"line {lineOfStart} of the file"));
            }
        }
    }

    private static bool EndsParagraph(string text, int lineEnd)
    {
        var next = lineEnd + 1;
        while (next < text.Length && text[next] is ' ' or '\t')
        {
            next++;
        }

        return next >= text.Length || text[next] is '\n' or '\f';
    }
}
