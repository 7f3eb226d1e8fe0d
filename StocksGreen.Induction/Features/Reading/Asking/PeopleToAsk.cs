using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>Someone whom a reader may ask.</summary>
/// <param name="Role">"Designated Safeguarding Lead", "Your line lead".</param>
public sealed record PersonToAsk(StaffId Id, string FullName, string Role);

/// <summary>Whom a reader may ask: their line lead, the Designated Safeguarding Leads, and the headteacher.</summary>
internal static class PeopleToAsk
{
    /// <returns>Line lead first; never the reader, and no one who has left.</returns>
    internal static async Task<IReadOnlyList<PersonToAsk>> ReadAsync(InductionDb db, StaffMember reader, DateOnly today, CancellationToken cancellationToken)
    {
        var accounts = await db.Users.AsNoTracking().Select(account => new { account.StaffId, account.Roles }).ToListAsync(cancellationToken);
        var people = (await db.People.AsNoTracking().ToListAsync(cancellationToken)).Where(person => !person.HasLeft(today)).ToDictionary(person => person.Id);
        var leads = accounts
            .Where(account => people.ContainsKey(account.StaffId) && account.Roles.HasFlag(AccessRoles.DesignatedSafeguardingLead))
            .Select(account => new PersonToAsk(account.StaffId, people[account.StaffId].FullName, "Designated Safeguarding Lead"));
        var heads = accounts
            .Where(account => people.ContainsKey(account.StaffId) && account.Roles.HasFlag(AccessRoles.Headteacher))
            .Select(account => new PersonToAsk(account.StaffId, people[account.StaffId].FullName, "Headteacher"));
        var own =
            reader.LineLead is { } lead && people.TryGetValue(lead, out var found)
                ? [new PersonToAsk(found.Id, found.FullName, "Your line lead")]
                : Array.Empty<PersonToAsk>();
        return [.. own.Concat(leads).Concat(heads).Where(person => person.Id != reader.Id).DistinctBy(person => person.Id)];
    }
}
