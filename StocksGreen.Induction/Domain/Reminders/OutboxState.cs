namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>Where a mail in the outbox stands.</summary>
public enum OutboxState
{
    /// <summary>To be sent, now or once its next try is due.</summary>
    Waiting,

    /// <summary>Someone is at it; no server has been given it yet.</summary>
    Claimed,

    /// <summary>A server is being given it and has not said whether it takes it.</summary>
    HandingOver,

    /// <summary>Nothing more happens by itself.</summary>
    Ended,
}
