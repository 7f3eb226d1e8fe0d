namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>What someone is written to about. Names are stored and sealed: never rename one.</summary>
public enum NoticeKind
{
    /// <summary>To a person, of all that they have to sign; sent by rule.</summary>
    Digest,

    /// <summary>To a line lead, of those in the team who are overdue though reminded twice; sent by rule.</summary>
    TeamDigest,

    /// <summary>To a person, of all that they have to sign; sent because someone asked for it.</summary>
    Chase,

    /// <summary>To a person, with a link that signs them in once; sent because someone asked for it.</summary>
    Invitation,

    /// <summary>To a person, that someone came in by a way that another had made for them; sent by rule.</summary>
    SignInUsed,
}
