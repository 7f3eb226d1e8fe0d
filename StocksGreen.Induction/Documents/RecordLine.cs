namespace StocksGreen.Induction.Documents;

/// <summary>One field of the record as a paper prints it.</summary>
/// <param name="Group">"Who", "Reading".</param>
/// <param name="Name">"Network address".</param>
/// <param name="Value">Null where it was not recorded.</param>
public sealed record RecordLine(string Group, string Name, string? Value);
