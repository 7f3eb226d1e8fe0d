using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Loads what a certificate prints: the sealed facts, and the text that they seal.</summary>
public sealed class CertificateQuery(IDbContextFactory<InductionDb> factory, SchoolAddress address)
{
    private const string UnreadCorrection =
        "An entry that corrects or withdraws a signature does not say any more what was sealed. Whether it is this one cannot be told: ask the school.";

    /// <returns>Null when there is no such attestation, or the actor may not see it: the two look alike.</returns>
    public async Task<(Certificate Certificate, PolicyContent Text)?> ExecuteAsync(Actor actor, AttestationId id, CancellationToken cancellationToken)
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
        var facts = AttestationFacts.Parse(entry.Payload);
        var shown = await ShownAsync(db, attestation, version, facts, cancellationToken);
        var (corrections, isWhole) = (await db.ReadChainAsync(cancellationToken)).CorrectionsOf(id, entry.Number);
        var warnings = await EvidenceWarnings.OfEntryAsync(db, entry, cancellationToken);
        var later = (await db.ReadVersionsAsync(cancellationToken))
            .Where(row => row.PolicyId == version.PolicyId && row.Number > version.Number)
            .OrderBy(row => row.Number)
            .FirstOrDefault();
        var superseded = later is null
            ? null
            : $"{later.Label.ToLowerInvariant()} of {LondonTime.ToWords(later.PublishedOn)}"
                + (later.InForceFrom == later.PublishedOn ? "" : $", in force from {LondonTime.ToWords(later.InForceFrom)}");
        var withdrawal = corrections.FirstOrDefault(row => row.Does is CorrectionKind.Withdraws);
        var certificate = Print(facts, entry, version, Permissions.MaySeeDeclared(actor, attestation.StaffId)) with
        {
            FirstKey = warnings.FirstKey,
            Warnings = isWhole ? warnings.Sentences : [UnreadCorrection, .. warnings.Sentences],
            Crest = CrestImage.FromStored(await db.ReadCrestAsync(attestation.SignedAt, cancellationToken)),
            IsSelection = shown is not null,
            Sections = await SectionsAsync(db, facts, cancellationToken),
            Withdrawal = withdrawal is null ? null : CertificateRecord.Correction(withdrawal),
            Corrections = [.. corrections.Where(row => row.Does is CorrectionKind.Amends).Select(CertificateRecord.Correction)],
            Superseded = superseded,
            Afterwards = await AfterwardsAsync(db, attestation, facts, superseded, cancellationToken),
            CheckAddress = address.Of(Urls.Check(PaperCode.From(entry))),
        };
        return (certificate, shown is null ? version.Text : Selected(version.Text, shown));
    }

    /// <summary>The reading ledger. Times of showing stand in the entries of the confirmations, where retention deletes them.</summary>
    private static async Task<IReadOnlyList<CertifiedSection>> SectionsAsync(InductionDb db, AttestationFacts facts, CancellationToken cancellationToken)
    {
        var numbers = facts.Ledger.Select(part => part.Evidence).ToList();
        var sealedParts = (await db.Evidence.AsNoTracking().Where(entry => numbers.Contains(entry.Number)).ToListAsync(cancellationToken)).ToDictionary(
            entry => entry.Number,
            entry => entry.Payload is { } payload ? SectionFacts.Parse(payload) : null
        );
        return
        [
            .. facts.Ledger.Select(part =>
            {
                var times = sealedParts.GetValueOrDefault(part.Evidence);
                return new CertifiedSection(part.Heading, times?.ShownAt, part.ConfirmedAt, part.Hash, times?.EndReachedAt, times is null);
            }),
        ];
    }

    private static async Task<IReadOnlyList<RecordLine>> AfterwardsAsync(
        InductionDb db,
        Attestation attestation,
        AttestationFacts facts,
        string? superseded,
        CancellationToken cancellationToken
    )
    {
        var copy = await db
            .CopiesGiven.AsNoTracking()
            .Where(row => row.AttestationId == attestation.Id)
            .OrderBy(row => row.EvidenceNumber)
            .FirstOrDefaultAsync(cancellationToken);
        var card = await db
            .ReportCardsShown.AsNoTracking()
            .Where(row => row.AttestationId == attestation.Id)
            .OrderBy(row => row.EvidenceNumber)
            .FirstOrDefaultAsync(cancellationToken);
        var withdrawal = (
            await db
                .PolicyWithdrawals.AsNoTracking()
                .Where(row => row.PolicyId == new PolicyId(facts.Policy.Id))
                .OrderBy(row => row.EvidenceNumber)
                .ToListAsync(cancellationToken)
        ).LastOrDefault();
        IReadOnlyList<RecordLine> lines =
        [
            new("Afterwards", "Copy first given to the signer", copy is null ? null : $"{LondonTime.ToWords(copy.At)}; SHA-256 of that file {copy.FileHash}"),
            new("Afterwards", "Shown where to report", card is null ? null : $"{LondonTime.ToWords(card.At)}: {card.Wording}"),
            new("Afterwards", "Detailed times of reading", await TimesAsync(db, attestation, facts, cancellationToken)),
            new("Afterwards", "Superseded by", superseded ?? "no later version"),
        ];
        return withdrawal?.From is { } from ? [.. lines, new("Afterwards", "Policy withdrawn", $"from {LondonTime.ToWords(from)}")] : lines;
    }

    /// <summary>When detailed times go, or which entries say that they have gone.</summary>
    private static async Task<string?> TimesAsync(InductionDb db, Attestation attestation, AttestationFacts facts, CancellationToken cancellationToken)
    {
        var subjects = facts.Ledger.Select(part => part.Evidence.ToString(CultureInfo.InvariantCulture)).ToList();
        var purged = await db
            .Evidence.AsNoTracking()
            .Where(entry => entry.Kind == EvidenceKind.PayloadPurged && subjects.Contains(entry.Subject))
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancellationToken);
        return (purged, subjects) switch
        {
            ([var first, ..], _) => $"deleted on {LondonTime.ToWords(LondonTime.DateIn(first.At))}, as evidence {(purged.Count == 1 ? "entry" : "entries")} "
                + $"{string.Join(", ", purged.Select(entry => entry.Number))} {(purged.Count == 1 ? "says" : "say")}",
            (_, []) => null,
            _ => $"to be deleted after {LondonTime.ToWords(LondonTime.DateIn(attestation.SignedAt.AddDays(PartReading.KeptDays)))}",
        };
    }

    /// <returns>Ordinals that the signer's audience was shown when they signed; null for all.</returns>
    private static async Task<IReadOnlyList<int>?> ShownAsync(
        InductionDb db,
        Attestation attestation,
        PolicyVersion version,
        AttestationFacts facts,
        CancellationToken cancellationToken
    )
    {
        var decided = await db
            .AudienceDecisions.AsNoTracking()
            .Where(decision => decision.VersionId == version.Id && decision.EvidenceNumber < attestation.EvidenceNumber)
            .OrderBy(decision => decision.EvidenceNumber)
            .LastOrDefaultAsync(cancellationToken);
        return (decided?.Duties ?? version.Release.Duties)
            .FirstOrDefault(duty => string.Equals(duty.Audience.Singular(), facts.Signer.Audience, StringComparison.Ordinal))
            ?.Parts;
    }

    private static PolicyContent Selected(PolicyContent text, IReadOnlyList<int> shown) =>
        text with
        {
            KeyDetails = shown.Contains(0) ? text.KeyDetails : [],
            Preamble = shown.Contains(0) ? text.Preamble : [],
            PreambleNotes = shown.Contains(0) ? text.PreambleNotes : [],
            Sections = [.. text.Sections.Where((_, index) => shown.Contains(index + 1))],
        };

    /// <summary>Who held a role on the day, where the school kept it then.</summary>
    private static string? HolderOf(AttestationFacts facts, KeyRole role) =>
        facts.Roles.FirstOrDefault(held => string.Equals(held.Role, role.ToString(), StringComparison.Ordinal))?.Holder;

    private static string? ScopeOf(AttestationFacts.ScopeFacts scope)
    {
        var isShort = scope.Duty == nameof(Duty.ShortSignature);
        return scope.Since is { } since
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(isShort ? "What changed for the signer" : "What changed")} since version "
                        + $"{since.Number}{(scope.Removed.Count > 0 ? $" (taken out: {string.Join(", ", scope.Removed)})" : "")}; its signature of "
                        + $"{LondonTime.ToWords(LondonTime.DateIn(since.SignedAt))} stands for the rest"
                )
            : isShort ? "A short signature of the parts that concern the signer"
            : null;
    }

    private static Certificate Print(AttestationFacts facts, EvidenceEntry entry, PolicyVersion version, bool showsDeclaration)
    {
        var keyDetails = new PolicyContent("", "", facts.Policy.KeyDetails, [], [], [], null, null);
        return new Certificate
        {
            School = facts.School,
            PolicyTitle = facts.Policy.Title,
            VersionLabel = facts.Policy.Number.ToString(CultureInfo.InvariantCulture),
            PublishedOn = facts.Policy.PublishedOn,
            NextReview = facts.Policy.NextReview is { } month ? ReviewMonth.Parse(month).ToWords() : null,
            ReviewLine = $"In force. {facts.Policy.Review}",
            IsReviewOverdue = facts.Policy.IsReviewOverdue,
            PersonName = facts.Signer.FullName,
            Email = facts.Signer.Email,
            JobTitle = facts.Signer.JobTitle,
            Audience = facts.Signer.Audience,
            ReadStatement = facts.Statements.Read,
            UnderstoodStatement = facts.Statements.Understood,
            Scope = ScopeOf(facts.Scope),
            Extract = version.Extract?.ToWords(),
            IsOfChangesOnly = facts.Scope.Since is not null,
            Consent = facts.Statements.Consent,
            TypedName = facts.Statements.TypedName,
            Declaration = CertificateRecord.Declaration(facts, showsDeclaration),
            Understanding = CertificateRecord.Understanding(facts),
            IdentityProof = CertificateRecord.Identity(facts),
            SignedAt = facts.Time.SignedAt,
            Sections = [],
            Pages = PagePictures.InWords(version.Text),
            Record = CertificateRecord.From(facts, entry, version, showsDeclaration),
            Drawing = DrawnSignature.Parse(facts.Statements.Drawing) ?? [],
            OnPaper = CertificateRecord.OnPaper(facts),
            DatedOnPaper = facts.Paper?.SignedOn,
            TextHash = facts.Policy.TextHash,
            EvidenceNumber = entry.Number,
            EvidenceHash = entry.Hash,
            PreviousHash = entry.PreviousHash,
            PayloadHash = entry.PayloadHash,
            Sealed =
                showsDeclaration || facts.Declaration is null
                    ? new SealedData(entry.Payload!, IsWhole: true)
                    : new SealedData(facts.WithoutDeclaration().ToJson(), IsWhole: false),
            ReleasedBy = CertificateRecord.ReleasedBy(facts.Policy),
            Approval = CertificateRecord.ApprovalOf(facts.Policy),
            Pace = CertificateRecord.Pace(facts.Reading),
            Place = CertificateRecord.Place(facts.Identity),
            Path = CertificateRecord.Path(facts),
            Dsl = HolderOf(facts, KeyRole.DesignatedSafeguardingLead) ?? keyDetails.DesignatedSafeguardingLead?.Value,
            Governor = HolderOf(facts, KeyRole.NamedGovernor) ?? keyDetails.NamedGovernor?.Value,
            AttestationId = facts.Attestation,
            SoftwareVersion = facts.Software,
            IsDemonstration = facts.IsDemonstration,
        };
    }
}
