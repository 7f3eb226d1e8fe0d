namespace StocksGreen.Induction.Domain.KeyRoles;

/// <summary>Roles that policies name in their heads and that change hands between two versions.</summary>
public enum KeyRole
{
    DesignatedSafeguardingLead,
    DeputyDesignatedSafeguardingLead,
    NamedGovernor,
}
