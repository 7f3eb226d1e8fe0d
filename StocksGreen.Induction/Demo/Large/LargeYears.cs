using System.Data.Common;
using System.Globalization;
using StocksGreen.Induction.Data.Configurations;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Demo.Large;

/// <summary>
/// Years of publishing, reading and signing in the order of time, each sealed by the domain's own rules; only the way into the file is a short one.
/// </summary>
internal sealed class LargeYears : IDisposable
{
    private const int ConfirmSeconds = 20;
    private static readonly JsonColumn<PersonFacts> FactsColumn = new();

    private readonly Action<EvidenceEntry> sign;
    private readonly IReadOnlyList<StaffMember> people;
    private readonly IReadOnlyList<(Policy Policy, IReadOnlyList<PolicyVersion> Versions)> policies;
    private readonly IReadOnlyList<DateOnly> years;
    private readonly string school;
    private readonly Random chance;
    private readonly Func<Guid> id;
    private readonly BulkRows evidence;
    private readonly BulkRows confirmations;
    private readonly BulkRows attestations;
    private readonly BulkRows changesOfPeople;
    private readonly Queue<PersonChange> arrivals;
    private readonly EarlierSignature?[] signed;
    private readonly Dictionary<(int Policy, int From, int To), MaterialChanges> changes = [];
    private EvidenceEntry? last;

    /// <param name="arrivals">That each of the people was added, in the order of time.</param>
    /// <param name="years">The first day of each.</param>
    internal LargeYears(
        DbConnection connection,
        Action<EvidenceEntry> sign,
        EvidenceEntry? last,
        IReadOnlyList<StaffMember> people,
        IReadOnlyList<PersonChange> arrivals,
        IReadOnlyList<(Policy Policy, IReadOnlyList<PolicyVersion> Versions)> policies,
        IReadOnlyList<DateOnly> years,
        string school,
        Random chance,
        Func<Guid> id
    )
    {
        this.sign = sign;
        (this.people, this.policies, this.years, this.school, this.chance, this.id, this.last) = (people, policies, years, school, chance, id, last);
        evidence = new BulkRows(
            connection,
            "Evidence",
            "Number",
            "Kind",
            "At",
            "Subject",
            "Payload",
            "PayloadHash",
            "PreviousHash",
            "Hash",
            "SignedWith",
            "Signature"
        );
        confirmations = new BulkRows(connection, "SectionConfirmations", "StaffId", "VersionId", "Ordinal", "ConfirmedAt", "EvidenceNumber");
        attestations = new BulkRows(connection, "Attestations", "Id", "StaffId", "VersionId", "Duty", "SignedAt", "EvidenceNumber", "IsOnPaper");
        this.arrivals = new Queue<PersonChange>(arrivals);
        changesOfPeople = new BulkRows(
            connection,
            "PersonChanges",
            "Id",
            "At",
            "StaffId",
            "Change",
            "Facts",
            "MadeBy",
            "MadeByName",
            "Source",
            "EvidenceNumber"
        );
        signed = new EarlierSignature?[people.Count * policies.Count];
    }

    internal int Signatures { get; private set; }

    public void Dispose()
    {
        evidence.Dispose();
        confirmations.Dispose();
        attestations.Dispose();
        changesOfPeople.Dispose();
    }

    /// <param name="year">From 0.</param>
    /// <param name="end">Nothing happens from then on.</param>
    internal void Pass(int year, DateTimeOffset end)
    {
        foreach (var (_, versions) in policies.Where(policy => !IsLasting(policy.Versions)))
        {
            var version = versions[year];
            Append(EvidenceKind.PolicyPublished, version.PublishedAt, version.Id.ToString(), PublicationFacts.From(version).ToJson());
        }

        foreach (
            var (at, person, policy) in Signing(year, end)
                .OrderBy(happening => happening.At)
                .ThenBy(happening => happening.Person)
                .ThenBy(happening => happening.Policy)
        )
        {
            Sign(at, person, policy, In(policies[policy].Versions, year));
        }
    }

    /// <summary>Enters who has come by an instant.</summary>
    internal void Arrive(DateTimeOffset by)
    {
        while (arrivals.TryPeek(out var next) && next.At <= by)
        {
            var change = arrivals.Dequeue();
            var entry = Add(EvidenceEntry.Append(last, EvidenceKind.Of<PersonChange>(), change.At, change.Id.ToString(), change.ToJson()));
            changesOfPeople.Add(
                change.Id,
                change.At.UtcDateTime,
                change.StaffId.Value,
                change.Change.ToString(),
                FactsColumn.ConvertToProvider(change.Facts),
                change.MadeBy?.Value,
                change.MadeByName,
                change.Source,
                entry.Number
            );
        }
    }

