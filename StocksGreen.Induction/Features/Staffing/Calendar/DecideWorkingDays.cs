using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.Calendar;

/// <summary>Records on which weekdays a person works from a day on: their due dates count those days only.</summary>
public sealed class DecideWorkingDays(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="from">First day on which the pattern holds.</param>
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not, or there is no such person.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, StaffId person, WorkingDays days, DateOnly? from, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            if (!Permissions.MayKeepPeople(actor) || !await db.People.AnyAsync(row => row.Id == person, cancellationToken))
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            var refusals = new List<Refusal>();
            if (days is WorkingDays.None || (days & ~WorkingDays.MondayToFriday) != WorkingDays.None)
            {
                refusals.Add(new Refusal("days", "Choose at least one day."));
            }

            if (from is not { Year: >= 1990 and <= DecideTermDates.LastYear } first)
            {
                refusals.Add(new Refusal("from", "Give the first day on which they work like this."));
            }
            else if (refusals.Count == 0)
            {
                log.Record(new WorkingPattern(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), person, first, days, actor.StaffId, actor.FullName));
            }

            return refusals;
        },
        cancellationToken);
}
