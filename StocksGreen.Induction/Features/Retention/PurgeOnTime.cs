using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Deletes on time, by the rules of <see cref="RetentionRules"/>. Each write is whole: facts in the evidence are emptied, an entry of its own says so, and a
/// tombstone counts what went; the chain still holds. Broken off in the middle, the next run goes on.
/// </summary>
/// <remarks>Where the clock jumped since the last run nothing is deleted until a person confirms the date: a wrong clock would delete everything.</remarks>
public sealed class PurgeOnTime(EvidenceWriter evidence, IDbContextFactory<InductionDb> factory, AccessLog told, TimeProvider clock)
{
    /// <summary>A longer gap than this since the last run has to be confirmed.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromDays(60);

    // One transaction keeps no one waiting for long.
    private const int MostAtOnce = 500;

    internal static IReadOnlyList<IRetentionStep> Steps { get; } =
    [
        new ReadingTimesStep(),
        new VisitorsStep(),
        new LettersStep(),
        new RemindersStep(),
        new WaysInStep(),
        new AccountsStep(),
        new LeaversStep(),
        new LeftoversStep(),
    ];

    /// <summary>When retention last ran, or a person last confirmed the date; the set-up of the school where neither was. UTC.</summary>
    internal static async Task<DateTimeOffset?> LastAsync(InductionDb db, CancellationToken cancellationToken) =>
        await db.RetentionRuns.OrderByDescending(run => run.Number).Select(run => (DateTimeOffset?)run.At).FirstOrDefaultAsync(cancellationToken)
        ?? await db.Schools.Select(school => (DateTimeOffset?)school.SetUpAt).SingleOrDefaultAsync(cancellationToken);

    /// <returns>How many entries of the evidence were emptied; null where nothing is deleted before a person confirms the date.</returns>
    public async Task<int?> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            if (await LastAsync(db, cancellationToken) is not { } last)
            {
                return 0;
            }

            if (clock.GetUtcNow() - last > LongestGap)
            {
                return null;
            }
        }

        var (emptied, rows) = (0, 0);
        foreach (var step in Steps)
        {
            Purge done;
            do
            {
                done = await DeleteSomeAsync(step, cancellationToken);
                emptied += done.Emptied;
                rows += done.Rows;
            } while (done.Rows > 0);
        }

        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        await using var store = await factory.CreateDbContextAsync(cancellationToken);
        store.RetentionRuns.Add(new RetentionRun(now, rows, confirmedBy: null));
        await store.SaveChangesAsync(cancellationToken);
        if (rows > 0)
        {
            await told.AddAsync(AccessAct.RetentionRun, by: null, what: FormattableString.Invariant($"{rows:N0} rows"));
        }

        return emptied;
    }

    private Task<Purge> DeleteSomeAsync(IRetentionStep step, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                var purge = new Purge(db, log, EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()));
                await step.DeleteSomeAsync(purge, MostAtOnce, cancellationToken);
                purge.AddTombstones();
                return purge;
            },
            cancellationToken
        );
}
