namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>Says of a type that each of its rows is sealed by one entry of the evidence. Tables, triggers and verification follow from it.</summary>
/// <param name="kind">What the entry proves: "PersonChased". Stored and sealed: never rename one.</param>
/// <param name="table">Where the rows are stored: "Chases".</param>
/// <param name="noun">What a row is called in sentences: "reminder".</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EvidenceAttribute(string kind, string table, string noun) : Attribute
{
    public string Kind { get; } = kind;

    public string Table { get; } = table;

    public string Noun { get; } = noun;

    /// <summary>True where retention deletes the row together with the facts in its entry; all other rows stay.</summary>
    public bool GoesWithItsFacts { get; init; }
}
