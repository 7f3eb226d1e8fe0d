namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>What a school does once, in this order, before it can rely on the program.</summary>
public enum SetUpStep
{
    Calendar,
    KeyRoles,
    Policy,
    Staff,
    Invitations,
    Mail,
    Backup,
}
