using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Branding;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.Retention;

/// <summary>Every rule of how long things are kept. Each table belongs to one of them; a test fails for a table that has none.</summary>
public static class RetentionRules
{
    /// <summary>Days after the last day in post for which someone's way of signing in is kept.</summary>
    public const int AccountDays = 90;

    /// <summary>Days after they stopped working for which links and codes are kept.</summary>
    public const int WaysInDays = 30;

    /// <summary>Days after its last use for which it is kept that there was a session.</summary>
    public const int SessionDays = 90;

    /// <summary>Years for which a draft that nobody touches is kept.</summary>
    public const int DraftYears = 2;

    private const string PublicTask = "Public task (UK GDPR article 6(1)(e)): keeping children safe and running the school.";
    private const string LegalDuty =
        "Legal duty and public task (article 6(1)(c) and (e)): the school must make sure that staff have read what"
        + " keeps children safe, and be able to show it.";
    private const string OfficeAndHead = "The person, the school office and the headteacher.";

    public static RetentionRule Signatures { get; } =
        new(
            "signatures",
            "Signatures, the papers and scans they were given on, corrections of them, and the sealed evidence",
            "At least six years after you leave, and then for as long as the school must be able to show them. The"
                + " program does not delete them by itself: the"
                + " school looks at them each year and decides.",
            "To show, also years later, who had read and signed which policy. A claim about a child may be made long"
                + " after the child has grown up. A signed"
                + " paper keeps the name of its day, or it would prove nothing.",
            LegalDuty,
            "The person, the school office and the headteacher; the DSL sees the register with names.",
            [
                typeof(Attestation),
                typeof(SectionConfirmation),
                typeof(CopyGiven),
                typeof(Correction),
                typeof(ReportCardShown),
                typeof(PaperScan),
                typeof(EvidenceEntry),
            ]
        );

    public static RetentionRule ReadingTimes { get; } =
        new(
            "reading-times",
            "When you read which part",
            $"{PartReading.KeptDays} days after you sign; if you do not sign, {PartReading.KeptDays} days after you"
                + " leave, or after the policy is replaced or no"
                + " longer asked of you.",
            "To let you go on where you stopped, and to say in your signature how long the reading took in all.",
            PublicTask,
            OfficeAndHead,
            [typeof(PartReading)]
        );

    public static RetentionRule StaffRecord { get; } =
        new(
            "staff-record",
            "Your entry as the school keeps it (name, work e-mail, role, dates, long absences without their reason),"
                + " each change of it, and what belongs to it:"
                + " questions and answers, other ways to read, quiz answers, talks, exemptions, extensions, roles that"
                + " were given or taken, requests about your data",
            $"{PersonChange.KeptYears} years after your last day, and to the end of that school year. Then your name is taken out.",
            "To know who has to sign what, and to answer questions about your time at the school.",
            "Contract of employment and public task (article 6(1)(b) and (e)).",
            "The person, the school office and the headteacher; the DSL for induction.",
            [
                typeof(StaffMember),
                typeof(Absence),
                typeof(PersonChange),
                typeof(WorkingPattern),
                typeof(Exemption),
                typeof(ExemptionEnd),
                typeof(Extension),
                typeof(ReaderQuestion),
                typeof(ReaderAnswer),
                typeof(AdjustmentRequest),
                typeof(AdjustmentMade),
                typeof(QuizAttempt),
                typeof(Briefing),
                typeof(BriefingConfirmation),
                typeof(PrivacyRequest),
                typeof(PrivacyAnswer),
                typeof(AccessChanged),
            ]
        );

    public static RetentionRule Declarations { get; } =
        new(
            "declarations",
            "What you declared, what was decided, and that you acknowledged it",
            $"{PersonChange.KeptYears} years after your last day, and to the end of that school year.",
            "To keep to what was decided, and to show that it was dealt with.",
            LegalDuty,
            "The person, the DSL and the headteacher; of the DSL’s own the headteacher alone, of the headteacher’s own"
                + " the named governor alone. Each look is"
                + " recorded.",
            [typeof(Declaration), typeof(DeclarationDecision), typeof(DeclarationAcknowledgement)]
        );

    public static RetentionRule Reminders { get; } =
        new(
            "reminders",
            "Reminders and e-mails to you, what became of them, and who made you a way to sign in",
            $"What an e-mail said: a year. That it was sent, and reminders: {PersonChange.KeptYears} years, to the end"
                + " of that school year, and no longer than"
                + " your entry.",
            "To show that the school reminded people in time, and how someone came to sign in.",
            PublicTask,
            OfficeAndHead,
            [
                typeof(Chase),
                typeof(BriefingChase),
                typeof(Notice),
                typeof(NoticeOutcome),
                typeof(OutboxMail),
                typeof(SignInGiven),
                typeof(SignInUsed),
                typeof(ChaseTakenBack),
            ]
        );

