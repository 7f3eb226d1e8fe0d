namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>How the office sorts those who have not signed.</summary>
public enum ChaseStanding
{
    Overdue,

    /// <summary>Due within five school days: a part of <see cref="Due"/>.</summary>
    DueThisWeek,

    Due,

    /// <summary>Waiting for the school's answer to a question.</summary>
    Waiting,

    Paused,

    Exempt,
}