    /// <summary>Most sign within three weeks, some late; of the year that runs a tenth has not.</summary>
    private List<(DateTimeOffset At, int Person, int Policy)> Signing(int year, DateTimeOffset end)
    {
        var happenings = new List<(DateTimeOffset At, int Person, int Policy)>();
        for (var person = 0; person < people.Count; person++)
        {
            var (own, eagerness) = (people[person], chance.NextDouble());
            for (var policy = 0; policy < policies.Count; policy++)
            {
                var version = In(policies[policy].Versions, year);
                if (IsLasting(policies[policy].Versions) && signed[(person * policies.Count) + policy] is not null)
                {
                    continue;
                }

                var next = year + 1 < years.Count ? new DateTimeOffset(years[year + 1].ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero) : end;
                if (!version.Release.Duties.Any(duty => duty.Audience == own.Audience) || chance.NextDouble() < (eagerness > 0.9 ? 0.6 : 0.03))
                {
                    continue;
                }

                var asked = IsLasting(policies[policy].Versions) ? years[year] : version.PublishedOn;
                var from = own.StartsOn > asked ? own.StartsOn : asked;
                var day = from.AddDays((int)(chance.NextDouble() * chance.NextDouble() * 30) + 1);
                var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero).AddSeconds(chance.Next(36_000));
                if (at < next && at < end && own.IsInPost(day))
                {
                    happenings.Add((at, person, policy));
                }
            }
        }

        return happenings;
    }

    /// <summary>Published once, before the first of these years, and in force through all of them.</summary>
    private bool IsLasting(IReadOnlyList<PolicyVersion> versions) => versions[0].PublishedOn < years[0];

    private static PolicyVersion In(IReadOnlyList<PolicyVersion> versions, int year) => versions[Math.Min(year, versions.Count - 1)];

    private void Sign(DateTimeOffset at, int person, int policy, PolicyVersion version)
    {
        var own = people[person];
        var assignment = Assign(version, policy, signed[(person * policies.Count) + policy]);
        List<SectionConfirmation> confirmed = [];
        foreach (var ordinal in assignment.Parts)
        {
            var part = version.Parts[ordinal];
            // Many read at once and the chain is one line, so no part is confirmed before what was written last.
            var when = at.AddSeconds((confirmed.Count - assignment.Parts.Count) * ConfirmSeconds);
            when = last!.At > when && last.At <= at ? last.At : when;
            var facts = new SectionFacts(SectionFacts.CurrentForm, own.Id.Value, version.Id.Value, ordinal, part.Heading, part.Hash, null, when);
            var entry = Append(EvidenceKind.SectionConfirmed, when, string.Create(CultureInfo.InvariantCulture, $"{version.Id}/{ordinal}"), facts.ToJson());
            confirmations.Add(own.Id.Value, version.Id.Value, ordinal, when.UtcDateTime, entry.Number);
            confirmed.Add(new SectionConfirmation(own.Id, version.Id, ordinal, when, entry.Number));
        }

        var actor = new Actor(
            own.Id,
            own.FullName,
            AccessRoles.Staff,
            new IdentityProof("password", at.AddMinutes(-2)),
            string.Create(CultureInfo.InvariantCulture, $"{person}.{at.ToUnixTimeSeconds()}")
        );
        var attestation = new AttestationId(id());
        var context = new SigningContext(
            attestation,
            actor,
            own,
            school,
            Statements.For(version, assignment),
            version.PublishedOn.AddDays(14),
            at,
            Software.NameAndVersion,
            IsDemonstration: true,
            new Dictionary<KeyRole, KeyRoleChange>()
        );
        var form = new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, own.FullName, DeclarationOutcome.NothingToDeclare);
        if (SignatureBuilder.Sign(form, new ReadingLedger(version, assignment, confirmed), context) is not SignatureDecision.Accepted accepted)
        {
            throw new InvalidOperationException($"{own.FullName} could not sign the {version.Text.Title}.");
        }

        var sealing = Append(EvidenceKind.PolicySigned, at, attestation.ToString(), accepted.Facts.ToJson());
        attestations.Add(attestation.Value, own.Id.Value, version.Id.Value, assignment.Duty.ToString(), at.UtcDateTime, sealing.Number, 0);
        signed[(person * policies.Count) + policy] = new EarlierSignature(
            new Attestation(attestation, own.Id, version.Id, assignment.Duty, at, sealing.Number),
            version
        );
        Signatures++;
    }

    /// <summary>All of it the first time, and then what changed since.</summary>
    private Assignment Assign(PolicyVersion version, int policy, EarlierSignature? earlier)
    {
        var whole = Assignment.Whole(version);
        if (earlier is null)
        {
            return whole;
        }

        var key = (policy, earlier.Version.Number, version.Number);
        if (!changes.TryGetValue(key, out var since))
        {
            changes[key] = since = MaterialChanges.Over(policies[policy].Versions.Where(later => later.Number > key.Item2 && later.Number <= key.Item3));
        }

        return whole with
        {
            Parts = [.. whole.Shown.Where(since.Parts.ContainsKey)],
            Removed = [],
            Since = earlier,
        };
    }

    private EvidenceEntry Append(EvidenceKind kind, DateTimeOffset at, string subject, string payload)
    {
        Arrive(at);
        if (ClockFacts.EntryAfter(last, at) is { } back)
        {
            Add(back);
        }

        return Add(EvidenceEntry.Append(last, kind, at, subject, payload));
    }

    private EvidenceEntry Add(EvidenceEntry entry)
    {
        last = entry;
        sign(last);
        evidence.Add(
            last.Number,
            last.Kind.ToString(),
            last.At.UtcDateTime,
            last.Subject,
            last.Payload,
            last.PayloadHash,
            last.PreviousHash,
            last.Hash,
            last.SignedWith,
            last.Signature
        );
        return last;
    }
}
