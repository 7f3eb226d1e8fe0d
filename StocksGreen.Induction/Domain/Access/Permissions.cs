using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Access;

/// <summary>Who may do what. Pages ask before they show and commands ask again before they act; what is not permitted looks as if it were not there.</summary>
public static class Permissions
{
    public static bool MayRead(Actor actor) => actor.Roles.HasFlag(AccessRoles.Staff);

    /// <summary>Names, dates and standing of everybody: the office and the headteacher.</summary>
    public static bool MayChase(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    public static bool MayKeepPeople(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Roles that only the headteacher gives: those that open names or documents to somebody.</summary>
    public static bool MayGiveRoles(Actor actor, AccessRoles roles) =>
        actor.Roles.HasFlag(AccessRoles.Headteacher) || (MayKeepPeople(actor) && (roles & ~(AccessRoles.Staff | AccessRoles.Governor)) == AccessRoles.None);

    public static bool MayPublish(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Who holds the key roles, and which editions of guidance are in force.</summary>
    public static bool MayKeepRecords(Actor actor) => HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    /// <summary>Figures without names.</summary>
    public static bool MaySeeGovernorsReport(Actor actor) => HasAny(actor, AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead | AccessRoles.Governor);

    /// <summary>The register with names.</summary>
    public static bool MaySeeRegister(Actor actor) => HasAny(actor, AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    /// <summary>A signed copy belongs to its signer; the office and the headteacher keep the school's own.</summary>
    public static bool MaySeeSignedCopy(Actor actor, StaffId signer) => actor.StaffId == signer || HasAny(actor, AccessRoles.Office | AccessRoles.Headteacher);

    private static bool HasAny(Actor actor, AccessRoles roles) => (actor.Roles & roles) != AccessRoles.None;
}
