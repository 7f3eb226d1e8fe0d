using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>Texts of letters a year after they were sent; they never stood in the evidence, only their hashes do.</summary>
internal sealed class LettersStep : IRetentionStep
{
    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var count = await Due(db, until).CountAsync(cancellationToken);
        return count == 0 ? [] : [new ComingDeletion(LondonTime.DateIn(until), RetentionRules.Reminders, "What e-mails said", count, [])];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken) =>
        purge.Count(
            RetentionRules.Reminders,
            "Texts in OutboxMails",
            await Due(purge.Db, purge.Now)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, "").SetProperty(mail => mail.Html, ""), cancellationToken)
        );

    private static IQueryable<OutboxMail> Due(InductionDb db, DateTimeOffset now)
    {
        var before = now.AddDays(-OutboxMail.TextKeptDays);
        return db.OutboxMails.Where(mail => mail.EndedAt < before && mail.Text != "");
    }
}
