namespace StocksGreen.Induction.Domain.Access;

/// <summary>What someone did that the access log tells. Stored by name: never rename one.</summary>
public enum AccessAct
{
    SignedIn,

    /// <summary>A wrong password, a used link, a wrong code, an e-mail that is nobody's.</summary>
    SignInRefused,

    SignedOut,

    /// <summary>A session ended though nobody signed out: roles changed, the account was closed, its time was over.</summary>
    SessionEnded,

    LinkMade,

    CodeMade,

    PasswordChanged,

    PasskeyAdded,

    PasskeyRemoved,

    /// <summary>An authenticator app, recovery codes or another second factor was set up, used up or taken away.</summary>
    SecondFactorChanged,

    /// <summary>Wrong passwords had locked an account, and someone let its person in again.</summary>
    Unlocked,

    RolesChanged,

    KeyRoleChanged,

    RegisterDownloaded,

    GovernorsReportDownloaded,

    EvidencePackDownloaded,

    /// <summary>A list with names as a file: who has not signed, people, slips, sign-off sheets.</summary>
    ListDownloaded,

    InductionRecordDownloaded,

    /// <summary>Someone else's: one's own is not told.</summary>
    SignedCopyOpened,

    /// <summary>The scan of someone else's signature on paper.</summary>
    ScanOpened,

    DeclarationsViewed,

    DeclarationViewed,

    SettingsChanged,

    /// <summary>Made, opened again and checked.</summary>
    BackupMade,

    RecoveryKeyMade,

    RetentionRun,

    /// <summary>After a jump of the clock a person said that the date is right, so that deleting goes on.</summary>
    RetentionConfirmed,

    RecordExported,

    CorrectionAsked,

    CorrectionAnswered,

    /// <summary>The privacy notice, the record of processing or the impact assessment as a file.</summary>
    PrivacyPaperDownloaded,
}
