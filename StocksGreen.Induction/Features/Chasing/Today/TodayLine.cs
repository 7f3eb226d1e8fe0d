namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>Something to do.</summary>
/// <param name="Count">Null where the words stand for themselves.</param>
/// <param name="Url">Where it is done; null where another person does it.</param>
/// <param name="Go">What the way there is called: "Show", "Open".</param>
internal sealed record TodayLine(int? Count, string Words, string? Url, string Go = "Show", bool IsLate = false);
