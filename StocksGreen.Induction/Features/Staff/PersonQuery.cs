using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Features.Staff.Listing;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>One person as the office keeps them, with what was entered about them.</summary>
public sealed class PersonQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when the actor may not, or there is no such person.</returns>
    public async Task<PersonEntry?> ExecuteAsync(Actor actor, StaffId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!Permissions.MayManageStaff(actor) || await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.FactsOfAsync(person, cancellationToken);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.StaffId == id, cancellationToken);
        var changes = await db.PersonChanges.AsNoTracking().Where(row => row.StaffId == id).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var names = people.ToDictionary(one => one.Id, one => one.FullName);
        var history = changes
            .Select(
                (change, i) =>
                    new PersonHistoryItem(
                        change,
                        i == 0
                            ? []
                            : FactChange.Between(changes[i - 1].Facts, change.Facts, lead => lead is { } known ? names.GetValueOrDefault(known, "") : "")
                    )
            )
            .Reverse();
        var requirements = (await db.ReadSchoolFactsAsync(id, cancellationToken)).RequirementsAt(today);
        var given = await db.SignInsGiven.AsNoTracking().Where(row => row.StaffId == id).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        var chases = await db.Chases.AsNoTracking().Where(row => row.StaffId == id).ToListAsync(cancellationToken);
        var back = await db
            .ChasesTakenBack.AsNoTracking()
            .Where(row => db.Chases.Any(chase => chase.StaffId == id && chase.Id == row.ChaseId))
            .ToDictionaryAsync(row => row.ChaseId, row => row.TakenBackByName, cancellationToken);
        var talks = HeldBriefing.Join(
            await db.Briefings.AsNoTracking().Where(row => row.StaffId == id).ToListAsync(cancellationToken),
            await db.BriefingConfirmations.AsNoTracking().Where(row => row.StaffId == id).ToListAsync(cancellationToken)
        );
        return new PersonEntry(
            person,
            facts,
            PersonStates.On(today, person, facts.Absences),
            account?.Roles,
            account?.LockoutEnd?.Year >= 9999,
            changes.Count == 0 ? 0 : changes[^1].EvidenceNumber,
            [.. history],
            [
                .. people
                    .Where(one => one.Id != id && (!one.HasLeft(today) || one.Id == person.LineLead))
                    .OrderBy(one => one.FullName, StringComparer.CurrentCultureIgnoreCase),
            ]
        )
        {
            Policies =
            [
                .. requirements
                    .OrderBy(one => one.Standing.Kind is StandingKind.Signed)
                    .ThenBy(one => one.DueOn)
                    .ThenBy(one => one.Policy.Title, StringComparer.CurrentCultureIgnoreCase),
            ],
            Contacts =
            [
                .. chases
                    .GroupBy(chase => (chase.At, chase.Channel, chase.ChasedBy, TakenBackBy: back.GetValueOrDefault(chase.Id)))
                    .Select(one => new PersonContact(
                        one.Key.At,
                        $"Reminded {Words(one.Key.Channel)} of {(one.Count() == 1 ? "1 policy" : $"{one.Count()} policies")}",
                        one.Key.ChasedBy,
                        one.Key.TakenBackBy is null && one.All(chase => chase is { ChasedById: not null, NoticeId: null })
                            ? [.. one.Select(chase => chase.Id)]
                            : null,
                        one.Key.TakenBackBy
                    ))
                    .Concat(given.Select(one => new PersonContact(one.At, Words(one.Way), one.MadeByName)))
                    .OrderByDescending(contact => contact.At),
            ],
            Talks = [.. talks.OrderByDescending(talk => talk.Briefing.HeldOn)],
            LastSignInAt = account?.LastSignInAt,
            LastGiven = given.LastOrDefault(),
            WhyNoWayIn = (await SignInGrants.ReadAsync(db, actor, [id], today, cancellationToken))[0].WhyNot,
        };
    }

    internal static string Words(SignInWay way) =>
        way switch
        {
            SignInWay.Link => "One-time link made",
            SignInWay.Code => "One-time code made",
            SignInWay.Mail => "Sign-in link by e-mail",
            SignInWay.Slip => "Sign-in slip printed",
        };

    private static string Words(ChaseChannel channel) =>
        channel switch
        {
            ChaseChannel.InPerson => "in person",
            ChaseChannel.Telephone => "by telephone",
            ChaseChannel.Email => "by e-mail",
            ChaseChannel.PrintedSlip => "by slip",
        };
}
