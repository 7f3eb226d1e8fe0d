using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>The drawn tables of each page, found once a page.</summary>
internal sealed class PageGrids(IReadOnlyDictionary<int, PageContent> pages)
{
    private readonly Dictionary<int, IReadOnlyList<DrawnGrid>> grids = [];

    public static PageGrids None { get; } = new(new Dictionary<int, PageContent>());

    /// <returns>The table in which a line stands; null where it stands in none.</returns>
    public DrawnGrid? Around(PrintedLine line) => Of(line.Page).FirstOrDefault(grid => grid.Holds(line));

    /// <summary>True where a table stands on both sides of a place.</summary>
    /// <param name="at">Points from the left.</param>
    public bool HoldsBothSidesOf(int page, double at) => Of(page).Any(grid => grid.Reaches(at));

    private IReadOnlyList<DrawnGrid> Of(int number)
    {
        if (!pages.TryGetValue(number, out var page))
        {
            return [];
        }

        if (!grids.TryGetValue(number, out var found))
        {
            grids[number] = found = DrawnGrid.AllOf(page);
        }

        return found;
    }
}
