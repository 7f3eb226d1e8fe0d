using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>What someone may do today: the roles that their account has, and the headteacher's while they act for them.</summary>
public static class EffectiveRoles
{
    /// <param name="stored">The roles of the account.</param>
    /// <param name="today">Date in Europe/London.</param>
    public static async Task<AccessRoles> OfAsync(InductionDb db, StaffId person, AccessRoles stored, DateOnly today, CancellationToken cancellationToken) =>
        AccessChanged.IsActing(
            await db
                .AccessChanges.AsNoTracking()
                .Where(change => change.StaffId == person && change.Role == AccessRoles.Headteacher)
                .ToListAsync(cancellationToken),
            today
        )
            ? stored | AccessRoles.Headteacher
            : stored;

    /// <summary>Whether anyone else is headteacher for good, and has no last day.</summary>
    /// <param name="person">Who is not counted.</param>
    public static Task<bool> HasAnotherHeadteacherAsync(InductionDb db, StaffId person, CancellationToken cancellationToken)
    {
        var closed = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return (
            from account in db.Users
            join other in db.People on account.StaffId equals other.Id
            where account.StaffId != person && (account.Roles & AccessRoles.Headteacher) == AccessRoles.Headteacher
            where account.LockoutEnd == null || account.LockoutEnd < closed
            where other.EndsOn == null
            select account
        ).AnyAsync(cancellationToken);
    }
}
