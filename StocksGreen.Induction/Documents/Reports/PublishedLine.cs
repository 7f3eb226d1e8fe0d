namespace StocksGreen.Induction.Documents.Reports;

/// <summary>A version that was published in the time a report is of.</summary>
/// <param name="Version">"2".</param>
/// <param name="On">In Europe/London.</param>
public sealed record PublishedLine(string Title, string Version, DateOnly On);
