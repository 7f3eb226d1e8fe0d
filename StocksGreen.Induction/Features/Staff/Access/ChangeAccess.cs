using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.SecondStep;
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

namespace StocksGreen.Induction.Features.Staff.Access;

/// <summary>
/// Gives and takes the roles that open others' names, names who acts for the headteacher, and lets someone set their
/// second step up again. The headteacher alone
/// may, and shows by their own second step that it is they. It holds at once, and is recorded.
/// </summary>
public sealed class ChangeAccess(EvidenceWriter evidence, SecondStepService steps, AccessLog told, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>The roles that are given here; the office's is given with a person's details.</summary>
    public static readonly IReadOnlyList<AccessRoles> Given = [AccessRoles.Headteacher, AccessRoles.DesignatedSafeguardingLead];

    /// <summary>Acting for longer is being headteacher.</summary>
    private const int LongestActingDays = 366;

    /// <returns>Not found when the actor may not, or the person has no account.</returns>
    public async Task<Result<Unit>> ExecuteAsync(Actor actor, StaffId person, AccessForm form, CancellationToken cancellationToken)
    {
        // What is wrong with the form is told before a code is used up.
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            if (await DecideAsync(db, actor, person, form, cancellationToken) is not Result<Account>.Done and var refused)
            {
                return refused.Match<Result<Unit>>(_ => Result.Done, errors => Result.Invalid(errors), () => Result.NotFound);
            }
        }

        var proof = await steps.ProveAgainAsync(actor, form.Code, form.Credential, form.Password, cancellationToken);
        return proof is Result<string>.Done { Value: var shown }
            ? await WriteAsync(actor, person, form, shown, cancellationToken).ToldAsync(told, ActOf(form.Kind), actor, person, What(form))
            : proof.Match<Result<Unit>>(_ => Result.Done, errors => Result.Invalid(errors), () => Result.NotFound);
    }

    private Task<Result<Unit>> WriteAsync(Actor actor, StaffId person, AccessForm form, string proof, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var decided = await DecideAsync(db, actor, person, form, cancellationToken);
                if (decided is not Result<Account>.Done { Value: var account })
                {
                    return decided.Match<Result<Unit>>(_ => Result.Done, errors => Result.Invalid(errors), () => Result.NotFound);
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                switch (form.Kind)
                {
                    case AccessChangeKind.RoleGiven:
                        account.Roles |= form.Role;
                        break;
                    case AccessChangeKind.RoleTaken:
                        account.Roles &= ~form.Role;
                        break;
                    case AccessChangeKind.SecondStepReset:
                        await SecondStepService.ClearAsync(db, account.Id, cancellationToken);
                        break;
                    case AccessChangeKind.ActingGiven or AccessChangeKind.ActingEnded:
                        break;
                }

                // What the person has open ends: nothing goes on with the roles of before.
                account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
                log.Record(
                    new AccessChanged(
                        Guid.NewGuid(),
                        now,
                        person,
                        form.Kind,
                        RoleOf(form),
                        form.Kind is AccessChangeKind.ActingGiven ? form.From?.Day : null,
                        form.Kind is AccessChangeKind.ActingGiven ? form.Until?.Day : null,
                        actor.StaffId,
                        actor.FullName,
                        proof
                    )
                );
                return Result.Done;
            },
            cancellationToken
        );

    private async Task<Result<Account>> DecideAsync(InductionDb db, Actor actor, StaffId id, AccessForm form, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (
            !Permissions.MayChangeAccess(actor with { Roles = await StoredAsync(db, actor.StaffId, today, cancellationToken) })
            || await db.Users.SingleOrDefaultAsync(row => row.StaffId == id, cancellationToken) is not { } account
            || await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person
        )
        {
            return Result.NotFound;
        }

        return await ErrorAsync(db, actor, person, account, form, today, cancellationToken) is { } error ? Result.Invalid([error]) : account;
    }

    private static async Task<ValidationError?> ErrorAsync(
        InductionDb db,
        Actor actor,
        StaffMember person,
        Account account,
        AccessForm form,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var isPermanent = (await db.Users.Where(row => row.StaffId == actor.StaffId).Select(row => row.Roles).SingleAsync(cancellationToken)).HasFlag(
            AccessRoles.Headteacher
        );
        if (!isPermanent && (RoleOf(form) is AccessRoles.Headteacher || account.Roles.HasFlag(AccessRoles.Headteacher)))
        {
            return new ValidationError("Kind", "Who acts for the headteacher does not decide who is headteacher.");
        }

        if (person.HasLeft(today))
        {
            return new ValidationError("Kind", $"{person.FullName} has left.");
        }

        var acts = (await EffectiveRoles.OfAsync(db, person.Id, AccessRoles.None, today, cancellationToken)) is not AccessRoles.None;
        return form.Kind switch
        {
            AccessChangeKind.RoleGiven or AccessChangeKind.RoleTaken when !Given.Contains(form.Role) => new ValidationError("Role", "Choose a role."),
            AccessChangeKind.RoleGiven when account.Roles.HasFlag(form.Role) => new ValidationError("Role", $"{person.FullName} has that role already."),
            AccessChangeKind.RoleGiven => null,
            AccessChangeKind.RoleTaken when !account.Roles.HasFlag(form.Role) => new ValidationError("Role", $"{person.FullName} does not have that role."),
            AccessChangeKind.RoleTaken
                when form.Role is AccessRoles.Headteacher && !await EffectiveRoles.HasAnotherHeadteacherAsync(db, person.Id, cancellationToken) =>
                new ValidationError("Role", "The school must have a headteacher. Give someone else the role first."),
            AccessChangeKind.RoleTaken => null,
            AccessChangeKind.ActingGiven when account.Roles.HasFlag(AccessRoles.Headteacher) => new ValidationError(
                "From",
                $"{person.FullName} is headteacher."
            ),
            AccessChangeKind.ActingGiven when form.From is null => new ValidationError("From", "Give the first day."),
            AccessChangeKind.ActingGiven when form.Until is null || form.Until.Day < form.From.Day || form.Until.Day < today => new ValidationError(
                "Until",
                "Give the last day: not before the first one, and not in the past."
            ),
            AccessChangeKind.ActingGiven when form.Until.Day.DayNumber - form.From.Day.DayNumber >= LongestActingDays => new ValidationError(
                "Until",
                "That is longer than a year. Make them headteacher instead."
            ),
            AccessChangeKind.ActingGiven => null,
            AccessChangeKind.ActingEnded when !acts && !await IsNamedAsync(db, person.Id, today, cancellationToken) => new ValidationError(
                "Kind",
                $"{person.FullName} does not act for the headteacher."
            ),
            AccessChangeKind.ActingEnded => null,
            AccessChangeKind.SecondStepReset when person.Id == actor.StaffId => new ValidationError("Kind", "Change your own under Second step."),
            AccessChangeKind.SecondStepReset => null,
        };
    }

    /// <summary>Whether someone is to act from a day that has not come.</summary>
    private static async Task<bool> IsNamedAsync(InductionDb db, StaffId person, DateOnly today, CancellationToken cancellationToken) =>
        (await db.AccessChanges.AsNoTracking().Where(change => change.StaffId == person).ToListAsync(cancellationToken))
            .Where(change => change.Kind is AccessChangeKind.ActingGiven or AccessChangeKind.ActingEnded)
            .OrderBy(change => change.EvidenceNumber)
            .LastOrDefault()
            is { Kind: AccessChangeKind.ActingGiven, Until: { } until }
        && until >= today;

    private static async Task<AccessRoles> StoredAsync(InductionDb db, StaffId person, DateOnly today, CancellationToken cancellationToken) =>
        await EffectiveRoles.OfAsync(
            db,
            person,
            await db.Users.Where(row => row.StaffId == person).Select(row => row.Roles).SingleOrDefaultAsync(cancellationToken),
            today,
            cancellationToken
        );

    private static AccessAct ActOf(AccessChangeKind kind) => kind is AccessChangeKind.SecondStepReset ? AccessAct.SecondFactorChanged : AccessAct.RolesChanged;

    private static string What(AccessForm form) =>
        form.Kind switch
        {
            AccessChangeKind.RoleGiven => $"{AccessText.Of(form.Role)}: given",
            AccessChangeKind.RoleTaken => $"{AccessText.Of(form.Role)}: taken",
            AccessChangeKind.ActingGiven => "acting headteacher: given",
            AccessChangeKind.ActingEnded => "acting headteacher: ended",
            AccessChangeKind.SecondStepReset => "to be set up again",
        };

    private static AccessRoles RoleOf(AccessForm form) =>
        form.Kind switch
        {
            AccessChangeKind.RoleGiven or AccessChangeKind.RoleTaken => form.Role,
            AccessChangeKind.ActingGiven or AccessChangeKind.ActingEnded => AccessRoles.Headteacher,
            AccessChangeKind.SecondStepReset => AccessRoles.None,
        };
}
