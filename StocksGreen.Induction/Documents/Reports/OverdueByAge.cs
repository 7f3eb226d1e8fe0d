namespace StocksGreen.Induction.Documents.Reports;

/// <summary>How long what is overdue has been so, in school days.</summary>
/// <param name="UpToFive">1 to 5.</param>
/// <param name="UpToTwenty">6 to 20.</param>
/// <param name="OverTwenty">21 and more.</param>
public sealed record OverdueByAge(int UpToFive, int UpToTwenty, int OverTwenty);
