using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Counts what was done from the evidence, whose entries stay when what they say is deleted on time.</summary>
internal sealed class ActivityReader
{
    private readonly List<(EvidenceKind Kind, DateTimeOffset At)> entries;
    private readonly List<DateTimeOffset> onPaper;

    /// <summary>When the reminders were recorded that do not count.</summary>
    private readonly List<DateTimeOffset> takenBack;

    private ActivityReader(List<(EvidenceKind, DateTimeOffset)> entries, List<DateTimeOffset> onPaper, List<DateTimeOffset> takenBack) =>
        (this.entries, this.onPaper, this.takenBack) = (entries, onPaper, takenBack);

    public static async Task<ActivityReader> ReadAsync(InductionDb db, ReportPeriod period, CancellationToken cancellationToken)
    {
        var (from, end) = (period.Beginning, period.End);
        return new ActivityReader(
            [
                .. (
                    await db
                        .Evidence.AsNoTracking()
                        .Where(entry => entry.At >= from && entry.At < end)
                        .Select(entry => new { entry.Kind, entry.At })
                        .ToListAsync(cancellationToken)
                ).Select(entry => (entry.Kind, entry.At)),
            ],
            await db
                .Attestations.AsNoTracking()
                .Where(row => row.IsOnPaper && row.SignedAt >= from && row.SignedAt < end)
                .Select(row => row.SignedAt)
                .ToListAsync(cancellationToken),
            await db
                .Chases.AsNoTracking()
                .Where(row => row.At >= from && row.At < end && db.ChasesTakenBack.Any(back => back.ChaseId == row.Id))
                .Select(row => row.At)
                .ToListAsync(cancellationToken)
        );
    }

    public ActivityCounts Count(ReportPeriod period)
    {
        var kinds = entries.Where(entry => entry.At >= period.Beginning && entry.At < period.End).CountBy(entry => entry.Kind).ToDictionary();
        return new ActivityCounts(period.From, period.To)
        {
            VersionsPublished = Of(EvidenceKind.PolicyPublished),
            Signatures = Of(EvidenceKind.PolicySigned),
            OnPaper = In(onPaper),
            Corrections = Of(EvidenceKind.Of<Correction>()),
            StaffReminders = Of(EvidenceKind.Of<Chase>()) + Of(EvidenceKind.Of<BriefingChase>()) - In(takenBack),
            MailQueued = Of(EvidenceKind.Of<Notice>()),
            BriefingsHeld = Of(EvidenceKind.Of<Briefing>()),
            QuestionsAsked = Of(EvidenceKind.Of<ReaderQuestion>()),
            QuestionsAnswered = Of(EvidenceKind.Of<ReaderAnswer>()),
            Declarations = Of(EvidenceKind.Of<Declaration>()),
            DeclarationDecisions = Of(EvidenceKind.Of<DeclarationDecision>()),
            // A visitor is shown several policies at one instant, and is one visitor.
            VisitorsReminded = entries
                .Where(entry => entry.Kind == EvidenceKind.Of<VisitorReminder>() && entry.At >= period.Beginning && entry.At < period.End)
                .Select(entry => entry.At)
                .Distinct()
                .Count(),
            ParentsReminders = Of(EvidenceKind.Of<EventReminder>()),
        };

        int Of(EvidenceKind kind) => kinds.GetValueOrDefault(kind);

        int In(List<DateTimeOffset> moments) => moments.Count(at => at >= period.Beginning && at < period.End);
    }
}
