using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>Re-computes the whole chain, and asks whether every row that claims evidence says what its entry sealed.</summary>
/// <remarks>Whatever somebody did to the file, the answer is a verdict and never an exception.</remarks>
public sealed class VerifyEvidence(IDbContextFactory<InductionDb> factory)
{
    public async Task<ChainVerdict> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // One read transaction: what is checked is one moment, also while people sign.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancellationToken);
        var chain = VerifyChain(db);
        return chain is ChainVerdict.Intact && await FirstFalseRowAsync(db, cancellationToken) is { } broken ? broken : chain;
    }

    /// <summary>What reading a row throws when one of its columns holds something that its type cannot be.</summary>
    internal static bool IsUnreadable(Exception fault) =>
        fault is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException or JsonException;

    private static ChainVerdict VerifyChain(InductionDb db)
    {
        var last = 0L;
        try
        {
            return Chain.Verify(db.Evidence.AsNoTracking().OrderBy(entry => entry.Number).AsEnumerable().Select(entry =>
            {
                last = entry.Number;
                return entry;
            }));
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return new ChainVerdict.Broken(last + 1, "It cannot be read.");
        }
    }

    private static async Task<ChainVerdict.Broken?> FirstFalseRowAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var attestations = await Claims<Attestation>.ReadAsync(db.Attestations, "attestation", cancellationToken);
        var confirmations = await Claims<SectionConfirmation>.ReadAsync(db.Confirmations, "confirmation", cancellationToken);
        var chases = await Claims<Chase>.ReadAsync(db.Chases, "reminder", cancellationToken);
        var audiences = await Claims<AudienceDecision>.ReadAsync(db.AudienceDecisions, "decision on audiences", cancellationToken);
        var roles = await Claims<KeyRoleChange>.ReadAsync(db.KeyRoleChanges, "key role", cancellationToken);
        var editions = await Claims<EditionInForce>.ReadAsync(db.EditionsInForce, "edition", cancellationToken);
        var published = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        await foreach (var entry in db.Evidence.AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            try
            {
                var fault = entry.Kind switch
                {
                    EvidenceKind.PolicyPublished => await PublishedAsync(db, entry, published, cancellationToken),
                    EvidenceKind.SectionConfirmed => confirmations.Take(entry, Confirmed),
                    EvidenceKind.PolicySigned => attestations.Take(entry, Signed),
                    EvidenceKind.PersonChased => chases.Take(entry, Chased),
                    EvidenceKind.AudiencesDecided => audiences.Take(entry, (sealing, row) => sealing.Payload is not { } payload || AudienceFacts.Parse(payload).AreOf(row)),
                    EvidenceKind.KeyRoleChanged => roles.Take(entry, (sealing, row) => sealing.Payload is not { } payload || KeyRoleFacts.Parse(payload).AreOf(row)),
                    EvidenceKind.EditionRecorded => editions.Take(entry, (sealing, row) => sealing.Payload is not { } payload || EditionFacts.Parse(payload).AreOf(row)),
                    EvidenceKind.SchoolSetUp or EvidenceKind.PersonExempted or EvidenceKind.PayloadPurged => null,
                };
                if (fault is not null)
                {
                    return new ChainVerdict.Broken(entry.Number, fault);
                }
            }
            catch (JsonException)
            {
                return new ChainVerdict.Broken(entry.Number, "Its facts are not in a form that this program seals.");
            }
        }

        // Rows that claim an entry of another kind or none, and versions that no entry published: those have no number to name.
        var stored = await db.Database.SqlQuery<string>($"SELECT Id AS Value FROM PolicyVersions").ToListAsync(cancellationToken);
        return new[] { attestations.FirstUnsealed, confirmations.FirstUnsealed, chases.FirstUnsealed, audiences.FirstUnsealed, roles.FirstUnsealed, editions.FirstUnsealed }
            .Concat(stored.Where(id => !published.Contains(id)).Select(id => new ChainVerdict.Broken(0, $"Version {id} is stored, and no entry says that it was published.")))
            .OfType<ChainVerdict.Broken>()
            .MinBy(fault => fault.Number);
    }

    private static async Task<string?> PublishedAsync(InductionDb db, EvidenceEntry entry, HashSet<string> published, CancellationToken cancellationToken)
    {
        published.Add(entry.Subject);
        if (entry.Payload is null)
        {
            return null;
        }

        var facts = PublicationFacts.Parse(entry.Payload);
        var id = new VersionId(facts.Version);
        PolicyVersion? version;
        try
        {
            version = await db.Versions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return "The version that it published cannot be read.";
        }

        if (version is null)
        {
            return "The version that it published is gone.";
        }

        if (!string.Equals(Fingerprint.Of(PolicyMarkdown.Whole(version.Text)), facts.TextHash, StringComparison.Ordinal))
        {
            return "The policy text is not the one that was published.";
        }

        return facts.AreOf(version) ? null : "What is stored about the version is not what was published.";
    }

    private static bool Confirmed(EvidenceEntry entry, SectionConfirmation row)
    {
        if (entry.Payload is null)
        {
            return entry.At == row.ConfirmedAt;
        }

        var facts = SectionFacts.Parse(entry.Payload);
        return (facts.Person, facts.Version, facts.Ordinal, facts.ShownAt, facts.ConfirmedAt) == (row.StaffId.Value, row.VersionId.Value, row.Ordinal, row.ShownAt, row.ConfirmedAt);
    }

    private static bool Signed(EvidenceEntry entry, Attestation row)
    {
        if (entry.Payload is null)
        {
            return entry.At == row.SignedAt && string.Equals(entry.Subject, row.Id.ToString(), StringComparison.Ordinal);
        }

        var facts = AttestationFacts.Parse(entry.Payload);
        var duty = facts.Scope?.Duty ?? nameof(Duty.FullSignature);
        return (facts.Attestation, facts.Signer.Id, facts.Policy.Version, duty, facts.Time.SignedAt) == (row.Id.Value, row.StaffId.Value, row.VersionId.Value, row.Duty.ToString(), row.SignedAt);
    }

    private static bool Chased(EvidenceEntry entry, Chase row)
    {
        if (entry.Payload is null)
        {
            return entry.At == row.At && string.Equals(entry.Subject, row.Id.ToString(), StringComparison.Ordinal);
        }

        var facts = ChaseFacts.Parse(entry.Payload);
        return (facts.Chase, facts.Person, facts.Version, facts.At, facts.Channel, facts.ChasedBy) == (row.Id, row.StaffId.Value, row.VersionId.Value, row.At, row.Channel.ToString(), row.ChasedBy);
    }
}
