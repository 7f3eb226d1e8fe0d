using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Cli;

/// <summary>Finds what someone names at a console.</summary>
internal static class NameLookup
{
    /// <param name="named">Id, e-mail or full name.</param>
    /// <returns>The person, or a sentence that says why no one in particular is meant.</returns>
    internal static async Task<(StaffId? Person, string? Refusal)> PersonAsync(IServiceProvider services, string named, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var found = people.Where(person => Is(person.Id.ToString(), named) || Is(person.Email, named) || Is(person.FullName, named)).ToList();
        return found switch
        {
            [var one] => (one.Id, null),
            [] => (null, $"There is no person “{named}”. Give an id, an e-mail address or a full name."),
            _ => (null, $"There are {found.Count} people called “{named}”. Give the id: {string.Join(", ", found.Select(person => person.Id))}."),
        };
    }

    /// <param name="named">Id or title.</param>
    internal static async Task<PolicyId?> PolicyAsync(IServiceProvider services, string named, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        return (await db.Policies.AsNoTracking().ToListAsync(cancellationToken))
            .FirstOrDefault(policy => Is(policy.Id.ToString(), named) || Is(policy.Title, named))
            ?.Id;
    }

    private static bool Is(string? value, string named) => string.Equals(value, named.Trim(), StringComparison.OrdinalIgnoreCase);
}