    public static RetentionRule Accounts { get; } =
        new(
            "accounts",
            "Your account: e-mail, password (only as a hash), passkeys, authenticator app, recovery codes (only as"
                + " hashes), where you were signed in, and the lists that you saved",
            $"{AccountDays} days after your last day; where you were signed in, {SessionDays} days after you were last there.",
            "To let you sign in, and nobody else as you.",
            "Contract of employment and public task (article 6(1)(b) and (e)); security of processing (article 32).",
            "Nobody reads a password. The office sees when you last signed in.",
            [
                typeof(Account),
                typeof(IdentityUserPasskey<Guid>),
                typeof(AuthenticatorApp),
                typeof(RecoveryCode),
                typeof(IdentityUserClaim<Guid>),
                typeof(IdentityUserLogin<Guid>),
                typeof(IdentityUserToken<Guid>),
                typeof(UserSession),
                typeof(SavedView),
            ]
        );

    public static RetentionRule WaysIn { get; } =
        new(
            "ways-in",
            "Sign-in links and codes (only as hashes)",
            $"{WaysInDays} days after they stop working.",
            "To let each of them work once.",
            PublicTask,
            "Nobody: what opens them is kept nowhere.",
            [typeof(SignInLink), typeof(SignInCode)]
        );

    public static RetentionRule Visitors { get; } =
        new(
            "visitors",
            "Visitors who were reminded of a policy",
            $"{VisitorReminder.KeptDays} days.",
            "To show that visitors were told what keeps children safe.",
            PublicTask,
            "The school office and the headteacher.",
            [typeof(VisitorReminder)]
        );

    public static RetentionRule Uploads { get; } =
        new(
            "uploads",
            "Staff lists that the office uploads, whom it ticked on a list, a scan of a form with an error in it, and which reports were made by whom",
            $"Lists {StaffUpload.KeptDays} days; ticks and scans one day; which reports were made {MadeReport.KeptFor.Days} days.",
            "To look at them before they are applied, and to find what was handed over.",
            PublicTask,
            "The school office and the headteacher.",
            [typeof(StaffUpload), typeof(ChaseSelection), typeof(KeptScan), typeof(MadeReport)]
        );

    public static RetentionRule Drafts { get; } =
        new(
            "drafts",
            "Drafts of policies with their files, and who changed them",
            $"Until they are published or thrown away; a draft that nobody touches goes after {DraftYears} years.",
            "To work on a policy before it is published.",
            PublicTask,
            "The school office and the headteacher.",
            [typeof(PolicyDraft), typeof(DraftRevision), typeof(DraftFile)]
        );

    public static RetentionRule Decisions { get; } =
        new(
            "decisions",
            "The school’s policies and decisions (calendar, deadlines, key roles, packs, questions, crest, contacts), with the name of who decided",
            "As long as the school uses the system. The name of who decided goes with that person’s entry; what was"
                + " published keeps it, as it is part of the"
                + " paper.",
            "To know what held on a day, and who decided it.",
            PublicTask,
            "Staff see the policies; the office and the headteacher see the decisions.",
            [
                typeof(School),
                typeof(Policy),
                typeof(PolicyVersion),
                typeof(PolicyWithdrawal),
                typeof(PolicyFile),
                typeof(AudienceDecision),
                typeof(EditionInForce),
                typeof(KeyRoleChange),
                typeof(DueRules),
                typeof(TermDates),
                typeof(CalendarDay),
                typeof(SchoolCrest),
                typeof(InductionPack),
                typeof(QuizQuestion),
                typeof(EventReminder),
                typeof(PrivacyContact),
            ]
        );

    public static RetentionRule AccessLog { get; } =
        new(
            "access-log",
            "Who did what: signing in and out, refused attempts, files with names taken out, looks at declarations,"
                + " changed settings, with network address and"
                + " kind of browser",
            $"{AccessEntry.KeptDays / 365} years.",
            "To find out what happened when someone else used an account, or names left the system.",
            "Public task (article 6(1)(e)); security of processing (article 32).",
            "The headteacher; you see your own lines.",
            [typeof(AccessEntry), typeof(RetentionRun)]
        );

    public static RetentionRule Lists { get; } =
        new(
            "lists",
            "Lists of who must sign, made from the entries above",
            "They are made again whenever an entry changes, and hold nothing that the entries do not.",
            "To show long lists quickly.",
            PublicTask,
            OfficeAndHead,
            [typeof(RequirementLine), typeof(RequirementPerson), typeof(RequirementCount), typeof(RequirementRule), typeof(RequirementToDerive)]
        );

    public static RetentionRule Tombstones { get; } =
        new(
            "tombstones",
            "What was deleted: what kind, how many, by which rule, when. It names nobody",
            "As long as the school uses the system.",
            "To show that the school keeps to these rules.",
            "No personal data.",
            "The headteacher.",
            [typeof(Tombstone)]
        );

    public static IReadOnlyList<RetentionRule> All { get; } =
    [StaffRecord, Signatures, Declarations, ReadingTimes, Reminders, Accounts, WaysIn, Visitors, Uploads, Drafts, Decisions, AccessLog, Lists, Tombstones];
}
