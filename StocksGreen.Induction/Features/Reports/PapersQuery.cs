using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>What the papers of the office can be of.</summary>
public sealed class PapersQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>People who have not left, and policies in force, each by name; null when the actor prints no such papers.</returns>
    public async Task<(IReadOnlyList<(StaffId Id, string Name)> People, IReadOnlyList<(PolicyId Id, string Title)> Policies)?> ExecuteAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.ReadPolicyFactsAsync(cancellationToken);
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        return (
            [
                .. people
                    .Where(person => !person.HasLeft(today))
                    .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                    .Select(person => (person.Id, $"{person.FullName}, {person.JobTitle}")),
            ],
            [
                .. facts
                    .InForceOn(today)
                    .OrderBy(line => line.Version.Text.Title, StringComparer.CurrentCultureIgnoreCase)
                    .Select(line => (line.Policy.Id, line.Version.Text.Title)),
            ]
        );
    }
}
