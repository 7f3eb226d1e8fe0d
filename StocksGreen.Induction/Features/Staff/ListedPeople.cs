namespace StocksGreen.Induction.Features.Staff;

/// <summary>One page of the list of people.</summary>
/// <param name="Counts">Of everyone, by state, whatever is searched for.</param>
/// <param name="Found">How many the search and the state leave.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
public sealed record ListedPeople(IReadOnlyList<ListedPerson> People, IReadOnlyDictionary<PersonState, int> Counts, int Found, int Page, int Pages);
