using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>The lines that a filter leaves, as a question to the database.</summary>
internal static class ChaseSearch
{
    /// <summary>A few words find anyone; a pasted page gets an answer in time.</summary>
    private const int MostWords = 8;

    /// <summary>
    /// Whom and what each word of a search means. Asked first and on its own: the database then goes from the few people to their lines, and not through all
    /// lines.
    /// </summary>
    internal static async Task<IReadOnlyList<(List<StaffId> People, List<PolicyId> Policies)>> WordsAsync(
        InductionDb db,
        string? search,
        IReadOnlyList<ListedPolicy> policies,
        CancellationToken cancellationToken
    )
    {
        var words = new List<(List<StaffId>, List<PolicyId>)>();
        foreach (var word in SearchText.Fold(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            words.Add(
                (
                    await db.RequirementPeople.Where(person => person.Words.Contains(word)).Select(person => person.StaffId).ToListAsync(cancellationToken),
                    [.. policies.Where(one => one.Words.Contains(word, StringComparison.Ordinal)).Select(one => one.Id)]
                )
            );
        }

        return words;
    }

    /// <summary>By all of the filter, of those who have not signed.</summary>
    internal static IQueryable<RequirementLine> Lines(
        InductionDb db,
        ChaseFilter filter,
        ChaseDays days,
        IReadOnlyList<(List<StaffId> People, List<PolicyId> Policies)> words
    )
    {
        var lines = LinesOfAnyStanding(db, filter, words);
        lines = filter.Standing is { } standing ? lines.Where(days.Have(standing)) : lines;
        return filter.Age is { } age ? lines.Where(days.Are(age)) : lines;
    }

    /// <summary>Without standing and age, which the counts tell apart.</summary>
    /// <param name="last">The last state that is of interest.</param>
    internal static IQueryable<RequirementLine> LinesOfAnyStanding(
        InductionDb db,
        ChaseFilter filter,
        IReadOnlyList<(List<StaffId> People, List<PolicyId> Policies)> words,
        LineState last = LineState.Exempt
    )
    {
        // A word that only names people leaves few of them: go from the people to their lines.
        var all = words.Any(word => word is { People.Count: > 0, Policies.Count: 0 }) ? db.Provider.LinesFromPeople(db) : db.RequirementLines;
        var lines = all.Where(line => line.State <= last);
        if (filter.Policy is { } policy)
        {
            lines = lines.Where(line => line.PolicyId == policy);
        }

        if (!string.IsNullOrEmpty(filter.JobTitle))
        {
            lines = lines.Where(line => line.JobTitle == filter.JobTitle);
        }

        if (filter.Audience is { } audience)
        {
            lines = lines.Where(line => line.Audience == audience);
        }

        if (filter.Lead is { } lead)
        {
            lines = lines.Where(line => line.LineLead == lead);
        }

        foreach (var (people, titled) in words)
        {
            lines = (people.Count, titled.Count) switch
            {
                (_, 0) => lines.Where(line => people.Contains(line.StaffId)),
                (0, _) => lines.Where(line => titled.Contains(line.PolicyId)),
                _ => lines.Where(line => titled.Contains(line.PolicyId) || people.Contains(line.StaffId)),
            };
        }

        return lines;
    }

    internal static IQueryable<RequirementLine> Sorted(IQueryable<RequirementLine> lines, ChaseFilter filter) =>
        (filter.Order, filter.IsReversed) switch
        {
            (ChaseOrder.Due, false) => lines
                .OrderBy(line => line.State)
                .ThenBy(line => line.DueOn)
                .ThenBy(line => line.NameOrder)
                .ThenBy(line => line.PolicyOrder),
            (ChaseOrder.Due, true) => lines
                .OrderByDescending(line => line.State)
                .ThenByDescending(line => line.DueOn)
                .ThenByDescending(line => line.NameOrder)
                .ThenByDescending(line => line.PolicyOrder),
            (ChaseOrder.Person, false) => lines.OrderBy(line => line.NameOrder).ThenBy(line => line.PolicyOrder),
            (ChaseOrder.Person, true) => lines.OrderByDescending(line => line.NameOrder).ThenByDescending(line => line.PolicyOrder),
            (ChaseOrder.Role, false) => lines
                .OrderBy(line => line.JobTitle)
                .ThenBy(line => line.State)
                .ThenBy(line => line.DueOn)
                .ThenBy(line => line.NameOrder),
            (ChaseOrder.Role, true) => lines
                .OrderByDescending(line => line.JobTitle)
                .ThenByDescending(line => line.State)
                .ThenByDescending(line => line.DueOn)
                .ThenByDescending(line => line.NameOrder),
        };

    /// <summary>The people of some lines, in the order that is asked for.</summary>
    internal static IQueryable<StaffId> People(IQueryable<RequirementLine> lines, ChaseFilter filter)
    {
        var people = lines
            .GroupBy(line => new
            {
                line.StaffId,
                line.NameOrder,
                line.JobTitle,
            })
            .Select(own => new
            {
                own.Key.StaffId,
                own.Key.NameOrder,
                own.Key.JobTitle,
                State = own.Min(line => (int)line.State),
                // Of what is open: a person is as late as the latest of it.
                DueOn = own.Min(line => line.State == LineState.Open ? (DateOnly?)line.DueOn : null),
            });
        var sorted = (filter.Order, filter.IsReversed) switch
        {
            (ChaseOrder.Due, false) => people.OrderBy(one => one.State).ThenBy(one => one.DueOn).ThenBy(one => one.NameOrder),
            (ChaseOrder.Due, true) => people.OrderByDescending(one => one.State).ThenByDescending(one => one.DueOn).ThenByDescending(one => one.NameOrder),
            (ChaseOrder.Person, false) => people.OrderBy(one => one.NameOrder),
            (ChaseOrder.Person, true) => people.OrderByDescending(one => one.NameOrder),
            (ChaseOrder.Role, false) => people.OrderBy(one => one.JobTitle).ThenBy(one => one.State).ThenBy(one => one.DueOn).ThenBy(one => one.NameOrder),
            (ChaseOrder.Role, true) => people
                .OrderByDescending(one => one.JobTitle)
                .ThenByDescending(one => one.State)
                .ThenByDescending(one => one.DueOn)
                .ThenByDescending(one => one.NameOrder),
        };
        // Two people of one name must not change places between two pages.
        return sorted.ThenBy(one => one.StaffId).Select(one => one.StaffId);
    }
}
