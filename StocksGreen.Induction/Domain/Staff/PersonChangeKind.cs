namespace StocksGreen.Induction.Domain.Staff;

/// <summary>What was entered about a person. Names are stored and sealed: never rename one.</summary>
public enum PersonChangeKind
{
    Added,
    Edited,
    Paused,
    PauseEnded,
    Ended,
    Returned,
}
