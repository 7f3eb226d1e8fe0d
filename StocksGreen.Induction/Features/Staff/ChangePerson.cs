using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>
/// The one way in which a person is changed: permitted, loaded, decided, and written with its record and with what follows for their account.
/// </summary>
public sealed class ChangePerson(EvidenceWriter evidence, AccountService accounts, AccessLog told, TimeProvider clock)
{
    /// <summary>What a command decides.</summary>
    /// <param name="Facts">As they are to be.</param>
    /// <param name="Follows">What follows for the account; null for nothing but its e-mail.</param>
    internal sealed record Decision(PersonFacts Facts, Action<Account>? Follows = null);

    /// <param name="seen">Number of the last entry about the person when the actor looked at them; null to change whatever is there.</param>
    /// <param name="decide">Pure; is given today's date in Europe/London.</param>
    /// <returns>Not found when the actor may not, or there is no such person.</returns>
    internal async Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        StaffId id,
        PersonChangeKind kind,
        long? seen,
        Func<PersonFacts, DateOnly, Result<Decision>> decide,
        CancellationToken cancellationToken
    )
    {
        var (had, has) = (AccessRoles.None, AccessRoles.None);
        var result = await evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (!Permissions.MayManageStaff(actor) || await db.People.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person)
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var before = await db.FactsOfAsync(person, cancellationToken);
                var last = await db.PersonChanges.Where(row => row.StaffId == id).MaxAsync(row => (long?)row.EvidenceNumber, cancellationToken) ?? 0;
                if (seen is { } number && number != last)
                {
                    return Result.Invalid(
                        "Person",
                        $"Someone has changed the entry of {person.FullName} since you opened it. It is shown as it is now; enter what is still to be changed."
                    );
                }

                var decided = decide(before, LondonTime.DateIn(now));
                if (decided is not Result<Decision>.Done { Value: var (facts, follows) })
                {
                    return decided.Match<Result<Unit>>(_ => Result.Done, errors => Result.Invalid(errors), () => Result.NotFound);
                }

                var account = await db.Users.SingleOrDefaultAsync(row => row.StaffId == id, cancellationToken);
                if (await ErrorAsync(db, actor, id, account, before, facts, follows is not null, LondonTime.DateIn(now), cancellationToken) is { } error)
                {
                    return Result.Invalid([error]);
                }

                if (!facts.Same(before))
                {
                    await log.ChangePersonAsync(db, person, kind, facts, now, actor, source: null, cancellationToken);
                }

                if (account is not null)
                {
                    had = account.Roles;
                    accounts.Follow(account, facts);
                    follows?.Invoke(account);
                    has = account.Roles;
                }
                else if (facts.Email is { } email)
                {
                    db.Users.Add(accounts.Make(id, email, AccessRoles.Staff | (facts.Audience is Audience.Governor ? AccessRoles.Governor : AccessRoles.None)));
                }

                return Result.Done;
            },
            cancellationToken
        );
        if (had != has && result is Result<Unit>.Done)
        {
            await told.AddAsync(AccessAct.RolesChanged, actor.StaffId, id, string.Join("; ", Changes(had, has)));
        }

        return result;
    }

    /// <summary>"school office: given"; of the roles that come with someone's details.</summary>
    private static IEnumerable<string> Changes(AccessRoles had, AccessRoles has) =>
        from role in new[] { (Role: AccessRoles.Office, Name: "school office"), (Role: AccessRoles.Governor, Name: "governor") }
        where (had ^ has).HasFlag(role.Role)
        select $"{role.Name}: {(has.HasFlag(role.Role) ? "given" : "taken")}";

    private static async Task<ValidationError?> ErrorAsync(
        InductionDb db,
        Actor actor,
        StaffId id,
        Account? account,
        PersonFacts before,
        PersonFacts facts,
        bool isAccountTouched,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var isEmailNew = !string.Equals(before.Email, facts.Email, StringComparison.OrdinalIgnoreCase);
        if (account is not null && !Permissions.MayGiveRoles(actor, account.Roles) && (isEmailNew || isAccountTouched || before.EndsOn != facts.EndsOn))
        {
            return new ValidationError(nameof(PersonForm.Email), $"Only the headteacher changes how {before.FullName} signs in, and when they leave.");
        }

        if (
            account?.Roles.HasFlag(AccessRoles.Headteacher) is true
            && facts.EndsOn is not null
            && before.EndsOn != facts.EndsOn
            && !await EffectiveRoles.HasAnotherHeadteacherAsync(db, id, cancellationToken)
        )
        {
            return new ValidationError("LastDay", "The school must have a headteacher. Make someone else headteacher first; both can be for a time.");
        }

        var isRenamed = !string.Equals(before.FullName, facts.FullName, StringComparison.Ordinal);
        if (isRenamed && !Permissions.MayNameGovernor(actor) && await KeyRoleHolders.IsGovernorsNameAsync(db, facts.FullName, today, cancellationToken))
        {
            return new ValidationError(
                nameof(PersonForm.FullName),
                "That is the name of the named governor, who reads the headteacher’s own declarations. Only the headteacher gives it to someone."
            );
        }

        if (isEmailNew && facts.Email is { } email && await db.WhoHasAsync(email, id, cancellationToken) is { } other)
        {
            return new ValidationError(nameof(PersonForm.Email), $"{other} is already listed with the e-mail {email}.");
        }

        return
            facts.StaffNumber is { } number
            && !string.Equals(before.StaffNumber, number, StringComparison.OrdinalIgnoreCase)
            && await db.WhoIsAsync(number, id, cancellationToken) is { } namesake
            ? new ValidationError(nameof(PersonForm.StaffNumber), $"{namesake} has the staff ID {number} already.")
            : null;
    }
}
