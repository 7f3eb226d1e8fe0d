namespace StocksGreen.Induction.Domain.Access;

/// <summary>What an account may do; one person often holds several. In many primary schools the headteacher is the DSL too.</summary>
[Flags]
public enum AccessRoles
{
    None = 0,

    /// <summary>Reads and signs. Everyone with an account has it.</summary>
    Staff = 1,

    /// <summary>Keeps people, chases, sees who has not signed.</summary>
    Office = 2,

    Headteacher = 4,

    DesignatedSafeguardingLead = 8,

    /// <summary>Sees figures, never names.</summary>
    Governor = 16,
}
