using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StocksGreen.Induction.Data.Migrations;
using StocksGreen.Induction.Domain.Crests;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Data.Tables;

/// <summary>A table of records that are written once, each sealed by an entry of the evidence.</summary>
internal abstract class SealedTable<T>(string name) : IEntityTypeConfiguration<T>
    where T : SealedRecord
{
    public void Configure(EntityTypeBuilder<T> table)
    {
        table.ToTable(name).HasKey(row => row.Id);
        table.HasOne<EvidenceEntry>().WithMany().HasForeignKey(row => row.EvidenceNumber).OnDelete(DeleteBehavior.Restrict);
        table.IsAppendOnlyUntilPurged();
        Detail(table);
    }

    protected virtual void Detail(EntityTypeBuilder<T> table)
    {
    }
}

internal sealed class PersonChangeTable() : SealedTable<PersonChange>("PersonChanges")
{
    protected override void Detail(EntityTypeBuilder<PersonChange> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.Property(row => row.Facts).HasConversion(new JsonColumn<PersonFacts>(), JsonColumn<PersonFacts>.Comparer);
        table.HasIndex(row => new { row.StaffId, row.EvidenceNumber });
        table.HasIndex(row => row.At);
    }
}

internal sealed class ReaderQuestionTable() : SealedTable<ReaderQuestion>("ReaderQuestions")
{
    protected override void Detail(EntityTypeBuilder<ReaderQuestion> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(row => row.VersionId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => row.StaffId);
    }
}

