using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Features.Staffing;

/// <summary>Adds a person, and an account for those who have an e-mail.</summary>
public sealed class AddPerson(IDbContextFactory<InductionDb> factory, AccountKeeper keeper, TimeProvider clock)
{
    /// <summary>Start dates further away than this are taken for a slip of the pen.</summary>
    private const int LongestCareerInYears = 60;

    /// <param name="password">Null for everybody but the demonstration: real people come in by a one-time link.</param>
    public async Task<AddPersonOutcome> ExecuteAsync(Actor actor, PersonForm form, string? password, CancellationToken cancellationToken)
    {
        var roles = (form.IsOffice ? AccessRoles.Office : AccessRoles.None) | (form.Audience is Audience.Governor ? AccessRoles.Governor : AccessRoles.None);
        if (!Permissions.MayKeepPeople(actor) || !Permissions.MayGiveRoles(actor, roles))
        {
            return new AddPersonOutcome.Refused(["You may not give that role. Ask the headteacher."]);
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        var startsOn = form.StartsOn ?? today;
        if (startsOn < today.AddYears(-LongestCareerInYears) || startsOn > today.AddYears(2))
        {
            return new AddPersonOutcome.Refused(["Check the first day in post: it is too far away."]);
        }

        var email = string.IsNullOrWhiteSpace(form.Email) ? null : form.Email.Trim();
        var person = new StaffMember(StaffId.New(), form.FullName.Trim(), email, form.JobTitle.Trim(), form.Audience, startsOn);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (email is not null && await db.People.AnyAsync(other => other.Email == email, cancellationToken))
        {
            return new AddPersonOutcome.Refused([$"Somebody is already listed with the e-mail {email}."]);
        }

        db.People.Add(person);
        await db.SaveChangesAsync(cancellationToken);
        if (email is not null && await keeper.CreateAsync(person.Id, email, roles, password) is [_, ..] refusals)
        {
            db.People.Remove(person);
            await db.SaveChangesAsync(CancellationToken.None);
            return new AddPersonOutcome.Refused(refusals);
        }

        return new AddPersonOutcome.Added(person.Id);
    }
}
