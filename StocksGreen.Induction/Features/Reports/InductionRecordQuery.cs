using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Loads what one person's induction was as at a day.</summary>
public sealed class InductionRecordQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="asAt">The day whose end it is of, in Europe/London.</param>
    /// <returns>Null when there is no such person, or the actor may not see it: the two look alike.</returns>
    public async Task<InductionRecord?> ExecuteAsync(Actor actor, StaffId id, DateOnly asAt, CancellationToken cancellationToken)
    {
        if (!Permissions.MaySeeInductionRecord(actor, id))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return null;
        }

        var facts = await db.ReadSchoolFactsAsync(id, asAt, cancellationToken);
        if (KnownPeople.On(asAt, facts.People, facts.Absences, facts.PersonChanges).People is not [var person])
        {
            return null;
        }

        var talks = HeldBriefing.Join(
            await db.Briefings.AsNoTracking().Where(row => row.StaffId == id).ToListAsync(cancellationToken),
            await db.BriefingConfirmations.AsNoTracking().Where(row => row.StaffId == id).ToListAsync(cancellationToken)
        );
        var requirements = facts.RequirementsAt(asAt);
        var numbers = requirements.Select(requirement => requirement.Attestation?.EvidenceNumber).OfType<long>().ToList();
        var codes = (await db.Evidence.AsNoTracking().Where(entry => numbers.Contains(entry.Number)).ToListAsync(cancellationToken)).ToDictionary(
            entry => entry.Number,
            PaperCode.From
        );
        var versions = facts.Versions.ToDictionary(version => version.Id, version => version.Number);
        var head = await db.LastEntryOfAsync(asAt, cancellationToken);
        return new InductionRecord
        {
            School = school.Name,
            Crest = CrestImage.FromStored(await db.ReadCrestAsync(asAt, cancellationToken)),
            PersonName = person.FullName,
            JobTitle = person.JobTitle,
            Audience = person.Audience.Singular(),
            StartsOn = person.StartsOn,
            EndsOn = person.EndsOn is { } last && last <= asAt ? last : null,
            Pack = InductionPack.For(person, facts.Packs)?.Name,
            AsAt = asAt,
            IsDayOver = clock.GetUtcNow() >= LondonTime.EndOf(asAt),
            LastEntryAt = head?.At ?? school.SetUpAt,
            EvidenceWarnings = (await EvidenceWarnings.UpToAsync(db, head?.Number ?? 0, cancellationToken)).Sentences,
            Policies =
            [
                .. requirements
                    .OrderBy(requirement => requirement.Version.Text.Title, StringComparer.CurrentCulture)
                    .Select(requirement =>
                        Line(requirement, codes, versions) with
                        {
                            Extract = requirement.Version.Extract?.ToWords(),
                            IsStatutoryGuidance = IsStatutoryGuidance(requirement.Version.Text.Title),
                        }
                    ),
            ],
            Talks = [.. talks.Where(talk => LondonTime.DateIn(talk.Briefing.At) <= asAt).Select(talk => Line(talk, asAt))],
            OpenTalks =
            [
                .. BriefingRequirement
                    .At(asAt, facts, talks)
                    .Where(briefing => !briefing.IsDone)
                    .Select(briefing =>
                        $"{briefing.Briefing.Title}: {string.Join(", ", briefing.MissingTopics)}; due {DueText.For(briefing.Standing, briefing.DueOn)}"
                    ),
            ],
            EvidenceHeadHash = head?.Hash,
            IsDemonstration = school.IsDemonstration,
        };
    }

    /// <summary>KCSIE by its name or its short one, whatever a school writes round it: "KCSIE 2026 Part one".</summary>
    private static bool IsStatutoryGuidance(string title) =>
        title.Contains("Keeping children safe in education", StringComparison.OrdinalIgnoreCase)
        || title.Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries).Contains("KCSIE", StringComparer.OrdinalIgnoreCase);

    private static InductionPolicyLine Line(Requirement requirement, Dictionary<long, PaperCode> codes, Dictionary<Domain.Ids.VersionId, int> versions)
    {
        var number = (requirement.Attestation is { } attestation ? versions[attestation.VersionId] : requirement.Version.Number).ToString(
            CultureInfo.InvariantCulture
        );
        return requirement.Attestation is { } signed
            ? new InductionPolicyLine(
                requirement.Version.Text.Title,
                number,
                signed.IsOnPaper ? "Signed on paper" : "Signed",
                LondonTime.ToWords(signed.SignedAt),
                codes[signed.EvidenceNumber].ToString(),
                IsLate: false
            )
            : new InductionPolicyLine(
                requirement.Version.Text.Title,
                number + (requirement.Assignment.OfChanges() is { } changes ? $" ({changes})" : ""),
                requirement.HasLeft ? "Left, not signed" : requirement.Standing.Kind.ToString(),
                requirement.HasLeft ? "not asked any more" : DueText.For(requirement.Standing, requirement.DueOn),
                Evidence: null,
                !requirement.HasLeft && requirement.Standing.Kind is StandingKind.Overdue
            );
    }

    private static InductionTalkLine Line(HeldBriefing talk, DateOnly asAt)
    {
        var answer = talk.Answer is { } given && LondonTime.DateIn(given.At) <= asAt ? given : null;
        return new InductionTalkLine(
            talk.Briefing.Title,
            talk.Briefing.HeldOn,
            talk.Briefing.Topics,
            talk.Briefing.BriefedByName,
            talk.Briefing.At,
            answer switch
            {
                null => "Not confirmed yet",
                { TookPlace: true } => $"Confirmed {LondonTime.ToWords(answer.At)}",
                _ => $"Says that it was not so, {LondonTime.ToWords(answer.At)}",
            },
            talk.Briefing.EvidenceNumber
        );
    }
}
