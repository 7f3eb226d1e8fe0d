using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Retention;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>Links and codes some time after they stopped working. They come and go by the day, so nothing is said of them ahead.</summary>
internal sealed class WaysInStep : IRetentionStep
{
    public Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ComingDeletion>>([]);

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        var before = purge.Now.AddDays(-RetentionRules.WaysInDays);
        purge.Count(
            RetentionRules.WaysIn,
            "SignInLinks",
            await purge.Db.SignInLinks.Where(link => link.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken)
        );
        purge.Count(
            RetentionRules.WaysIn,
            "SignInCodes",
            await purge.Db.SignInCodes.Where(code => code.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken)
        );
        var seen = purge.Now.AddDays(-RetentionRules.SessionDays);
        purge.Count(
            RetentionRules.Accounts,
            "Sessions",
            await purge.Db.Sessions.Where(session => session.LastSeenAt < seen && session.EndsAt < purge.Now).ExecuteDeleteAsync(cancellationToken)
        );
    }
}
