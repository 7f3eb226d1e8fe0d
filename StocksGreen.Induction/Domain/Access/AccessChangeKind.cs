namespace StocksGreen.Induction.Domain.Access;

/// <summary>What the headteacher changed in someone's access. Names are stored and sealed: never rename one.</summary>
public enum AccessChangeKind
{
    RoleGiven,
    RoleTaken,

    /// <summary>Acts for the headteacher from one day to another.</summary>
    ActingGiven,

    /// <summary>No longer acts for the headteacher, whatever day was agreed.</summary>
    ActingEnded,

    /// <summary>What stood behind the password was taken away, so that it is set up again.</summary>
    SecondStepReset,
}
