using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence.Kinds;

/// <summary>One kind of evidence and where its rows are.</summary>
/// <param name="Row">The type of its rows.</param>
/// <param name="Noun">What a row is called in sentences: "attestation".</param>
/// <param name="GoesWithItsFacts">True where retention deletes the row together with the facts in its entry.</param>
public sealed record EvidenceRows(EvidenceKind Kind, Type Row, string Table, string Noun, bool GoesWithItsFacts)
{
    /// <summary>True where a row names its entry by number; else it is the subject of its entry.</summary>
    public bool NamesItsEntry => Row.IsAssignableTo(typeof(ISealedRow));
}
