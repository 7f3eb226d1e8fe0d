using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>Looks up what belongs into a pack. The plan names people and files and holds no document, so it is small for the largest school.</summary>
public sealed class EvidencePackPlanQuery(IDbContextFactory<InductionDb> factory, SigningKeyStore keys)
{
    private const int MostNames = 6; // in one sentence

    /// <returns>Null when the actor may not have it, and before set-up; a plan without signatures where nothing fits the selection.</returns>
    public async Task<EvidencePackPlan?> ExecuteAsync(Actor actor, EvidencePackSelection selection, CancellationToken cancellationToken)
    {
        if (!Permissions.MayMakeEvidencePack(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return null;
        }

        var versions = (await db.ReadVersionsAsync(cancellationToken)).ToDictionary(version => version.Id);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
        var attestations = (await ChosenAsync(db, selection, cancellationToken))
            .Where(row => Fits(selection, people[row.StaffId], versions[row.VersionId]))
            .ToList();
        var entries = await SealsAsync(db, cancellationToken);
        var end = LondonTime.EndOf(selection.AsAt);
        var withdrawn = (await db.ReadChainAsync(cancellationToken))
            .CorrectionsInOrder()
            .Where(correction => correction.Does is CorrectionKind.Withdraws && correction.At < end)
            .Select(correction => correction.AttestationId)
            .ToHashSet();

        var signatures = attestations
            .Select(row => (Row: row, Person: people[row.StaffId], Version: versions[row.VersionId], Entry: entries[row.EvidenceNumber]))
            .OrderBy(each => each.Version.Text.Title, StringComparer.CurrentCulture)
            .ThenBy(each => each.Person.FullName, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(each => each.Row.EvidenceNumber)
            .Select(each => new PackedSignature(
                each.Row.Id,
                each.Person.FullName,
                each.Person.JobTitle,
                each.Version.Id,
                each.Version.Text.Title,
                each.Version.Number,
                each.Row.SignedAt,
                each.Row.IsOnPaper,
                each.Row.EvidenceNumber,
                each.Entry.Hash,
                withdrawn.Contains(each.Row.Id),
                each.Entry.IsDeleted,
                FormattableString.Invariant(
                    $"signed-copies/{EvidencePackFileNames.Safe(each.Version.Text.Title)}/{EvidencePackFileNames.Safe(each.Person.FullName)}"
                ) + FormattableString.Invariant($" {each.Row.EvidenceNumber}.pdf")
            ))
            .ToList();
        return new EvidencePackPlan(
            school.Name,
            school.IsDemonstration,
            selection,
            InWords(selection, versions.Values, people),
            signatures,
            Texts(signatures, versions)
        )
        {
            IsSigned = keys.Current() is not null,
            Records = selection.HasRecords ? await RecordsAsync(db, selection, cancellationToken) : [],
        };
    }

    private static async Task<IReadOnlyList<PackedRecord>> RecordsAsync(InductionDb db, EvidencePackSelection selection, CancellationToken cancellationToken)
    {
        var facts = await db.ReadSchoolFactsAsync(selection.AsAt, cancellationToken);
        var known = KnownPeople.On(selection.AsAt, facts.People, facts.Absences, facts.PersonChanges).People;
        return
        [
            .. known
                .Where(person => person.StartsOn <= selection.AsAt && (selection.People.Count == 0 || selection.People.Contains(person.Id)))
                .OrderBy(person => SurnameOrder.KeyOf(person.FullName), StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(person => person.Id.Value)
                .GroupBy(person => EvidencePackFileNames.Safe(person.FullName), StringComparer.OrdinalIgnoreCase)
                .SelectMany(name =>
                    name.Select(
                        (person, i) =>
                            new PackedRecord(
                                person.Id,
                                person.FullName,
                                FormattableString.Invariant($"induction-records/{name.Key}{(i == 0 ? "" : FormattableString.Invariant($" ({i + 1})"))}.pdf")
                            )
                    )
                ),
        ];
    }

    private static async Task<List<Attestation>> ChosenAsync(InductionDb db, EvidencePackSelection selection, CancellationToken cancellationToken)
    {
        var end = LondonTime.EndOf(selection.AsAt);
        var chosen = db.Attestations.AsNoTracking().Where(row => row.SignedAt < end);
        if (selection.From is { } from)
        {
            var start = LondonTime.EndOf(from.AddDays(-1));
            chosen = chosen.Where(row => row.SignedAt >= start);
        }

        return await chosen.ToListAsync(cancellationToken);
    }

    private static bool Fits(EvidencePackSelection selection, StaffMember person, PolicyVersion version) =>
        (selection.Policies.Count == 0 || selection.Policies.Contains(version.PolicyId))
        && (selection.People.Count == 0 || selection.People.Contains(person.Id))
        && (selection.Groups.Count == 0 || selection.Groups.Contains(person.Audience));

    private static async Task<Dictionary<long, (string Hash, bool IsDeleted)>> SealsAsync(InductionDb db, CancellationToken cancellationToken) =>
        await db
            .Evidence.AsNoTracking()
            .Where(entry => entry.Kind == Domain.Evidence.EvidenceKind.PolicySigned)
            .Select(entry => new
            {
                entry.Number,
                entry.Hash,
                IsDeleted = entry.Payload == null,
            })
            .ToDictionaryAsync(entry => entry.Number, entry => (entry.Hash, entry.IsDeleted), cancellationToken);

    private static IReadOnlyList<PackedText> Texts(IEnumerable<PackedSignature> signatures, Dictionary<VersionId, PolicyVersion> versions) =>
        [
            .. signatures
                .Select(signature => signature.Version)
                .Distinct()
                .Select(id => versions[id])
                .Select(version => new PackedText(
                    version.Id,
                    version.Text.Title,
                    version.Number,
                    version.PublishedOn,
                    version.TextHash,
                    FormattableString.Invariant(
                        $"policies/{EvidencePackFileNames.Safe(version.Text.Title)} version {version.Number} {version.TextHash[..8]}.md"
                    ),
                    version.Original
                )
                {
                    Extract = version.Extract?.ToWords(),
                    SourceName = version.SourceName,
                    Fidelity = version.Fidelity,
                }),
        ];

    private static string InWords(EvidencePackSelection selection, IEnumerable<PolicyVersion> versions, Dictionary<StaffId, StaffMember> people)
    {
        var titles = versions
            .Where(version => selection.Policies.Contains(version.PolicyId))
            .Select(version => version.Text.Title)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.CurrentCulture)
            .ToList();
        var names = selection
            .People.Select(id => people.GetValueOrDefault(id)?.FullName)
            .OfType<string>()
            .Order(StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        var groups = selection.Groups.Order().Select(group => group.Plural()).ToList();
        return string.Concat(
            (names.Count, groups.Count) switch
            {
                (0, 0) => "Everybody",
                (0, _) => string.Join(", ", groups),
                (> MostNames, _) => string.Create(CultureInfo.InvariantCulture, $"{names.Count} chosen people"),
                _ => string.Join(", ", names),
            },
            names.Count > 0 && groups.Count > 0 ? $" ({string.Join(", ", groups)})" : "",
            ", ",
            titles.Count == 0 ? "all policies" : string.Join(", ", titles),
            selection.From is { } from ? $", signed from {LondonTime.ToWords(from)} on" : "",
            $", as at {LondonTime.ToWords(selection.AsAt)}"
        );
    }
}
