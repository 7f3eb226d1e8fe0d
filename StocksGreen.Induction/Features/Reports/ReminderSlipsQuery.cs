using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Loads who has something to sign, as slips to hand over.</summary>
public sealed class ReminderSlipsQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock, SchoolAddress address)
{
    /// <param name="isForEverybody">False for those only whom no e-mail reaches.</param>
    /// <param name="chosen">A choice of people on the list, of this actor; null for all.</param>
    /// <returns>Null when the actor may not see who is due, or did not choose them, or too long ago.</returns>
    public async Task<ReminderSlips?> ExecuteAsync(Actor actor, bool isForEverybody, Guid? chosen, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var selection = chosen is { } id ? await db.ChaseSelections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (chosen is not null && selection?.IsFor(actor.StaffId, now) is not true)
        {
            return null;
        }

        var today = LondonTime.DateIn(now);
        var dead = await db.DeadAddressesAsync(cancellationToken);
        var people = (await db.People.AsNoTracking().ToListAsync(cancellationToken))
            .Where(person => selection is null || selection.People.Contains(person.Id))
            .Where(person => isForEverybody || person.Email is not { Length: > 0 } address || dead.Contains(address))
            .Select(person => person.Id)
            .ToList();
        var open = (await db.ReadSchoolFactsAsync(people, policy: null, cancellationToken))
            .RequirementsAt(today)
            .Where(requirement => requirement is { HasLeft: false, Standing: { Kind: StandingKind.Due or StandingKind.Overdue, IsWaiting: false } });
        var kiosk = address.Of(Urls.Kiosk);
        return new ReminderSlips
        {
            School = school.Name,
            AsAt = today,
            For =
                selection is not null && isForEverybody ? "People whom the office chose"
                : isForEverybody ? "Everybody with something to sign"
                : "People whom no e-mail reaches",
            Address = kiosk,
            Where = kiosk is not null
                ? $"At the school’s own device, {kiosk}, or ask the school office. On paper it can be done too."
                : "Ask the school office, which has a device for it. On paper it can be done too.",
            Slips =
            [
                .. open.GroupBy(requirement => requirement.Person.Id)
                    .Select(group => (Id: group.Key, group.First().Person.FullName, Open: group.OrderBy(requirement => requirement.DueOn).ToList()))
                    .OrderBy(person => person.Open[0].DueOn)
                    .ThenBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                    .ThenBy(person => person.Id.Value)
                    .Select(person => new ReminderSlip(person.FullName, person.Open[0].DueOn, [.. person.Open.Select(Line)])),
            ],
            LastEntryAt = (await db.LastEntryOfAsync(today, cancellationToken))?.At ?? school.SetUpAt,
            IsDemonstration = school.IsDemonstration,
        };
    }

    private static (string, string) Line(Requirement requirement) =>
        (
            requirement.Version.Text.Title,
            requirement.Standing.Kind is StandingKind.Overdue
                ? DueText.For(requirement.Standing, requirement.DueOn)
                : $"due {DueText.For(requirement.Standing, requirement.DueOn)}"
        );
}
