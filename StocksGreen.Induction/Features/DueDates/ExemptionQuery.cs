using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>Loads an exemption that holds today, with what would be asked without it.</summary>
public sealed class ExemptionQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when the actor may not end it, or there is none that holds.</returns>
    public async Task<Requirement?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            !Permissions.MayExempt(actor)
            || await db.Exemptions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } exemption
        )
        {
            return null;
        }

        var requirements = (await db.ReadSchoolFactsAsync(exemption.StaffId, cancellationToken)).RequirementsAt(LondonTime.DateIn(clock.GetUtcNow()));
        return requirements.FirstOrDefault(requirement => requirement.Exemption?.Id == id);
    }
}
