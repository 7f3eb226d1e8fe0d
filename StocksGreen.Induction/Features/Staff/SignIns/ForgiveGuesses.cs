using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Passwords;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.SignIns;

/// <summary>Lets someone for whom too many wrong passwords were typed try again at once, and tells the access log.</summary>
public sealed class ForgiveGuesses(IDbContextFactory<InductionDb> factory, GuessLimits limits, AccessLog told, TimeProvider clock)
{
    /// <returns>Not found when the actor may not give the person a way in, or they have no account with an e-mail.</returns>
    public async Task<Result<Unit>> ExecuteAsync(Actor actor, StaffId person, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            await SignInGrants.ReadAsync(db, actor, [person], LondonTime.DateIn(clock.GetUtcNow()), cancellationToken) is not [{ WhyNot: null }]
            || await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.StaffId == person, cancellationToken) is not { Email: { } email }
        )
        {
            return Result.NotFound;
        }

        limits.Forgive(email);
        await told.AddAsync(AccessAct.Unlocked, actor.StaffId, person);
        return Result.Done;
    }
}