internal sealed class ReaderAnswerTable() : SealedTable<ReaderAnswer>("ReaderAnswers")
{
    protected override void Detail(EntityTypeBuilder<ReaderAnswer> table)
    {
        table.HasOne<ReaderQuestion>().WithMany().HasForeignKey(row => row.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CheckQuestionTable() : SealedTable<CheckQuestion>("CheckQuestions")
{
    protected override void Detail(EntityTypeBuilder<CheckQuestion> table)
    {
        table.HasOne<Policy>().WithMany().HasForeignKey(row => row.PolicyId).OnDelete(DeleteBehavior.Restrict);
        table.Property(row => row.Options).HasConversion(new JsonColumn<IReadOnlyList<CheckOption>>(), JsonColumn<IReadOnlyList<CheckOption>>.Comparer);
        table.HasIndex(row => new { row.QuestionId, row.Number }).IsUnique();
    }
}

internal sealed class CheckAttemptTable() : SealedTable<CheckAttempt>("CheckAttempts")
{
    protected override void Detail(EntityTypeBuilder<CheckAttempt> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(row => row.VersionId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.StaffId, row.VersionId });
    }
}

internal sealed class AdjustmentRequestTable() : SealedTable<AdjustmentRequest>("AdjustmentRequests")
{
    protected override void Detail(EntityTypeBuilder<AdjustmentRequest> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(row => row.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AdjustmentMadeTable() : SealedTable<AdjustmentMade>("AdjustmentsMade")
{
    protected override void Detail(EntityTypeBuilder<AdjustmentMade> table)
    {
        table.HasOne<AdjustmentRequest>().WithMany().HasForeignKey(row => row.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeclarationTable() : SealedTable<Declaration>("Declarations")
{
    protected override void Detail(EntityTypeBuilder<Declaration> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeclarationDecisionTable() : SealedTable<DeclarationDecision>("DeclarationDecisions")
{
    protected override void Detail(EntityTypeBuilder<DeclarationDecision> table)
    {
        table.HasOne<Declaration>().WithMany().HasForeignKey(row => row.DeclarationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeclarationAcknowledgementTable() : SealedTable<DeclarationAcknowledgement>("DeclarationAcknowledgements")
{
    protected override void Detail(EntityTypeBuilder<DeclarationAcknowledgement> table)
    {
        table.HasOne<DeclarationDecision>().WithMany().HasForeignKey(row => row.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PackTable() : SealedTable<Pack>("Packs")
{
    protected override void Detail(EntityTypeBuilder<Pack> table)
    {
        table.Property(row => row.JobTitles).HasConversion(new JsonColumn<IReadOnlyList<string>>(), JsonColumn<IReadOnlyList<string>>.Comparer);
        table.Property(row => row.Policies).HasConversion(new JsonColumn<IReadOnlyList<PolicyId>>(), JsonColumn<IReadOnlyList<PolicyId>>.Comparer);
        table.Property(row => row.Briefings).HasConversion(new JsonColumn<IReadOnlyList<PackBriefing>>(), JsonColumn<IReadOnlyList<PackBriefing>>.Comparer);
        table.HasIndex(row => new { row.PackId, row.Number }).IsUnique();
    }
}

internal sealed class BriefingTable() : SealedTable<Briefing>("Briefings")
{
    protected override void Detail(EntityTypeBuilder<Briefing> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.Property(row => row.Topics).HasConversion(new JsonColumn<IReadOnlyList<string>>(), JsonColumn<IReadOnlyList<string>>.Comparer);
        table.HasIndex(row => row.StaffId);
    }
}

internal sealed class BriefingConfirmationTable() : SealedTable<BriefingConfirmation>("BriefingConfirmations")
{
    protected override void Detail(EntityTypeBuilder<BriefingConfirmation> table)
    {
        table.HasOne<Briefing>().WithMany().HasForeignKey(row => row.BriefingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BriefingChaseTable() : SealedTable<BriefingChase>("BriefingChases")
{
    protected override void Detail(EntityTypeBuilder<BriefingChase> table) =>
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class VisitorReminderTable() : SealedTable<VisitorReminder>("VisitorReminders")
{
    protected override void Detail(EntityTypeBuilder<VisitorReminder> table)
    {
        table.HasOne<PolicyVersion>().WithMany().HasForeignKey(row => row.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventReminderTable() : SealedTable<EventReminder>("EventReminders");

internal sealed class CopyGivenTable() : SealedTable<CopyGiven>("CopiesGiven")
{
    protected override void Detail(EntityTypeBuilder<CopyGiven> table)
    {
        table.HasOne<Attestation>().WithMany().HasForeignKey(row => row.AttestationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportCardShownTable() : SealedTable<ReportCardShown>("ReportCardsShown")
{
    protected override void Detail(EntityTypeBuilder<ReportCardShown> table)
    {
        table.HasOne<Attestation>().WithMany().HasForeignKey(row => row.AttestationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionTable() : SealedTable<Correction>("Corrections")
{
    protected override void Detail(EntityTypeBuilder<Correction> table)
    {
        table.HasOne<Attestation>().WithMany().HasForeignKey(row => row.AttestationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TermDatesTable() : SealedTable<TermDates>("TermDates")
{
    protected override void Detail(EntityTypeBuilder<TermDates> table) =>
        table.Property(row => row.Terms).HasConversion(new JsonColumn<IReadOnlyList<Term>>(), JsonColumn<IReadOnlyList<Term>>.Comparer);
}

internal sealed class CalendarDayTable() : SealedTable<CalendarDay>("CalendarDays");

internal sealed class WorkingPatternTable() : SealedTable<WorkingPattern>("WorkingPatterns")
{
    protected override void Detail(EntityTypeBuilder<WorkingPattern> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => row.StaffId);
    }
}

internal sealed class ExemptionTable() : SealedTable<Exemption>("Exemptions")
{
    protected override void Detail(EntityTypeBuilder<Exemption> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Policy>().WithMany().HasForeignKey(row => row.PolicyId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.StaffId, row.PolicyId });
    }
}

internal sealed class ExemptionEndTable() : SealedTable<ExemptionEnd>("ExemptionEnds")
{
    protected override void Detail(EntityTypeBuilder<ExemptionEnd> table) =>
        table.HasOne<Exemption>().WithMany().HasForeignKey(row => row.ExemptionId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class ExtensionTable() : SealedTable<Extension>("Extensions")
{
    protected override void Detail(EntityTypeBuilder<Extension> table)
    {
        table.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Policy>().WithMany().HasForeignKey(row => row.PolicyId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.StaffId, row.PolicyId });
    }
}

internal sealed class DueRulesTable() : SealedTable<DueRules>("DueRules")
{
    protected override void Detail(EntityTypeBuilder<DueRules> table) =>
        table.HasOne<Policy>().WithMany().HasForeignKey(row => row.PolicyId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class SchoolCrestTable() : SealedTable<SchoolCrest>("Crests");
