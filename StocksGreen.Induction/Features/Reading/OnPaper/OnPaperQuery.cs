using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>Loads whose signatures may be entered, and scans.</summary>
public sealed class OnPaperQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>People in post and policies in force, by name; null when the actor may not.</returns>
    public async Task<(IReadOnlyList<StaffMember> People, IReadOnlyList<Policy> Policies)?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        return (
            [
                .. (await db.People.AsNoTracking().ToListAsync(cancellationToken))
                    .Where(person => !person.HasLeft(today))
                    .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase),
            ],
            [.. (await db.Policies.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(policy => policy.Title, StringComparer.CurrentCultureIgnoreCase)]
        );
    }

    /// <summary>Those who are asked to sign a policy and have not: whose names may be on a sheet.</summary>
    /// <returns>By name; nothing when the actor may not.</returns>
    public async Task<IReadOnlyList<StaffMember>> UnsignedAsync(Actor actor, PolicyId policy, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return [];
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
        [
            .. (
                await db
                    .People.AsNoTracking()
                    .Where(person => db.RequirementLines.Any(line => line.StaffId == person.Id && line.PolicyId == policy && line.State < LineState.Exempt))
                    .ToListAsync(cancellationToken)
            )
                .Where(person => person.Id != actor.StaffId)
                .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <returns>Null when there is no such scan, or the actor may not see it.</returns>
    public async Task<PaperScan?> ScanAsync(Actor actor, AttestationId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var attestation = await db.Attestations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return attestation is not null && Permissions.MaySeeSignedCopy(actor, attestation.StaffId)
            ? await db.PaperScans.AsNoTracking().SingleOrDefaultAsync(row => row.AttestationId == id, cancellationToken)
            : null;
    }
}
