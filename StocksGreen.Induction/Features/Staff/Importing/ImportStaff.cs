using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>Plans an import and applies it, all or nothing.</summary>
public sealed class ImportStaff(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, AccountService accounts, TimeProvider clock)
{
    /// <summary>What would be done if nothing were said about doubts. Null when the actor may not.</summary>
    public async Task<ImportPlan?> PlanAsync(Actor actor, StaffList list, CancellationToken cancellationToken)
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await PlanAsync(db, actor, list, ImportAnswers.None, cancellationToken);
    }

    /// <summary>Applies a list.</summary>
    /// <param name="shown">Fingerprint of the plan that the actor saw; null to apply whatever it is.</param>
    /// <param name="source">What the records say it came from.</param>
    /// <param name="upload">The upload it is of, which is then marked as applied; null from the command line.</param>
    /// <returns>Not found when the actor may not.</returns>
    public async Task<Result<StaffImportOutcome>> ApplyAsync(
        Actor actor,
        StaffList list,
        ImportAnswers answers,
        string? shown,
        string source,
        Guid? upload,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return Result.NotFound;
        }

        return await evidence.WriteAsync<Result<StaffImportOutcome>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                if (shown is not null && (await PlanAsync(db, actor, list, ImportAnswers.None, cancellationToken)).Fingerprint != shown)
                {
                    return new StaffImportOutcome.ShownAnew();
                }

                var plan = await PlanAsync(db, actor, list, answers, cancellationToken);
                var leaving = plan.Leaving.Where(person => answers.Leaving.Contains(person.Id)).ToList();
                if (leaving.Count > 0 && ErrorInLastDay(answers.LastDay, LondonTime.DateIn(now)) is { } sentence)
                {
                    return Result.Invalid("LastDay", sentence);
                }

                var people = await db.People.ToDictionaryAsync(person => person.Id, cancellationToken);
                var byPerson = await db.Users.ToDictionaryAsync(account => account.StaffId, cancellationToken);
                await FreeEmailsAsync(db, plan, byPerson, cancellationToken);
                var added = plan.New.ToDictionary(one => one.Person.Line, _ => StaffId.New());
                foreach (var one in plan.New)
                {
                    var person = StaffMember.From(added[one.Person.Line], WithLead(one, added));
                    log.AddPerson(db, person, now, actor, source);
                    if (person.Email is { } email)
                    {
                        db.Users.Add(accounts.Make(person.Id, email, person.Audience is Audience.Governor ? AccessRoles.Governor : AccessRoles.None));
                    }
                }

                foreach (var one in plan.Changed)
                {
                    var person = people[one.Existing!.Value];
                    var facts = WithLead(one, added);
                    await log.ChangePersonAsync(db, person, Kind(person, facts), facts, now, actor, source, cancellationToken);
                    if (byPerson.TryGetValue(person.Id, out var account))
                    {
                        accounts.Follow(account, facts);
                    }
                    else if (facts.Email is { } email)
                    {
                        db.Users.Add(accounts.Make(person.Id, email, facts.Audience is Audience.Governor ? AccessRoles.Governor : AccessRoles.None));
                    }
                }

                foreach (var one in leaving)
                {
                    var facts = await db.FactsOfAsync(people[one.Id], cancellationToken);
                    await log.ChangePersonAsync(
                        db,
                        people[one.Id],
                        PersonChangeKind.Ended,
                        facts with
                        {
                            EndsOn = answers.LastDay < facts.StartsOn ? facts.StartsOn : answers.LastDay,
                        },
                        now,
                        actor,
                        source,
                        cancellationToken
                    );
                }

                if (upload is { } id)
                {
                    (await db.StaffUploads.SingleAsync(row => row.Id == id, cancellationToken)).Apply(now);
                }

                return new StaffImportOutcome.Applied(plan, [.. plan.New.Select(one => added[one.Person.Line])], leaving.Count);
            },
            cancellationToken
        );
    }

    private async Task<ImportPlan> PlanAsync(InductionDb db, Actor actor, StaffList list, ImportAnswers answers, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var absences = (await db.Absences.AsNoTracking().OrderBy(absence => absence.From).ToListAsync(cancellationToken)).ToLookup(absence => absence.StaffId);
        var roles = await db.Users.AsNoTracking().ToDictionaryAsync(account => account.StaffId, account => account.Roles, cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var governors = await KeyRoleHolders.ReadAsync(db, cancellationToken);
        return new ImportPlanner(
            people,
            absences,
            id => id != actor.StaffId && Permissions.MayGiveRoles(actor, roles.GetValueOrDefault(id, AccessRoles.Staff)),
            name => Permissions.MayNameGovernor(actor) || !KeyRoleHolders.IsGovernorsName(name, governors, today),
            today
        ).Of(list, answers);
    }

    private static PersonFacts WithLead(PlannedPerson one, Dictionary<int, StaffId> added) =>
        one.LeadLine is { } line && added.TryGetValue(line, out var lead) ? one.Facts with { LineLead = lead } : one.Facts;

    private static PersonChangeKind Kind(StaffMember before, PersonFacts facts) =>
        facts.EndsOn is null && before.EndsOn is not null ? PersonChangeKind.Returned
        : facts.EndsOn is not null && before.EndsOn is null ? PersonChangeKind.Ended
        : PersonChangeKind.Edited;

    private static string? ErrorInLastDay(DateOnly? lastDay, DateOnly today) =>
        lastDay is null ? "Give the last day of those who have left."
        : lastDay < today.AddYears(-2) || lastDay > today.AddYears(2) ? "Check the last day: it is too far away."
        : null;

    /// <summary>Two people may exchange addresses; the accounts let go of theirs before either takes the other's.</summary>
    private static async Task FreeEmailsAsync(InductionDb db, ImportPlan plan, Dictionary<StaffId, Account> byPerson, CancellationToken cancellationToken)
    {
        foreach (var one in plan.Changed.Where(one => one.Changes.Any(change => change.What == FactChange.Email)))
        {
            if (byPerson.TryGetValue(one.Existing!.Value, out var account))
            {
                account.UserName = account.NormalizedUserName = account.Email = account.NormalizedEmail = account.Id.ToString("N").ToUpperInvariant();
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
