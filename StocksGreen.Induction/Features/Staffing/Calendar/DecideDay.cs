using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.Calendar;

/// <summary>Decides on a single day, or on a few in a row: an INSET day, a closure, or that it is an ordinary day after all.</summary>
public sealed class DecideDay(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestName = 80;

    /// <returns>Every reason why not; empty when it is done. Null when the actor may not.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, DayForm form, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            if (!Permissions.MayKeepCalendar(actor))
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            var name = FreeText.Clean(form.Name);
            var last = form.Last ?? form.First;
            List<Refusal> refusals = [.. Refusals(form, last, name)];
            if (refusals.Count == 0 && form.Kind is CalendarDayKind.Ordinary)
            {
                var decided = SchoolCalendar.Of([], await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken)).Decided;
                if (!decided.Any(day => day.Key >= form.First && day.Key <= last))
                {
                    refusals.Add(new Refusal("first", "Nothing was decided on that day: it is ordinary already."));
                }
            }

            if (refusals.Count == 0)
            {
                var isOrdinary = form.Kind is CalendarDayKind.Ordinary;
                log.Record(new CalendarDay(
                    Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), form.First!.Value, last!.Value, form.Kind!.Value, !isOrdinary && form.StaffWork == true,
                    name.Length > 0 ? name : CalendarDayKind.Ordinary.Words(), actor.StaffId, actor.FullName));
            }

            return refusals;
        },
        cancellationToken);

    private static IEnumerable<Refusal> Refusals(DayForm form, DateOnly? last, string name)
    {
        if (form.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            yield return new Refusal("kind", "Say what kind of day it is.");
        }
        else if (kind is not CalendarDayKind.Ordinary)
        {
            foreach (var refusal in FreeText.Refusals("name", name, "Say why in a few words, for example “Snow”.", LongestName))
            {
                yield return refusal;
            }

            if (form.StaffWork is null)
            {
                yield return new Refusal("staff-work", "Say whether staff work on it.");
            }
        }

        if (form.First is not { Year: >= DecideTermDates.FirstYear and <= DecideTermDates.LastYear } first)
        {
            yield return new Refusal("first", "Give the day.");
        }
        else if (last < first || last >= first.AddDays(CalendarDay.MostDays))
        {
            yield return new Refusal("last", $"Give a last day that is not before the first and less than {CalendarDay.MostDays} days after it.");
        }
        else if (Enumerable.Range(0, last!.Value.DayNumber - first.DayNumber + 1).All(day => first.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            yield return new Refusal("first", "That is a weekend, which counts for nothing anyway.");
        }
    }
}
