using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using Style = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>Lines of a section as paper shows them: where a link leads stands after its words, the first time in the section.</summary>
internal sealed class PrintedLine
{
    private const int LongestAddress = 400;

    private readonly HashSet<string> printed = new(StringComparer.Ordinal);

    public List<Run> Runs(RichText text)
    {
        var runs = text.Runs;
        var result = new List<Run>();
        var words = "";
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            result.Add(
                run.IsNoteMark
                    ? new Run($"[{run.Text}]") { IsRaised = true, StaysTogether = true }
                    : new Run(run.Text)
                    {
                        IsBold = run.Style.HasFlag(Style.Bold),
                        IsItalic = run.Style.HasFlag(Style.Italic),
                        IsUnderlined = run.Style.HasFlag(Style.Underline),
                        IsRaised = run.Style.HasFlag(Style.Superscript),
                        IsLowered = run.Style.HasFlag(Style.Subscript),
                    }
            );
            words = run.Link is null ? "" : words + run.Text;
            if (run.Link is { } link && (i + 1 == runs.Count || runs[i + 1].Link != link))
            {
                if (Bare(link) != Bare(words) && printed.Add(link))
                {
                    result.Add(new Run($" ({Shown(link)})"));
                }

                words = "";
            }
        }

        return result;
    }

    private static string Shown(string link)
    {
        var shown =
            link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? link[7..]
            : link.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? link[4..]
            : link;
        return shown.Length > LongestAddress ? shown[..LongestAddress] + "…" : shown;
    }

    // Raw: "www.gov.uk" as the words of a link to "https://www.gov.uk/".
    private static string Bare(string address)
    {
        var shown = Shown(address.Trim());
        var scheme = shown.IndexOf("://", StringComparison.Ordinal);
        shown = (scheme is > 0 and < 8 ? shown[(scheme + 3)..] : shown).TrimEnd('/');
        return shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? shown[4..].ToUpperInvariant() : shown.ToUpperInvariant();
    }
}
