using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Matrix;

/// <summary>Loads who has signed what, one page of people at a time.</summary>
public sealed class MatrixQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="filter">Search, role, group, team and page are looked at.</param>
    /// <returns>Null when the actor may not see it.</returns>
    public async Task<SigningMatrix?> ExecuteAsync(Actor actor, ChaseFilter filter, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var policies = await ListedPolicy.ReadAsync(db, today, cancellationToken);
        // A word is looked for in people only: all policies are shown.
        var words = await ChaseSearch.WordsAsync(db, filter.Search, [], cancellationToken);
        var lines = ChaseSearch.LinesOfAnyStanding(db, filter with { Policy = null }, words, LineState.Signed);
        var total = await lines.Select(line => line.StaffId).Distinct().CountAsync(cancellationToken);
        filter = filter with { Page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + SigningMatrix.PageSize - 1) / SigningMatrix.PageSize)) };
        var shown = await lines
            .Select(line => new { line.NameOrder, line.StaffId })
            .Distinct()
            .OrderBy(one => one.NameOrder)
            .ThenBy(one => one.StaffId)
            .Skip((filter.Page - 1) * SigningMatrix.PageSize)
            .Take(SigningMatrix.PageSize)
            .Select(one => one.StaffId)
            .ToListAsync(cancellationToken);
        var cells = (
            await db
                .RequirementLines.AsNoTracking()
                .Where(line => shown.Contains(line.StaffId) && line.State <= LineState.Signed)
                .ToListAsync(cancellationToken)
        ).ToDictionary(line => (line.StaffId, line.PolicyId));
        var people = await db.People.AsNoTracking().Where(person => shown.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var counts = (
            await lines
                .GroupBy(line => new { line.PolicyId, line.State })
                .Select(alike => new
                {
                    alike.Key.PolicyId,
                    alike.Key.State,
                    Lines = alike.Count(),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(count => count.PolicyId);
        return new SigningMatrix(
            filter,
            total,
            [
                .. shown.Select(id => new SigningMatrix.Person(
                    id,
                    people[id].FullName,
                    people[id].JobTitle,
                    [.. policies.Select(policy => CellOf(cells.GetValueOrDefault((id, policy.Id)), today))]
                )),
            ],
            [
                .. policies.Select(policy => new SigningMatrix.Column(
                    policy.Id,
                    policy.Title,
                    counts[policy.Id].Where(count => count.State is LineState.Signed).Sum(count => count.Lines),
                    counts[policy.Id].Where(count => count.State is not LineState.Exempt).Sum(count => count.Lines)
                )),
            ],
            [
                .. (
                    await db
                        .RequirementLines.Where(line => line.State <= LineState.Signed)
                        .Select(line => line.JobTitle)
                        .Distinct()
                        .ToListAsync(cancellationToken)
                ).Order(StringComparer.CurrentCultureIgnoreCase),
            ]
        );
    }

    private static SigningMatrix.Cell CellOf(RequirementLine? line, DateOnly today) =>
        line switch
        {
            null => new(CellKind.NotAsked, null),
            { State: LineState.Signed } => new(CellKind.Signed, line.SignedOn),
            { State: LineState.Waiting } => new(CellKind.Waiting, null),
            { State: LineState.Paused } => new(CellKind.Paused, null),
            { State: LineState.Exempt } => new(CellKind.Exempt, null),
            _ => new(line.DueOn < today ? CellKind.Overdue : CellKind.Due, line.DueOn),
        };
}
