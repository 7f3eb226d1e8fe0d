using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Who has what only one person can have. Asked inside a write, where no one else writes at the same time.</summary>
internal static class UniquenessChecks
{
    /// <returns>Name of someone else with this e-mail; null where there is none.</returns>
    internal static async Task<string?> WhoHasAsync(this InductionDb db, string email, StaffId? except, CancellationToken cancellationToken)
    {
        var ignoresCase = db.Provider.IgnoresCase;
        var normalised = email.ToUpperInvariant();
        var owner = await db
            .Users.Where(account => account.NormalizedEmail == normalised || account.NormalizedUserName == normalised)
            .Select(account => (StaffId?)account.StaffId)
            .FirstOrDefaultAsync(cancellationToken);
        return await db
            .People.Where(person =>
                (except == null || person.Id != except) && (person.Id == owner || EF.Functions.Collate(person.Email!, ignoresCase) == email)
            )
            .Select(person => person.FullName)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>Name of someone else with this staff ID; null where there is none.</returns>
    internal static Task<string?> WhoIsAsync(this InductionDb db, string staffNumber, StaffId? except, CancellationToken cancellationToken)
    {
        var ignoresCase = db.Provider.IgnoresCase;
        return db
            .People.Where(person => (except == null || person.Id != except) && EF.Functions.Collate(person.StaffNumber!, ignoresCase) == staffNumber)
            .Select(person => (string?)person.FullName)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
