using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Publishing.Reviewing;

/// <summary>Records that an edition of outside guidance is in force; every policy based on an older one is then due for review.</summary>
public sealed class RecordEdition(EvidenceWriter evidence, TimeProvider clock)
{
    private const int LongestName = 80;

    /// <param name="edition">"KCSIE 2025".</param>
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, string edition, DateOnly? from, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            if (!Permissions.MayKeepRecords(actor))
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            var refusals = new List<Refusal>();
            var read = edition.Length <= LongestName && !edition.Any(char.IsControl) ? Edition.TryParse(edition) : null;
            if (read is null)
            {
                refusals.Add(new Refusal("edition", "Write the guidance and its year, for example KCSIE 2025."));
            }
            else if ((await db.EditionsInForce.AsNoTracking().ToListAsync(cancellationToken)).Exists(row => row.Year == read.Value.Year && string.Equals(row.Name, read.Value.Name, StringComparison.OrdinalIgnoreCase)))
            {
                refusals.Add(new Refusal("edition", $"{read} is recorded already."));
            }

            if (from is not { Year: >= 1990 and < 2100 })
            {
                refusals.Add(new Refusal("from", "Give the first day on which it is in force."));
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            log.Record(new EditionInForce(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), read!.Value.Name, read.Value.Year, from!.Value, actor.FullName));
            return [];
        },
        cancellationToken);
}
