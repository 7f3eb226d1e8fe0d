using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Reads what is in force where nothing else of the school's facts is asked for.</summary>
public static class PoliciesInForceReader
{
    /// <summary>The version of each policy that is in force on a day, in no order.</summary>
    /// <param name="day">Date in Europe/London.</param>
    public static async Task<IReadOnlyList<PolicyVersion>> ReadInForceAsync(this InductionDb db, DateOnly day, CancellationToken cancellationToken)
    {
        var withdrawals = (await db.PolicyWithdrawals.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(decision => decision.PolicyId);
        return
        [
            .. (await db.ReadVersionsAsync(cancellationToken))
                .GroupBy(version => version.PolicyId)
                .Select(versions => new PolicyHistory(versions, withdrawals[versions.Key]).InForceOn(day))
                .OfType<PolicyVersion>(),
        ];
    }
}
