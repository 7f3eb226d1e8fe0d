namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>What became of an e-mail. Names are stored and sealed: never rename one.</summary>
public enum NoticeResult
{
    /// <summary>The mail server took it, or it was written into the folder that stands for one. Whether it was read no one knows.</summary>
    Accepted,

    /// <summary>The mail server refused it for good.</summary>
    Refused,

    /// <summary>It could not be handed over for two days.</summary>
    GivenUp,

    /// <summary>It was taken and came back.</summary>
    CameBack,

    /// <summary>The server was given it and no one knows whether it took it.</summary>
    InDoubt,

    /// <summary>It was in doubt, and someone of the school says that it arrived.</summary>
    Arrived,

    /// <summary>It was taken out of the outbox before it was sent.</summary>
    Withdrawn,
}
