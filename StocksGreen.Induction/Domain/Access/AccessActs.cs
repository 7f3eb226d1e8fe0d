namespace StocksGreen.Induction.Domain.Access;

/// <summary>What the access log asks of an act.</summary>
public static class AccessActs
{
    /// <summary>True where the same again within minutes tells nothing new, so that it is counted and not written each time.</summary>
    public static bool IsCounted(this AccessAct act) =>
        act switch
        {
            AccessAct.SignInRefused
            or AccessAct.RegisterDownloaded
            or AccessAct.GovernorsReportDownloaded
            or AccessAct.EvidencePackDownloaded
            or AccessAct.ListDownloaded
            or AccessAct.InductionRecordDownloaded
            or AccessAct.SignedCopyOpened
            or AccessAct.ScanOpened
            or AccessAct.DeclarationsViewed
            or AccessAct.DeclarationViewed
            or AccessAct.RecordExported
            or AccessAct.PrivacyPaperDownloaded => true,
            AccessAct.SignedIn
            or AccessAct.SignedOut
            or AccessAct.SessionEnded
            or AccessAct.LinkMade
            or AccessAct.CodeMade
            or AccessAct.PasswordChanged
            or AccessAct.PasskeyAdded
            or AccessAct.PasskeyRemoved
            or AccessAct.SecondFactorChanged
            or AccessAct.Unlocked
            or AccessAct.RolesChanged
            or AccessAct.KeyRoleChanged
            or AccessAct.SettingsChanged
            or AccessAct.BackupMade
            or AccessAct.RecoveryKeyMade
            or AccessAct.RetentionRun
            or AccessAct.RetentionConfirmed
            or AccessAct.CorrectionAsked
            or AccessAct.CorrectionAnswered => false,
        };
}
