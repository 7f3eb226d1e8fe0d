using System.Text;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>Leaves out what the head and foot of pages repeat, and says so.</summary>
internal static partial class PageFurniture
{
    private const double Head = 0.9;
    private const double Foot = 0.11;
    private const double DeepHead = 0.84;
    private const double HighFoot = 0.15;

    public static bool IsAtEdge(double baseline, double pageHeight) => baseline > pageHeight * Head || baseline < pageHeight * Foot;

    /// <summary>True also where a head of several lines reaches to.</summary>
    public static bool IsNearEdge(double baseline, double pageHeight) => baseline > pageHeight * DeepHead || baseline < pageHeight * HighFoot;

    /// <param name="margins">Takes the lines that are left out.</param>
    /// <param name="grids">A row of a table that goes over the page is text wherever it stands.</param>
    /// <returns>The lines that belong to the text.</returns>
    public static List<PrintedLine> Remove(IReadOnlyList<PrintedLine> lines, List<PrintedLine> margins, PageGrids grids, WarningList warnings)
    {
        var pages = lines.Select(line => line.Page).Distinct().Count();
        var edges = lines.Where(line => IsAtEdge(line.Baseline, line.PageHeight) && grids.Around(line)?.IsAtEdge(line.PageHeight) != false).ToList();
        var taken = new HashSet<PrintedLine>(ReferenceEqualityComparer.Instance);
        // Raw: "Harbour View Primary School" and "1" in two columns, and "Harbour View Primary School 2" on the last page
        foreach (
            var group in edges
                .GroupBy(line => (Shape: ShapeOf(line.Text).Trim('#'), IsHead: line.Baseline > line.PageHeight / 2))
                .Where(group => group.Key.Shape.Length > 0)
        )
        {
            var seen = group.DistinctBy(line => line.Page).Count();
            if (seen >= 2 && (seen >= pages * 0.3 || seen >= 4))
            {
                // The first one may be the title, in letters that say so.
                taken.UnionWith(group.Where(line => line.Page > 1 || line.Size < 14));
            }
        }

        taken.UnionWith(edges.Where(line => PageNumber().IsMatch(line.Text)));
        Say(taken, warnings);
        margins.AddRange(lines.Where(taken.Contains));
        return [.. lines.Where(line => !taken.Contains(line))];
    }

    /// <summary>Each text once, with the page on which it stands first.</summary>
    public static void Say(IEnumerable<PrintedLine> lines, WarningList warnings)
    {
        foreach (var group in lines.GroupBy(line => ShapeOf(line.Text), StringComparer.Ordinal))
        {
            var pages = group.Select(line => line.Page).Distinct().Count();
            var first = group.First();
            var end = first.Baseline > first.PageHeight / 2 ? "head" : "foot";
            warnings.LeaveOut(
                LeftOutKind.Header,
                first.Text,
                pages == 1 ? $"at the {end} of page {first.Page}" : $"at the {end} of {pages} pages, first on page {first.Page}"
            );
        }
    }

    /// <summary>"Page 3 of 12" and "Page 4 of 12" have one shape.</summary>
    private static string ShapeOf(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            if (!char.IsAsciiDigit(c))
            {
                shape.Append(c);
            }
            else if (shape.Length == 0 || shape[^1] != '#')
            {
                shape.Append('#');
            }
        }

        return shape.ToString();
    }

    // Raw: "Page 3", "3", "- 3 -", "3 of 12", "Page | 3", "3 | P a g e", "iv"
    [GeneratedRegex(
        @"^\W*(page|tudalen|p)?\W*([ivx]{1,5}|\d{1,4})(\s*(of|/|\||o)\s*\d{1,4})?\W*(page|p\s?a\s?g\s?e)?\W*$|^p\s?a\s?g\s?e\W*\d{1,4}(\s*of\s*\d{1,4})?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PageNumber();
}
