using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Sealing;
using StocksGreen.Induction.Domain.Crests;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>Re-computes the whole chain, and asks whether every row that claims evidence says what its entry sealed.</summary>
/// <remarks>Whatever somebody did to the file, the answer is a verdict and never an exception.</remarks>
public sealed class VerifyEvidence(IDbContextFactory<InductionDb> factory, EntrySignatures signatures)
{
    public async Task<ChainVerdict> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // One read transaction: what is checked is one moment, also while people sign.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancellationToken);
        var chain = VerifyChain(db, signatures.Check());
        if (chain is ChainVerdict.Intact { Entries: var entries } && signatures.From is { } from && from > entries + 1)
        {
            return new ChainVerdict.Broken(entries + 1, string.Create(CultureInfo.InvariantCulture, $"It is missing: when the school’s key was first asked to sign, the next entry was {from}."));
        }

        return chain is ChainVerdict.Intact && await FaultsAsync(db, cancellationToken).FirstOrDefaultAsync(cancellationToken) is { } broken ? broken : chain;
    }

    /// <summary>What reading a row throws when one of its columns holds something that its type cannot be.</summary>
    internal static bool IsUnreadable(Exception fault) =>
        fault is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException or JsonException;

    private static ChainVerdict VerifyChain(InductionDb db, Func<EvidenceEntry, string?>? signatureFault)
    {
        var last = 0L;
        try
        {
            return Chain.Verify(
                db.Evidence.AsNoTracking().OrderBy(entry => entry.Number).AsEnumerable().Select(entry =>
                {
                    last = entry.Number;
                    return entry;
                }),
                signatureFault);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return new ChainVerdict.Broken(last + 1, "It cannot be read.");
        }
    }

    /// <summary>Every row that does not say what was sealed, and every entry that is not stored as it was written, in the order of the entries. The chain itself is not asked here.</summary>
    internal static async IAsyncEnumerable<ChainVerdict.Broken> FaultsAsync(InductionDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scans = await PaperScans.ReadAsync(db, cancellationToken);
        var readers = await PurgedReadersAsync(db, cancellationToken);
        var entries = new AsWritten<EvidenceEntry>(db);
        var claims = new Dictionary<EvidenceKind, IClaims>
        {
            [EvidenceKind.PolicySigned] = await Claims<Attestation>.ReadAsync(db, "attestation", (entry, row) => Signed(entry, row, scans), cancellationToken),
            [EvidenceKind.SectionConfirmed] = await Claims<SectionConfirmation>.ReadAsync(db, "confirmation", (entry, row) => Confirmed(entry, row, readers), cancellationToken),
            [EvidenceKind.PersonChased] = await Claims<Chase>.ReadAsync(db, "reminder", Chased, cancellationToken),
            [EvidenceKind.AudiencesDecided] = await Claims<AudienceDecision>.ReadAsync(
                db, "decision on audiences", (entry, row) => entry.Payload is not { } payload || AudienceFacts.Parse(payload).AreOf(row), cancellationToken),
            [EvidenceKind.KeyRoleChanged] = await Claims<KeyRoleChange>.ReadAsync(
                db, "key role", (entry, row) => entry.Payload is not { } payload || KeyRoleFacts.Parse(payload).AreOf(row), cancellationToken),
            [EvidenceKind.EditionRecorded] = await Claims<EditionInForce>.ReadAsync(
                db, "edition", (entry, row) => entry.Payload is not { } payload || EditionFacts.Parse(payload).AreOf(row), cancellationToken),
            [EvidenceKind.QuestionAsked] = await SealedAsync<ReaderQuestion>("question"),
            [EvidenceKind.QuestionAnswered] = await SealedAsync<ReaderAnswer>("answer"),
            [EvidenceKind.CheckQuestionWritten] = await SealedAsync<CheckQuestion>("check question"),
            [EvidenceKind.CheckAnswered] = await SealedAsync<CheckAttempt>("answer to a check question"),
            [EvidenceKind.AdjustmentAsked] = await SealedAsync<AdjustmentRequest>("request for another way"),
            [EvidenceKind.AdjustmentMade] = await SealedAsync<AdjustmentMade>("adjustment"),
            [EvidenceKind.DeclarationRaised] = await SealedAsync<Declaration>("declaration"),
            [EvidenceKind.DeclarationDecided] = await SealedAsync<DeclarationDecision>("decision on a declaration"),
            [EvidenceKind.DeclarationAcknowledged] = await SealedAsync<DeclarationAcknowledgement>("acknowledgement"),
            [EvidenceKind.PackDecided] = await SealedAsync<Pack>("induction pack"),
            [EvidenceKind.BriefingGiven] = await SealedAsync<Briefing>("briefing"),
            [EvidenceKind.BriefingConfirmed] = await SealedAsync<BriefingConfirmation>("confirmation of a briefing"),
            [EvidenceKind.BriefingChased] = await SealedAsync<BriefingChase>("reminder of a briefing"),
            [EvidenceKind.VisitorReminded] = await SealedAsync<VisitorReminder>("visitor's reminder"),
            [EvidenceKind.ParentsReminded] = await SealedAsync<EventReminder>("reminder to parents"),
            [EvidenceKind.CopyGiven] = await SealedAsync<CopyGiven>("copy that was given"),
            [EvidenceKind.ReportCardShown] = await SealedAsync<ReportCardShown>("card that was shown"),
            [EvidenceKind.SignatureCorrected] = await SealedAsync<Correction>("correction"),
            [EvidenceKind.TermDatesDecided] = await SealedAsync<TermDates>("set of term dates"),
            [EvidenceKind.CalendarDayDecided] = await SealedAsync<CalendarDay>("decision on a day"),
            [EvidenceKind.WorkingPatternDecided] = await SealedAsync<WorkingPattern>("working pattern"),
            [EvidenceKind.NoticeQueued] = await SealedAsync<Notice>("e-mail"),
            [EvidenceKind.NoticeAnswered] = await SealedAsync<NoticeOutcome>("outcome of an e-mail"),
            [EvidenceKind.PersonChanged] = await SealedAsync<PersonChange>("change to a person"),
            [EvidenceKind.PersonExempted] = await SealedAsync<Exemption>("exemption"),
            [EvidenceKind.ExemptionEnded] = await SealedAsync<ExemptionEnd>("end of an exemption"),
            [EvidenceKind.DueExtended] = await SealedAsync<Extension>("extension"),
            [EvidenceKind.DueRulesDecided] = await SealedAsync<DueRules>("set of due rules"),
            [EvidenceKind.CrestDecided] = await SealedAsync<SchoolCrest>("crest"),
        };
        var published = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        await foreach (var entry in db.Evidence.AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            string? fault;
            try
            {
                fault = !entries.Stands(entry) ? "It is not stored as it was written."
                    : entry.Kind is EvidenceKind.PolicyPublished ? await PublishedAsync(db, entry, published, cancellationToken)
                    : claims.TryGetValue(entry.Kind, out var claim) ? claim.Take(entry)
                    : entry.Kind is EvidenceKind.PayloadPurged ? PurgeFacts.TryRead(entry, out _) ? null : "Its facts are not in a form that this program seals."
                    : entry.Kind is EvidenceKind.SchoolSetUp ? null
                    : "This program has no rule that checks entries of its kind.";
            }
            catch (Exception unread) when (IsUnreadable(unread))
            {
                fault = "Its facts are not in a form that this program seals.";
            }

            if (fault is not null)
            {
                yield return new ChainVerdict.Broken(entry.Number, fault);
            }
        }

        // Rows that claim an entry of another kind or none, and versions that no entry published: those have no number to name.
        var stored = await db.Database.SqlQuery<string>($"SELECT Id AS Value FROM PolicyVersions").ToListAsync(cancellationToken);
        foreach (var fault in claims.Values.Select(claim => claim.FirstUnsealed)
            .Append(scans.FirstUnclaimed)
            .Append(await PeopleAsRecorded.FirstOtherAsync(db, cancellationToken))
            .Concat(stored.Where(id => !published.Contains(id)).Select(id => new ChainVerdict.Broken(0, $"Version {id} is stored, and no entry says that it was published.")))
            .OfType<ChainVerdict.Broken>()
            .OrderBy(fault => fault.Number))
        {
            yield return fault;
        }

        Task<Claims<T>> SealedAsync<T>(string noun)
            where T : SealedRecord => Claims<T>.ReadAsync(db, noun, (entry, row) => row.IsSealedBy(entry), cancellationToken, mayBePurged: true);
    }

    /// <returns>The person of each confirmation whose facts were purged, by the number of its entry.</returns>
    private static async Task<IReadOnlyDictionary<long, Guid>> PurgedReadersAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var all = new Dictionary<long, Guid>();
        await foreach (var entry in db.Evidence.AsNoTracking().Where(entry => entry.Kind == EvidenceKind.PayloadPurged).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (PurgeFacts.TryRead(entry, out var facts) && facts.Person is { } person)
            {
                all[facts.Entry] = person;
            }
        }

        return all;
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

        return facts.AreOf(version) && new AsWritten<PolicyVersion>(db).Stands(version) ? null : "What is stored about the version is not what was published.";
    }

    private static bool Confirmed(EvidenceEntry entry, SectionConfirmation row, IReadOnlyDictionary<long, Guid> purged)
    {
        if (entry.Payload is null)
        {
            return (!purged.TryGetValue(entry.Number, out var person) || person == row.StaffId.Value)
                && entry.At == row.ConfirmedAt && string.Equals(entry.Subject, string.Create(CultureInfo.InvariantCulture, $"{row.VersionId}/{row.Ordinal}"), StringComparison.Ordinal);
        }

        var facts = SectionFacts.Parse(entry.Payload);
        return (facts.Person, facts.Version, facts.Ordinal, facts.ConfirmedAt) == (row.StaffId.Value, row.VersionId.Value, row.Ordinal, row.ConfirmedAt);
    }

    private static bool Signed(EvidenceEntry entry, Attestation row, PaperScans scans)
    {
        if (entry.Payload is null)
        {
            scans.LeaveOut(row.Id);
            return entry.At == row.SignedAt && string.Equals(entry.Subject, row.Id.ToString(), StringComparison.Ordinal);
        }

        var facts = AttestationFacts.Parse(entry.Payload);
        return (facts.Attestation, facts.Signer.Id, facts.Policy.Version, facts.Scope.Duty, facts.Time.SignedAt, facts.Paper is not null)
                == (row.Id.Value, row.StaffId.Value, row.VersionId.Value, row.Duty.ToString(), row.SignedAt, row.IsOnPaper)
            && scans.Take(row.Id, facts.Paper);
    }

    private static bool Chased(EvidenceEntry entry, Chase row)
    {
        if (entry.Payload is null)
        {
            return entry.At == row.At && string.Equals(entry.Subject, row.Id.ToString(), StringComparison.Ordinal);
        }

        var facts = ChaseFacts.Parse(entry.Payload);
        return (facts.Chase, facts.Person, facts.Version, facts.At, facts.Channel, facts.ChasedBy, facts.Notice)
            == (row.Id, row.StaffId.Value, row.VersionId.Value, row.At, row.Channel.ToString(), row.ChasedBy, row.NoticeId);
    }
}
