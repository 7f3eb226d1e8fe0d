namespace StocksGreen.Induction.Domain.People;

/// <summary>What was entered about a person. Names are stored and sealed: never rename one.</summary>
public enum PersonChangeKind
{
    /// <summary>The state in which the person was found when such changes began to be kept; nobody knows since when it was so.</summary>
    FirstKnown,
    Added,
    Edited,
    Paused,
    PauseEnded,
    Ended,
    Returned,
}
