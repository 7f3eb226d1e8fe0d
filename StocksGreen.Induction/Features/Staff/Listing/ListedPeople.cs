namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>One page of the list of people.</summary>
/// <param name="Counts">Of everyone, by view, whatever is searched for.</param>
/// <param name="All">How many are listed at all.</param>
/// <param name="Found">How many the filter leaves.</param>
/// <param name="Filter">With the page that is shown.</param>
/// <param name="Pages">At least 1.</param>
public sealed record ListedPeople(
    IReadOnlyList<ListedPerson> People,
    IReadOnlyDictionary<PeopleView, int> Counts,
    int All,
    int Found,
    PeopleFilter Filter,
    int Pages
);
