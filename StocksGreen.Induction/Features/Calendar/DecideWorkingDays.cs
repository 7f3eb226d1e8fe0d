using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>Records on which weekdays a person works from a day on: their due dates count those days only.</summary>
public sealed class DecideWorkingDays(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    /// <param name="from">First day on which the pattern holds.</param>
    /// <returns>Not found when the actor may not, or there is no such person.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, StaffId person, WorkingDays days, DateOnly? from, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MayManageStaff(actor) || !await db.People.AnyAsync(row => row.Id == person, cancellationToken))
                    {
                        return Result.NotFound;
                    }

                    var errors = new List<ValidationError>();
                    if (days is WorkingDays.None || (days & ~WorkingDays.MondayToFriday) != WorkingDays.None)
                    {
                        errors.Add(new ValidationError("Days", "Choose at least one day."));
                    }

                    if (from is not { Year: >= 1990 and <= DecideTermDates.LastYear })
                    {
                        errors.Add(new ValidationError("From", "Give the first day on which they work like this."));
                    }

                    if (errors.Count > 0)
                    {
                        return Result.Invalid(errors);
                    }

                    log.Record(
                        new WorkingPattern(
                            Guid.NewGuid(),
                            EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                            person,
                            from!.Value,
                            days,
                            actor.StaffId,
                            actor.FullName
                        )
                    );
                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, person, "the working days of");
}
