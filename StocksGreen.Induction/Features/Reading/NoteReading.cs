using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>
/// Notes that a part was shown, opened again, or seen to its end. It is asked by the page that shows it (Decision 8), and whatever hinders it hinders
/// no reading: what could not be noted is "not recorded".
/// </summary>
public sealed class NoteReading(IDbContextFactory<InductionDb> factory, TimeProvider clock, ILogger<NoteReading> log)
{
    /// <param name="isConfirmed">True where the person had confirmed it before: then it is opened again.</param>
    public Task<Result<Unit>> ShownAsync(Actor actor, VersionId version, int ordinal, bool isConfirmed) =>
        NoteAsync(db =>
        {
            var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()).UtcDateTime;
            return isConfirmed
                ? db
                    .PartReadings.Where(row => row.StaffId == actor.StaffId && row.VersionId == version && row.Ordinal == ordinal)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Reopened, row => row.Reopened + 1))
                : db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO PartReadings (StaffId, VersionId, Ordinal, FirstShownAt, Reopened)
                    VALUES ({actor.StaffId.Value}, {version.Value}, {ordinal}, {now}, 0) ON CONFLICT DO NOTHING
                    """
                );
        });

    /// <summary>The first time counts; of a part that was never shown there is nothing to note.</summary>
    public Task<Result<Unit>> EndReachedAsync(Actor actor, VersionId version, int ordinal) =>
        NoteAsync(db =>
        {
            DateTimeOffset? now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
            return db
                .PartReadings.Where(row => row.StaffId == actor.StaffId && row.VersionId == version && row.Ordinal == ordinal && row.EndReachedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndReachedAt, now));
        });

    private async Task<Result<Unit>> NoteAsync(Func<InductionDb, Task<int>> note)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync();
            // The page waits for it, and reading matters more.
            await db.Provider.WaitBrieflyAsync(db, CancellationToken.None);
            await note(db);
        }
        catch (DbException fault)
        {
            log.LogWarning("That a part was shown could not be noted: {Reason}", fault.Message);
        }

        return Result.Done;
    }
}
