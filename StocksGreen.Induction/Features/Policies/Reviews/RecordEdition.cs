using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Policies.Reviews;

/// <summary>Records that an edition of outside guidance is in force; every policy based on an older one is then due for review.</summary>
public sealed class RecordEdition(EvidenceWriter evidence, TimeProvider clock)
{
    private const int LongestName = 80;

    /// <param name="edition">"KCSIE 2025".</param>
    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, string edition, DateOnly? from, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!Permissions.MayKeepRecords(actor))
                {
                    return Result.NotFound;
                }

                var errors = new List<ValidationError>();
                var read = edition.Length <= LongestName && !PlainLine.HasUnseen(edition) ? Edition.TryParse(edition) : null;
                if (read is null)
                {
                    errors.Add(new ValidationError("Edition", "Write the guidance and its year, for example KCSIE 2025."));
                }
                else if (
                    (await db.EditionsInForce.AsNoTracking().ToListAsync(cancellationToken)).Exists(row =>
                        row.Year == read.Value.Year && string.Equals(row.Name, read.Value.Name, StringComparison.OrdinalIgnoreCase)
                    )
                )
                {
                    errors.Add(new ValidationError("Edition", $"{read} is recorded already."));
                }

                if (from is not { Year: >= 1990 and < 2100 })
                {
                    errors.Add(new ValidationError("From", "Give the first day on which it is in force."));
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                log.Record(
                    new EditionInForce(
                        Guid.NewGuid(),
                        EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                        read!.Value.Name,
                        read.Value.Year,
                        from!.Value,
                        actor.FullName
                    )
                );
                return Result.Done;
            },
            cancellationToken
        );
}
