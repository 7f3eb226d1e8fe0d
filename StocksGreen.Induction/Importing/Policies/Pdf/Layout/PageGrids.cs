using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>The drawn tables of each page, found once a page.</summary>
internal sealed class PageGrids(IReadOnlyDictionary<int, PageContent> pages)
{
    private readonly Dictionary<int, IReadOnlyList<DrawnGrid>> grids = [];

    public static PageGrids None { get; } = new(new Dictionary<int, PageContent>());

    /// <returns>The table in which a line stands; null where it stands in none.</returns>
    public DrawnGrid? Around(PrintedLine line)
    {
        if (!pages.TryGetValue(line.Page, out var page))
        {
            return null;
        }

        if (!grids.TryGetValue(line.Page, out var found))
        {
            grids[line.Page] = found = DrawnGrid.AllOf(page);
        }

        return found.FirstOrDefault(grid => grid.Holds(line));
    }
}
