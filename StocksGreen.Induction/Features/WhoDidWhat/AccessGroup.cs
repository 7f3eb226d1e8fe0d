using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Features.WhoDidWhat;

/// <summary>Acts that one looks for together.</summary>
public enum AccessGroup
{
    SignIns,
    Refusals,
    WaysIn,
    Roles,
    Files,
    Declarations,
    Settings,
    Keeping,
}

/// <summary>Which acts a group holds, and what it is called.</summary>
public static class AccessGroups
{
    public static string Words(this AccessGroup group) =>
        group switch
        {
            AccessGroup.SignIns => "Signing in and out",
            AccessGroup.Refusals => "Refused attempts",
            AccessGroup.WaysIn => "Links, codes and passwords",
            AccessGroup.Roles => "Roles",
            AccessGroup.Files => "Files and signed copies",
            AccessGroup.Declarations => "Declarations",
            AccessGroup.Settings => "Settings",
            AccessGroup.Keeping => "Back-ups, deleting and records",
        };

    public static AccessGroup Of(AccessAct act) =>
        act switch
        {
            AccessAct.SignedIn or AccessAct.SignedOut or AccessAct.SessionEnded => AccessGroup.SignIns,
            AccessAct.SignInRefused => AccessGroup.Refusals,
            AccessAct.LinkMade
            or AccessAct.CodeMade
            or AccessAct.PasswordChanged
            or AccessAct.PasskeyAdded
            or AccessAct.PasskeyRemoved
            or AccessAct.SecondFactorChanged
            or AccessAct.Unlocked => AccessGroup.WaysIn,
            AccessAct.RolesChanged or AccessAct.KeyRoleChanged => AccessGroup.Roles,
            AccessAct.RegisterDownloaded
            or AccessAct.GovernorsReportDownloaded
            or AccessAct.EvidencePackDownloaded
            or AccessAct.ListDownloaded
            or AccessAct.InductionRecordDownloaded
            or AccessAct.SignedCopyOpened
            or AccessAct.ScanOpened
            or AccessAct.PrivacyPaperDownloaded => AccessGroup.Files,
            AccessAct.DeclarationsViewed or AccessAct.DeclarationViewed => AccessGroup.Declarations,
            AccessAct.SettingsChanged => AccessGroup.Settings,
            AccessAct.BackupMade
            or AccessAct.RecoveryKeyMade
            or AccessAct.RetentionRun
            or AccessAct.RetentionConfirmed
            or AccessAct.RecordExported
            or AccessAct.CorrectionAsked
            or AccessAct.CorrectionAnswered => AccessGroup.Keeping,
        };

    public static IReadOnlyList<AccessAct> Acts(this AccessGroup group) => [.. Enum.GetValues<AccessAct>().Where(act => Of(act) == group)];
}
