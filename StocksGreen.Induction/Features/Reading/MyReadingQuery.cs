using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Loads a person's own reading.</summary>
public sealed class MyReadingQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>So long someone is told that they are no longer asked.</summary>
    private const int DaysTold = 60;

    /// <returns>Null when the actor may not read here.</returns>
    public async Task<MyReading?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayRead(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var facts = await db.ReadSchoolFactsAsync(actor.StaffId, cancellationToken);
        if (facts.People is not [var person])
        {
            return null;
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        // A new starter may read before the first day; what is due is then calculated from that day.
        var requirements = facts.RequirementsAt(today < person.StartsOn ? person.StartsOn : today);
        var records = await PolicyToReadQuery.RecordsAsync(db, actor.StaffId, [.. requirements.Select(requirement => requirement.Version)], cancellationToken);
        var versions = facts.Versions.ToDictionary(version => version.Id);

        return new MyReading(
            person.FullName,
            [
                .. requirements
                    .Where(requirement => requirement.Standing.Kind is StandingKind.Due or StandingKind.Overdue or StandingKind.Paused)
                    .OrderBy(requirement => requirement.DueOn)
                    .ThenBy(requirement => requirement.Policy.Title, StringComparer.CurrentCulture)
                    .Select(requirement =>
                        Open(requirement, new ReadingLedger(requirement.Version, requirement.Assignment, records[requirement.Version.Id]), today)
                    ),
            ],
            [
                .. facts
                    .Attestations.OrderByDescending(attestation => attestation.SignedAt)
                    .Select(attestation =>
                        Signed(attestation, versions[attestation.VersionId], requirements, facts.Withdrawn.ContainsKey(attestation.Id), today)
                    ),
            ],
            [
                .. from inForce in facts.InForceOn(today).OrderBy(inForce => inForce.Policy.Title, StringComparer.CurrentCulture)
                from duty in facts.DutiesOn(today, inForce.Version)
                where duty.Audience == person.Audience && duty.Duty is Duty.ReminderOnly
                select new MyReading.NotedPolicy(
                    inForce.Version,
                    [.. inForce.Version.Parts.Where(part => duty.Shows(part.Ordinal))],
                    inForce.Version.ReviewOn(today)
                ),
            ],
            [.. requirements.Where(requirement => requirement.Standing.Kind is StandingKind.Exempt).Select(requirement => requirement.Policy.Title)]
        )
        {
            Ended =
            [
                .. from policy in facts.Policies
                let day = facts.HistoryOf(policy.Id).WithdrawnOn(today)?.From
                where day > today.AddDays(-DaysTold) && facts.EndedByWithdrawal(today, policy.Id).Count > 0
                select (policy, day.Value),
            ],
        };
    }

    private static MyReading.OpenPolicy Open(Requirement requirement, ReadingLedger ledger, DateOnly today) =>
        new(
            requirement.Version,
            requirement.Assignment.Since,
            requirement.DueOn,
            requirement.Standing,
            ledger.ConfirmedCount,
            ledger.Parts.Count,
            ledger.Next,
            ledger.MinutesLeft,
            ledger.Waiting.Count(),
            requirement.Version.ReviewOn(today),
            requirement.Extension
        );

    private static MyReading.SignedPolicy Signed(
        Attestation attestation,
        PolicyVersion version,
        IReadOnlyList<Requirement> requirements,
        bool isWithdrawn,
        DateOnly today
    )
    {
        var later = requirements.FirstOrDefault(requirement => requirement.Attestation?.Id == attestation.Id && requirement.Version.Id != version.Id)?.Version;
        return new(
            attestation.Id,
            version.Id,
            version.Text.Title,
            version.Label,
            attestation.SignedAt,
            (later ?? version).ReviewOn(today),
            later,
            attestation.IsOnPaper,
            isWithdrawn
        );
    }
}
