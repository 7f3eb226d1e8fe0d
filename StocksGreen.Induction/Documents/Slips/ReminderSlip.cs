namespace StocksGreen.Induction.Documents.Slips;

/// <summary>What one person is reminded of.</summary>
/// <param name="DueOn">The earliest day on which one of the policies is due, or was.</param>
/// <param name="Policies">Each policy with its due day in words, the most urgent first.</param>
public sealed record ReminderSlip(string Name, DateOnly DueOn, IReadOnlyList<(string Policy, string Due)> Policies);
