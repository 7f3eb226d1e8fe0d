using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A list whose items may hold anything.</summary>
/// <param name="IsLabelled">True where each item has a printed label, such as "(b)"; false for bullets.</param>
public sealed record ItemList(IReadOnlyList<ListEntry> Entries, bool IsLabelled) : FlowBlock;

/// <summary>One item.</summary>
/// <param name="Label">"(b)", "•" or "–".</param>
/// <param name="Runs">Its first paragraph.</param>
/// <param name="Nested">What stands under it.</param>
public sealed record ListEntry(string Label, IReadOnlyList<Run> Runs, IReadOnlyList<FlowBlock> Nested)
{
    /// <summary>Where the label leads; null for nowhere.</summary>
    public PdfLink? LabelLink { get; init; }

    internal Run LabelRun => new(Label) { Link = LabelLink };
}
