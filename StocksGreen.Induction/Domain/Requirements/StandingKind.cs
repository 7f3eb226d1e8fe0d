namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>How one person stands with one version on one day.</summary>
public enum StandingKind
{
    Signed,
    Due,
    Overdue,

    /// <summary>On a long absence: nothing is asked, nothing is late, nothing is done.</summary>
    Paused,

    /// <summary>Does not have to sign, by a recorded decision.</summary>
    Exempt,

    /// <summary>Nothing is asked: never counted, and never as all done.</summary>
    NotIssued,
}
