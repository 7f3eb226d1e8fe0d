using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Takes a style sheet apart, in one pass.</summary>
internal static class HtmlSheet
{
    private const int LongestSheet = 2_000_000;

    /// <summary>Rules outside "@media" and the like, each as its selectors and what stands between its braces.</summary>
    internal static IEnumerable<(string Selectors, string Body)> Rules(string sheet)
    {
        var text = WithoutRemarks(sheet.Length > LongestSheet ? sheet[..LongestSheet] : sheet);
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                yield break;
            }

            // Raw: "@import url(a.css); p"
            var selectors = text[at..open];
            selectors = selectors[(selectors.LastIndexOf(';') + 1)..].Trim();
            if (selectors.StartsWith('@'))
            {
                at = AfterBlock(text, open);
                continue;
            }

            var close = text.IndexOf('}', open);
            close = close < 0 ? text.Length : close;
            yield return (selectors, text[(open + 1)..close]);
            at = close + 1;
        }
    }

    /// <summary>Raw: "color: #fff; FONT-WEIGHT: bold !important"; names and values in lower case.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Declarations(string body)
    {
        var declarations = new List<(string, string)>();
        foreach (var part in body.Split(';'))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                declarations.Add(
                    (
                        part[..colon].Trim().ToLowerInvariant(),
                        part[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant()
                    )
                );
            }
        }

        return declarations;
    }

    private static int AfterBlock(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    private static string WithoutRemarks(string sheet)
    {
        var text = new StringBuilder(sheet.Length);
        for (var at = 0; at < sheet.Length; )
        {
            var open = sheet.IndexOf("/*", at, StringComparison.Ordinal);
            text.Append(sheet, at, (open < 0 ? sheet.Length : open) - at);
            if (open < 0)
            {
                break;
            }

            var close = sheet.IndexOf("*/", open + 2, StringComparison.Ordinal);
            at = close < 0 ? sheet.Length : close + 2;
        }

        return text.Replace("<!--", "").Replace("-->", "").ToString();
    }
}
