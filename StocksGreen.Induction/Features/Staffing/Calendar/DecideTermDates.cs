using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.Calendar;

/// <summary>Enters the terms of an academic year. They count from now on; answers as at earlier days stay as they were.</summary>
public sealed class DecideTermDates(EvidenceWriter evidence, TimeProvider clock)
{
    internal const int FirstYear = 2015;
    internal const int LastYear = 2100;

    /// <param name="terms">One for each of <see cref="Term.Names"/>, in order.</param>
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, AcademicYear year, IReadOnlyList<TermForm> terms, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            if (!Permissions.MayKeepCalendar(actor) || year.StartsIn is < FirstYear or > LastYear)
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            List<TermForm> written = [.. Term.Names.Select((_, index) => terms.ElementAtOrDefault(index) ?? new TermForm())];
            List<Refusal> refusals = [.. Refusals(year, written)];
            if (refusals.Count > 0)
            {
                return refusals;
            }

            List<Term> decided = [.. written.Select((term, index) => new Term(Term.Names[index], term.First!.Value, term.Last!.Value, term.HalfTermFirst, term.HalfTermLast))];
            var standing = await db.TermDates.AsNoTracking().Where(dates => dates.StartsIn == year.StartsIn).OrderBy(dates => dates.EvidenceNumber).LastOrDefaultAsync(cancellationToken);
            if (standing is null || !standing.Terms.SequenceEqual(decided))
            {
                log.Record(new TermDates(Guid.NewGuid(), Seal.ToWholeMilliseconds(clock.GetUtcNow()), year.StartsIn, decided, actor.StaffId, actor.FullName));
            }

            return [];
        },
        cancellationToken);

    /// <summary>Field of a refusal: "0-first".</summary>
    internal static string Field(int term, string day) => $"{term}-{day}";

    private static IEnumerable<Refusal> Refusals(AcademicYear year, List<TermForm> terms)
    {
        // Some schools begin in the last days of August.
        var (earliest, latest) = (year.First.AddMonths(-1), year.Last);
        for (var index = 0; index < terms.Count; index++)
        {
            var (term, name) = (terms[index], Term.Names[index].ToLowerInvariant());
            if (term.First is not { } first || first < earliest || first > latest)
            {
                yield return new Refusal(Field(index, "first"), $"Give the first day of the {name}, within {year}.");
                continue;
            }

            if (term.Last is not { } last || last <= first || last > latest)
            {
                yield return new Refusal(Field(index, "last"), $"Give the last day of the {name}: after its first, and within {year}.");
                continue;
            }

            if (term.HalfTermFirst is null != term.HalfTermLast is null)
            {
                yield return new Refusal(Field(index, term.HalfTermFirst is null ? "half-first" : "half-last"), $"Give both days of half-term in the {name}, or neither.");
            }
            else if (term is { HalfTermFirst: { } from, HalfTermLast: { } until } && !(first < from && from <= until && until < last))
            {
                yield return new Refusal(Field(index, "half-first"), $"Half-term lies inside the {name}, and its first day comes first.");
            }

            if (index > 0 && terms[index - 1].Last is { } before && first <= before)
            {
                yield return new Refusal(Field(index, "first"), $"The {name} begins after the {Term.Names[index - 1].ToLowerInvariant()} has ended.");
            }
        }
    }
}
