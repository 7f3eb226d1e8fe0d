using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Where in a page the reader is.</summary>
/// <param name="Heading">Level of the heading that is read; 0 where none is.</param>
/// <param name="Depth">Of the list that is read, from 0; -1 outside of any.</param>
/// <param name="Label">Of the item that is read, until its first words are written.</param>
/// <param name="GoesOnAfter">Further paragraphs belong to the item that is read.</param>
internal sealed record Place(int Heading, int Depth, Waiting? Label, bool GoesOnAfter, bool IsPreformatted)
{
    internal static Place Text { get; } = new(0, -1, null, GoesOnAfter: false, IsPreformatted: false);

    internal bool HasLabel => Label?.Label is not null;

    internal bool GoesOn => GoesOnAfter && Label is { WasTaken: true };

    internal FlowLabel? TakeLabel() => Label?.Take();
}

/// <summary>A label that is printed once.</summary>
internal sealed class Waiting(FlowLabel? label)
{
    internal FlowLabel? Label { get; private set; } = label;

    internal bool WasTaken { get; private set; }

    internal FlowLabel? Take()
    {
        var taken = Label;
        WasTaken |= taken is not null;
        Label = null;
        return taken;
    }
}
