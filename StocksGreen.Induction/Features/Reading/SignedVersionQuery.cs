using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Loads a person's own signature.</summary>
public sealed class SignedVersionQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="version">One that the person signed, or the one in force for which an earlier signature stands.</param>
    /// <returns>Null when there is no such signature.</returns>
    public async Task<SignedVersion?> ExecuteAsync(Actor actor, VersionId version, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (await PolicyToReadQuery.FactsAsync(db, actor, today, cancellationToken) is not ({ } facts, { } person))
        {
            return null;
        }

        var requirements = PolicyToReadQuery.Requirements(facts, person, today);
        // Where someone signed in short and later in full, the full one is shown.
        var attestation =
            facts.Attestations.Where(row => row.VersionId == version).MinBy(row => row.Duty)
            ?? requirements.FirstOrDefault(requirement => requirement.Version.Id == version)?.Attestation;
        if (attestation is null)
        {
            return null;
        }

        var signed = facts.Versions.First(row => row.Id == attestation.VersionId);
        var asked = requirements.FirstOrDefault(requirement => requirement.Policy.Id == signed.PolicyId);
        var inForce = facts.InForceOn(today).Select(entry => entry.Version).FirstOrDefault(row => row.PolicyId == signed.PolicyId) ?? signed;
        return new SignedVersion(
            person,
            attestation,
            signed,
            inForce.Number > signed.Number ? inForce : null,
            asked?.Attestation?.Id == attestation.Id,
            asked is { Attestation: null, Standing.Kind: not StandingKind.Exempt },
            inForce.ReviewOn(today),
            ReportCard.From(inForce.Text, Lead(inForce.Text, KeyRoleChange.On(today, await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken))))
        );
    }

    private static string? Lead(PolicyContent text, IReadOnlyDictionary<KeyRole, KeyRoleChange> holders) =>
        ShownDetail
            .From(text, holders)
            .FirstOrDefault(detail => KeyRoleNames.Find(detail.Name) is KeyRole.DesignatedSafeguardingLead && detail.Value.Length > 0)
            ?.Value
        ?? holders.GetValueOrDefault(KeyRole.DesignatedSafeguardingLead)?.Holder;
}
