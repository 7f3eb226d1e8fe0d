using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Invitations;

/// <summary>Loads what each of some people would get.</summary>
public sealed class InvitationQuery(
    IDbContextFactory<InductionDb> factory,
    CurrentSchool school,
    SchoolAddress address,
    MailOptions options,
    TimeProvider clock
)
{
    /// <returns>Null when the actor may not, or none of them is listed.</returns>
    public async Task<InvitationPreview?> ExecuteAsync(Actor actor, IReadOnlyCollection<StaffId> people, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await MakeAsync(db, actor, people, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>The same inside a command's own transaction.</summary>
    internal async Task<InvitationPreview?> MakeAsync(
        InductionDb db,
        Actor actor,
        IReadOnlyCollection<StaffId> people,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (
            !Permissions.MayManageStaff(actor)
            || await school.GetAsync(cancellationToken) is not { } known
            || await SignInGrants.ReadAsync(db, actor, people, today, cancellationToken) is not [_, ..] found
        )
        {
            return null;
        }

        var words = new InvitationText(known.Name, options.SiteAddress is { Length: > 0 } site ? site : address.Of("")?.TrimEnd('/') ?? "");
        var dead = await db.DeadAddressesAsync(cancellationToken);
        var seen = await db
            .Users.AsNoTracking()
            .Where(account => people.Contains(account.StaffId))
            .ToDictionaryAsync(account => account.StaffId, account => account.LastSignInAt, cancellationToken);
        var invited = (await db.SignInsGiven.AsNoTracking().Where(row => people.Contains(row.StaffId)).ToListAsync(cancellationToken))
            .GroupBy(row => row.StaffId)
            .ToDictionary(rows => rows.Key, rows => rows.Max(row => row.At));
        var mayGet = found.Where(one => one.WhyNot is null).Select(one => one.Person).ToList();
        return new InvitationPreview(
            [
                .. mayGet
                    .Where(person => person.Email is { } email && !dead.Contains(email))
                    .Select(person => new InvitationPreview.Mail(
                        person,
                        words.Write(person),
                        invited.TryGetValue(person.Id, out var at) ? at : null,
                        seen.GetValueOrDefault(person.Id)
                    )),
            ],
            [
                .. mayGet
                    .Where(person => person.Email is null || dead.Contains(person.Email))
                    .Select(person => (person, person.Email is { } email ? $"Mails to {email} come back" : "No e-mail address")),
            ],
            [.. found.Where(one => one.WhyNot is not null).Select(one => (one.Person, one.WhyNot!))],
            options.Way
        );
    }
}
