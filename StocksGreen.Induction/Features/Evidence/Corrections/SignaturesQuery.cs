using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Evidence.Corrections;

/// <summary>A signature as the school keeps it.</summary>
/// <param name="Policy">Title and version.</param>
public sealed record KeptSignature(Attestation Attestation, string FullName, string Policy, IReadOnlyList<Correction> Corrections)
{
    public bool IsWithdrawn => Corrections.Any(correction => correction.Does is CorrectionKind.Withdraws);
}

/// <summary>Loads signatures, latest first.</summary>
public sealed class SignaturesQuery(IDbContextFactory<InductionDb> factory)
{
    /// <summary>More than these are found by searching.</summary>
    public const int Most = 100;

    /// <param name="search">Words of name or policy; null for all.</param>
    /// <returns>Null when the actor may not see them.</returns>
    public async Task<IReadOnlyList<KeptSignature>?> ExecuteAsync(Actor actor, string? search, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var names = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var versions = (await db.ReadVersionsAsync(cancellationToken)).ToDictionary(
            version => version.Id,
            version => $"{version.Text.Title}, {version.Label.ToLowerInvariant()}"
        );
        var corrections = (await db.ReadChainAsync(cancellationToken)).CorrectionsInOrder().ToLookup(correction => correction.AttestationId);
        var found = new List<KeptSignature>();
        // Read one after the other, so that the latest are there before those of many years have been looked at.
        await foreach (
            var row in db.Attestations.AsNoTracking().OrderByDescending(row => row.EvidenceNumber).AsAsyncEnumerable().WithCancellation(cancellationToken)
        )
        {
            if (SearchText.Matches($"{names[row.StaffId]} {versions[row.VersionId]}", search))
            {
                found.Add(new KeptSignature(row, names[row.StaffId], versions[row.VersionId], [.. corrections[row.Id]]));
            }

            if (found.Count == Most)
            {
                break;
            }
        }

        return found;
    }

    /// <returns>One signature; null when there is none, or the actor may not see it.</returns>
    public async Task<KeptSignature?> OneAsync(Actor actor, AttestationId id, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Attestations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var version = (await db.ReadVersionsAsync(cancellationToken)).First(version => version.Id == row.VersionId);
        return new KeptSignature(
            row,
            await db.People.Where(person => person.Id == row.StaffId).Select(person => person.FullName).SingleAsync(cancellationToken),
            $"{version.Text.Title}, {version.Label.ToLowerInvariant()}",
            (await db.ReadChainAsync(cancellationToken)).CorrectionsOf(id, row.EvidenceNumber).Known
        );
    }
}
