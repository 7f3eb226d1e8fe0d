using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Documents;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reporting;

/// <summary>Loads what a certificate prints: the sealed facts, and the text that they seal.</summary>
public sealed class CertificateQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>Null when there is no such attestation, or the actor may not see it: the two look alike.</returns>
    public async Task<(Certificate Certificate, PolicyText Text)?> ExecuteAsync(Actor actor, AttestationId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var attestation = await db.Attestations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (attestation is null || !Permissions.MaySeeSignedCopy(actor, attestation.StaffId))
        {
            return null;
        }

        var entry = await db.Evidence.AsNoTracking().SingleAsync(row => row.Number == attestation.EvidenceNumber, cancellationToken);
        if (entry.Payload is null)
        {
            return null;
        }

        var version = await db.Versions.AsNoTracking().SingleAsync(row => row.Id == attestation.VersionId, cancellationToken);
        return (Print(AttestationFacts.Parse(entry.Payload), entry), version.Text);
    }

    /// <summary>Who held a role on the day, where the school kept it then.</summary>
    private static string? HolderOf(AttestationFacts facts, KeyRole role) => facts.Roles?.FirstOrDefault(held => string.Equals(held.Role, role.ToString(), StringComparison.Ordinal))?.Holder;

    private static string? ScopeOf(AttestationFacts.ScopeFacts? scope)
    {
        var part = scope?.Duty == nameof(Duty.ShortSignature) ? "A short signature of the parts that concern the signer" : null;
        return scope?.Since is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"What changed since version {since.Number}{(scope.Removed.Count > 0 ? $" (taken out: {string.Join(", ", scope.Removed)})" : "")}; its signature of {LondonTime.ToWords(LondonTime.DateIn(since.SignedAt))} stands for the rest")
            : part;
    }

    private static Certificate Print(AttestationFacts facts, EvidenceEntry entry)
    {
        var keyDetails = new PolicyText("", "", facts.Policy.KeyDetails, [], [], [], null, null);
        return new Certificate
        {
            School = facts.School,
            PolicyTitle = facts.Policy.Title,
            VersionLabel = facts.Policy.Number.ToString(CultureInfo.InvariantCulture),
            PublishedOn = facts.Policy.PublishedOn,
            ReviewLine = $"In force. {facts.Policy.Review}",
            IsReviewOverdue = facts.Policy.IsReviewOverdue,
            PersonName = facts.Signer.FullName,
            Email = facts.Signer.Email,
            JobTitle = facts.Signer.JobTitle,
            Audience = facts.Signer.Audience,
            ReadStatement = facts.Statements.Read,
            UnderstoodStatement = facts.Statements.Understood,
            Scope = ScopeOf(facts.Scope),
            Consent = facts.Statements.Consent,
            TypedName = facts.Statements.TypedName,
            IdentityProof = $"{char.ToUpperInvariant(facts.Identity.Method[0])}{facts.Identity.Method[1..]}, at {LondonTime.ToWords(facts.Identity.At)}",
            SignedAt = facts.Time.SignedAt,
            Sections = [.. facts.Ledger.Select(part => new CertifiedSection(part.Heading, part.ShownAt, part.ConfirmedAt, part.Hash))],
            TextHash = facts.Policy.TextHash,
            EvidenceNumber = entry.Number,
            EvidenceHash = entry.Hash,
            PreviousHash = entry.PreviousHash,
            PayloadHash = entry.PayloadHash,
            Dsl = HolderOf(facts, KeyRole.DesignatedSafeguardingLead) ?? keyDetails.DesignatedSafeguardingLead?.Value,
            Governor = HolderOf(facts, KeyRole.NamedGovernor) ?? keyDetails.NamedGovernor?.Value,
            AttestationId = facts.Attestation,
            SoftwareVersion = facts.Software,
            IsDemonstration = facts.IsDemonstration,
        };
    }
}
