using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts;

/// <summary>Who may be given a way in by whom, and the record that someone was.</summary>
/// <remarks>A link or code opens the person's account, so the office makes none for those who may do more than the office may give.</remarks>
public static class SignInGrants
{
    /// <summary>What stands against a way in for each of some people.</summary>
    /// <returns>By person, each of them with the sentence that says why not, or null; those who are not listed are left out.</returns>
    public static async Task<IReadOnlyList<(StaffMember Person, string? WhyNot)>> ReadAsync(
        InductionDb db,
        Actor actor,
        IReadOnlyCollection<StaffId> people,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return [];
        }

        var found = await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).ToListAsync(cancellationToken);
        var accounts = (
            await db
                .Users.AsNoTracking()
                .Where(account => people.Contains(account.StaffId))
                .Select(account => new
                {
                    account.StaffId,
                    account.Roles,
                    account.LockoutEnd,
                })
                .ToListAsync(cancellationToken)
        ).ToDictionary(account => account.StaffId);
        var keyRoles = await KeyRoleHolders.ReadAsync(db, cancellationToken);
        return
        [
            .. found
                .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(person => person.Id.Value)
                .Select(person => (person, WhyNot(person, accounts.GetValueOrDefault(person.Id)?.Roles, accounts.GetValueOrDefault(person.Id)?.LockoutEnd))),
        ];

        string? WhyNot(StaffMember person, AccessRoles? roles, DateTimeOffset? closedUntil) =>
            person.HasLeft(today) ? "has left"
            : closedUntil?.Year >= 9999 ? "was stopped from signing in"
            : Permissions.MayGiveRoles(actor, roles ?? AccessRoles.Staff) && MayOpen(actor, person, keyRoles, today) ? null
            : "has an account that only the headteacher opens";
    }

    /// <summary>Records that a person was given a way in, in the write that gives it.</summary>
    /// <param name="now">UTC, whole milliseconds.</param>
    /// <returns>The record, which the link or code then names.</returns>
    public static SignInGiven Remember(EvidenceLog log, StaffId person, SignInWay way, Actor actor, DateTimeOffset now) =>
        log.Record(new SignInGiven(Guid.NewGuid(), now, person, way, actor.StaffId, actor.FullName));

    /// <summary>The same as a write of its own, where nothing stands against it.</summary>
    /// <returns>The record; null when the actor may not, or there is no such person in the school.</returns>
    public static Task<SignInGiven?> GiveAsync(
        this EvidenceWriter evidence,
        Actor actor,
        StaffId person,
        SignInWay way,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<SignInGiven?>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                if (await ReadAsync(db, actor, [person], LondonTime.DateIn(now), cancellationToken) is not [{ WhyNot: null }])
                {
                    return null;
                }

                return Remember(log, person, way, actor, now);
            },
            cancellationToken
        );

    private static bool MayOpen(Actor actor, StaffMember person, IReadOnlyList<KeyRoleChange> keyRoles, DateOnly today) =>
        Permissions.MayNameGovernor(actor) || !KeyRoleHolders.IsGovernorsName(person.FullName, keyRoles, today);
}
