using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Calendar;

/// <summary>Enters the terms of an academic year. They count from now on; answers as at earlier days stay as they were.</summary>
public sealed class DecideTermDates(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    internal const int FirstYear = 2015;
    internal const int LastYear = 2100;

    /// <param name="terms">One for each of <see cref="Term.Names"/>, in order.</param>
    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, AcademicYear year, IReadOnlyList<TermForm> terms, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MayKeepCalendar(actor) || year.StartsIn is < FirstYear or > LastYear)
                    {
                        return Result.NotFound;
                    }

                    List<TermForm> written = [.. Term.Names.Select((_, index) => terms.ElementAtOrDefault(index) ?? new TermForm())];
                    List<ValidationError> errors = [.. Errors(year, written)];
                    if (errors.Count > 0)
                    {
                        return Result.Invalid(errors);
                    }

                    List<Term> decided =
                    [
                        .. written.Select((term, index) => new Term(Term.Names[index], term.First!.Day, term.Last!.Day, term.HalfTermFirst, term.HalfTermLast)),
                    ];
                    var standing = await db
                        .TermDates.AsNoTracking()
                        .Where(dates => dates.StartsIn == year.StartsIn)
                        .OrderBy(dates => dates.EvidenceNumber)
                        .LastOrDefaultAsync(cancellationToken);
                    if (standing is null || !standing.Terms.SequenceEqual(decided))
                    {
                        log.Record(
                            new TermDates(
                                Guid.NewGuid(),
                                EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                                year.StartsIn,
                                decided,
                                actor.StaffId,
                                actor.FullName
                            )
                        );
                    }

                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, what: $"the term dates of {year}");

    /// <summary>What a day of a term is called in errors: "Terms[0].First".</summary>
    internal static string Key(int term, string day) => $"Terms[{term}].{day}";

    private static IEnumerable<ValidationError> Errors(AcademicYear year, List<TermForm> terms)
    {
        // Some schools begin in the last days of August.
        var (earliest, latest) = (year.First.AddMonths(-1), year.Last);
        for (var index = 0; index < terms.Count; index++)
        {
            var (term, name) = (terms[index], Term.Names[index].ToLowerInvariant());
            if (term.First is not { Day: var first } || first < earliest || first > latest)
            {
                yield return new ValidationError(Key(index, nameof(TermForm.First)), $"Give the first day of the {name}, within {year}.");
                continue;
            }

            if (term.Last is not { Day: var last } || last <= first || last > latest)
            {
                yield return new ValidationError(Key(index, nameof(TermForm.Last)), $"Give the last day of the {name}: after its first, and within {year}.");
                continue;
            }

            if (term.HalfTermFirst is null != term.HalfTermLast is null)
            {
                yield return new ValidationError(
                    Key(index, term.HalfTermFirst is null ? nameof(TermForm.HalfTermFirst) : nameof(TermForm.HalfTermLast)),
                    $"Give both days of half-term in the {name}, or neither."
                );
            }
            else if (term is { HalfTermFirst.Day: var from, HalfTermLast.Day: var until } && !(first < from && from <= until && until < last))
            {
                yield return new ValidationError(
                    Key(index, nameof(TermForm.HalfTermFirst)),
                    $"Half-term lies inside the {name}, and its first day comes first."
                );
            }

            if (index > 0 && terms[index - 1].Last is { Day: var before } && first <= before)
            {
                yield return new ValidationError(
                    Key(index, nameof(TermForm.First)),
                    $"The {name} begins after the {Term.Names[index - 1].ToLowerInvariant()} has ended."
                );
            }
        }
    }
}
