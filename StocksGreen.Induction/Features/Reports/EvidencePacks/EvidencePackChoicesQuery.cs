using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>What the page offers to choose from.</summary>
public sealed class EvidencePackChoicesQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>Null when the actor may not have a pack.</returns>
    public async Task<EvidencePackChoices?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayMakeEvidencePack(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var policies = await db.Policies.AsNoTracking().ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Where(person => db.Attestations.Any(row => row.StaffId == person.Id)).ToListAsync(cancellationToken);
        return new EvidencePackChoices(
            [.. policies.OrderBy(policy => policy.Title, StringComparer.CurrentCulture)],
            [.. people.OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)],
            await db.Attestations.CountAsync(cancellationToken)
        );
    }
}
