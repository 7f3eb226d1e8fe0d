using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>Decides on a single day, or on a few in a row: an INSET day, a closure, or that it is an ordinary day after all.</summary>
public sealed class DecideDay(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    public const int LongestName = 80;

    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, DayForm form, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MayKeepCalendar(actor))
                    {
                        return Result.NotFound;
                    }

                    var name = FreeText.Clean(form.Name);
                    DateOnly? last = form.Last ?? form.First;
                    List<ValidationError> errors = [.. Errors(form, last, name)];
                    if (errors.Count == 0 && form.Kind is CalendarDayKind.Ordinary)
                    {
                        var decided = SchoolCalendar.From([], await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken)).Decided;
                        if (!decided.Any(day => day.Key >= form.First && day.Key <= last))
                        {
                            errors.Add(new ValidationError("First", "Nothing was decided on that day: it is ordinary already."));
                        }
                    }

                    if (errors.Count > 0)
                    {
                        return Result.Invalid(errors);
                    }

                    var isOrdinary = form.Kind is CalendarDayKind.Ordinary;
                    log.Record(
                        new CalendarDay(
                            Guid.NewGuid(),
                            EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                            form.First!.Day,
                            last!.Value,
                            form.Kind!.Value,
                            !isOrdinary && form.StaffWork == true,
                            name.Length > 0 ? name : CalendarDayKind.Ordinary.Words(),
                            actor.StaffId,
                            actor.FullName
                        )
                    );
                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, what: "the school calendar");

    private static IEnumerable<ValidationError> Errors(DayForm form, DateOnly? last, string name)
    {
        if (form.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            yield return new ValidationError("Kind", "Say what kind of day it is.");
        }
        else if (kind is not CalendarDayKind.Ordinary)
        {
            foreach (var error in FreeText.Errors("Name", name, "Say why in a few words, for example “Snow”.", LongestName))
            {
                yield return error;
            }

            if (form.StaffWork is null)
            {
                yield return new ValidationError("StaffWork", "Say whether staff work on it.");
            }
        }

        if (form.First is not { Day: { Year: >= DecideTermDates.FirstYear and <= DecideTermDates.LastYear } first })
        {
            yield return new ValidationError("First", "Give the day.");
        }
        else if (last < first || last >= first.AddDays(CalendarDay.MostDays))
        {
            yield return new ValidationError("Last", $"Give a last day that is not before the first and less than {CalendarDay.MostDays} days after it.");
        }
        else if (
            Enumerable.Range(0, last!.Value.DayNumber - first.DayNumber + 1).All(day => first.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        )
        {
            yield return new ValidationError("First", "That is a weekend, which counts for nothing anyway.");
        }
    }
}
