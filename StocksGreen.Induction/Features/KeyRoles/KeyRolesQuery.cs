using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.KeyRoles;

/// <summary>Who holds the key roles, and which policies print someone else.</summary>
public sealed class KeyRolesQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>One line for each role; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<HeldRole>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepRecords(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var changes = await db.KeyRoleChanges.AsNoTracking().OrderBy(change => change.EvidenceNumber).ToListAsync(cancellationToken);
        var holders = KeyRoleChange.On(today, changes);
        var inForce = (await db.ReadSchoolFactsAsync(actor.StaffId, cancellationToken)).InForceOn(today).ToList();
        return
        [
            .. Enum.GetValues<KeyRole>()
                .Select(role => new HeldRole(
                    role,
                    holders.GetValueOrDefault(role),
                    [
                        .. changes
                            .Where(change => change.Role == role)
                            .OrderByDescending(change => change.From)
                            .ThenByDescending(change => change.EvidenceNumber),
                    ],
                    [
                        .. inForce
                            .SelectMany(entry => entry.Version.Text.KeyDetails.Where(detail => KeyRoleNames.Find(detail.Name) == role))
                            .Select(detail => detail.Value)
                            .Where(value => value.Length > 0)
                            .Distinct(StringComparer.Ordinal),
                    ],
                    [
                        .. inForce
                            .Where(entry =>
                                ShownDetail
                                    .From(entry.Version.Text, holders)
                                    .Any(detail => detail.Printed is not null && KeyRoleNames.Find(detail.Name) == role)
                            )
                            .Select(entry => entry.Policy.Title),
                    ]
                )),
        ];
    }
}
