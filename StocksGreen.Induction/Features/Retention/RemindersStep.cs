using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>Reminders, e-mails and ways in that were made more than six school years ago, whoever they were for.</summary>
internal sealed class RemindersStep : IRetentionStep
{
    private static readonly string Sentence = $"Reminders are kept for {PersonChange.KeptYears} years, and to the end of that school year.";

    private static RetentionRule Rule => RetentionRules.Reminders;

    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var before = Before(until);
        var count =
            await Sealed<Chase>(db, before).CountAsync(cancellationToken)
            + await Sealed<BriefingChase>(db, before).CountAsync(cancellationToken)
            + await Sealed<SignInGiven>(db, before).CountAsync(cancellationToken)
            + await Sealed<SignInUsed>(db, before).CountAsync(cancellationToken)
            + await Sealed<Notice>(db, before).CountAsync(cancellationToken);
        var first = LondonTime.DateIn(now);
        var change = AcademicYear.Containing(LondonTime.DateIn(until)).First;
        return count == 0 ? [] : [new ComingDeletion(change > first ? change : first, Rule, "Reminders and e-mails", count, [])];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        var before = Before(purge.Now);
        // What says that a reminder does not count goes before it, however much later that was said.
        var takenBack = await purge
            .Db.ChasesTakenBack.Where(row => purge.Db.Chases.Any(chase => chase.Id == row.ChaseId && chase.At < before))
            .Select(row => row.EvidenceNumber)
            .ToListAsync(cancellationToken);
        await purge.DeleteSealedAsync(Rule, "ChasesTakenBack", takenBack, EvidenceKind.Of<ChaseTakenBack>(), Sentence, cancellationToken);
        await DeleteAsync<Chase>("Chases");
        await DeleteAsync<BriefingChase>("BriefingChases");
        await DeleteAsync<SignInGiven>("SignInsGiven");
        await DeleteAsync<SignInUsed>("SignInsUsed");
        var notices = await Sealed<Notice>(purge.Db, before)
            .OrderBy(row => row.EvidenceNumber)
            .Select(row => new { row.Id, row.EvidenceNumber })
            .Take(most)
            .ToListAsync(cancellationToken);
        if (notices.Count == 0)
        {
            return;
        }

        var ids = notices.Select(row => row.Id).ToList();
        var outcomes = await purge.Db.NoticeOutcomes.Where(row => ids.Contains(row.NoticeId)).Select(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        purge.Count(Rule, "OutboxMails", await purge.Db.OutboxMails.Where(mail => ids.Contains(mail.Id)).ExecuteDeleteAsync(cancellationToken));
        await purge.DeleteSealedAsync(Rule, "NoticeOutcomes", outcomes, EvidenceKind.Of<NoticeOutcome>(), Sentence, cancellationToken);
        await purge.DeleteSealedAsync(Rule, "Notices", [.. notices.Select(row => row.EvidenceNumber)], EvidenceKind.Of<Notice>(), Sentence, cancellationToken);

        async Task DeleteAsync<T>(string table)
            where T : SealedRecord
        {
            var numbers = await Sealed<T>(purge.Db, before)
                .OrderBy(row => row.EvidenceNumber)
                .Select(row => row.EvidenceNumber)
                .Take(most)
                .ToListAsync(cancellationToken);
            await purge.DeleteSealedAsync(Rule, table, numbers, EvidenceKind.Of<T>(), Sentence, cancellationToken);
        }
    }

    private static IQueryable<T> Sealed<T>(InductionDb db, DateTimeOffset before)
        where T : SealedRecord => db.Set<T>().Where(row => row.At < before);

    private static DateTimeOffset Before(DateTimeOffset now) => LondonTime.EndOf(PersonChange.KeptFrom(LondonTime.DateIn(now)).AddDays(-1));
}
