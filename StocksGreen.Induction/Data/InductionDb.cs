using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Configurations;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
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

namespace StocksGreen.Induction.Data;

/// <summary>
/// The school's database. One context per operation, always from the factory; what proves something is written through <see cref="EvidenceWriter"/>.
/// </summary>
public sealed class InductionDb(DbContextOptions<InductionDb> options, IDatabaseProvider provider) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>What only the kind of database can answer that this store is kept in.</summary>
    public IDatabaseProvider Provider => provider;

    public DbSet<School> Schools => Set<School>();

    public DbSet<StaffMember> People => Set<StaffMember>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<PersonChange> PersonChanges => Set<PersonChange>();

    public DbSet<StaffUpload> StaffUploads => Set<StaffUpload>();

    public DbSet<Policy> Policies => Set<Policy>();

    public DbSet<PolicyVersion> Versions => Set<PolicyVersion>();

    public DbSet<AudienceDecision> AudienceDecisions => Set<AudienceDecision>();

    public DbSet<PolicyWithdrawal> PolicyWithdrawals => Set<PolicyWithdrawal>();

    public DbSet<PolicyDraft> Drafts => Set<PolicyDraft>();

    public DbSet<DraftRevision> DraftRevisions => Set<DraftRevision>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    /// <summary>Originals and pictures of published versions.</summary>
    public DbSet<PolicyFile> PolicyFiles => Set<PolicyFile>();

    public DbSet<KeyRoleChange> KeyRoleChanges => Set<KeyRoleChange>();

    public DbSet<EditionInForce> EditionsInForce => Set<EditionInForce>();

    public DbSet<SectionConfirmation> Confirmations => Set<SectionConfirmation>();

    public DbSet<Attestation> Attestations => Set<Attestation>();

    public DbSet<Exemption> Exemptions => Set<Exemption>();

    public DbSet<Chase> Chases => Set<Chase>();

    public DbSet<ChaseTakenBack> ChasesTakenBack => Set<ChaseTakenBack>();

    public DbSet<PartReading> PartReadings => Set<PartReading>();

    public DbSet<PaperScan> PaperScans => Set<PaperScan>();

    public DbSet<ReaderQuestion> ReaderQuestions => Set<ReaderQuestion>();

    public DbSet<ReaderAnswer> ReaderAnswers => Set<ReaderAnswer>();

    public DbSet<QuizQuestion> QuizQuestions => Set<QuizQuestion>();

    public DbSet<QuizAttempt> QuizAttempts => Set<QuizAttempt>();

    public DbSet<AdjustmentRequest> AdjustmentRequests => Set<AdjustmentRequest>();

    public DbSet<AdjustmentMade> AdjustmentsMade => Set<AdjustmentMade>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<DeclarationDecision> DeclarationDecisions => Set<DeclarationDecision>();

    public DbSet<DeclarationAcknowledgement> DeclarationAcknowledgements => Set<DeclarationAcknowledgement>();

    public DbSet<InductionPack> Packs => Set<InductionPack>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<BriefingConfirmation> BriefingConfirmations => Set<BriefingConfirmation>();

    public DbSet<BriefingChase> BriefingChases => Set<BriefingChase>();

    public DbSet<VisitorReminder> VisitorReminders => Set<VisitorReminder>();

    public DbSet<EventReminder> EventReminders => Set<EventReminder>();

    public DbSet<CopyGiven> CopiesGiven => Set<CopyGiven>();

    public DbSet<ReportCardShown> ReportCardsShown => Set<ReportCardShown>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<ExemptionEnd> ExemptionEnds => Set<ExemptionEnd>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<DueRules> DueRules => Set<DueRules>();

    public DbSet<TermDates> TermDates => Set<TermDates>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<WorkingPattern> WorkingPatterns => Set<WorkingPattern>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeOutcome> NoticeOutcomes => Set<NoticeOutcome>();

    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    public DbSet<ChaseSelection> ChaseSelections => Set<ChaseSelection>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<MadeReport> MadeReports => Set<MadeReport>();

    public DbSet<KeptScan> KeptScans => Set<KeptScan>();

    public DbSet<SchoolCrest> Crests => Set<SchoolCrest>();

    public DbSet<SignInGiven> SignInsGiven => Set<SignInGiven>();

    public DbSet<SignInUsed> SignInsUsed => Set<SignInUsed>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<AccessChanged> AccessChanges => Set<AccessChanged>();

    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();

    public DbSet<EvidenceEntry> Evidence => Set<EvidenceEntry>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<AccessEntry> AccessEntries => Set<AccessEntry>();

    public DbSet<PrivacyContact> PrivacyContacts => Set<PrivacyContact>();

    public DbSet<PrivacyRequest> PrivacyRequests => Set<PrivacyRequest>();

    public DbSet<PrivacyAnswer> PrivacyAnswers => Set<PrivacyAnswer>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    public DbSet<RequirementLine> RequirementLines => Set<RequirementLine>();

    public DbSet<RequirementPerson> RequirementPeople => Set<RequirementPerson>();

    public DbSet<RequirementCount> RequirementCounts => Set<RequirementCount>();

    internal DbSet<RequirementToDerive> RequirementsToDerive => Set<RequirementToDerive>();

    internal DbSet<RequirementRule> RequirementRules => Set<RequirementRule>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        SealedTables.Map(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(InductionDb).Assembly);
        provider.Shape(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ColumnTypes.Configure(configurationBuilder);
}
