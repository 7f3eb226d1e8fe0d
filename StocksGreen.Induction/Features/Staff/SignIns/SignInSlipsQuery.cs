using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.SignIns;

/// <summary>Who of some people would get a slip.</summary>
public sealed class SignInSlipsQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>By name, each with why there is none for them, or null; empty when the actor may not.</returns>
    public async Task<IReadOnlyList<(StaffMember Person, string? WhyNot)>> ExecuteAsync(
        Actor actor,
        IReadOnlyCollection<StaffId> people,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await SignInGrants.ReadAsync(db, actor, people, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }
}
