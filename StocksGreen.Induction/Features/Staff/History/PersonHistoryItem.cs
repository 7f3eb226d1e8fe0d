using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Staff.History;

/// <summary>Something that was entered about a person.</summary>
/// <param name="Changes">From what to what; empty for the first entry.</param>
public sealed record PersonHistoryItem(PersonChange Change, IReadOnlyList<FactChange> Changes)
{
    /// <summary>"Added", "Changed": the beginning of a sentence.</summary>
    public string Words =>
        Change.Change switch
        {
            PersonChangeKind.Added => "Added",
            PersonChangeKind.Edited => "Changed",
            PersonChangeKind.Paused => "Paused",
            PersonChangeKind.PauseEnded => "Pause ended",
            PersonChangeKind.Ended => "Last day entered",
            PersonChangeKind.Returned => "Last day taken back",
        };
}
