using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Questions;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>A request for another way, with what was done.</summary>
public sealed record OtherWay(AdjustmentRequest Request, string FullName, string Policy, IReadOnlyList<AdjustmentMade> Made);

/// <summary>Loads requests for other ways.</summary>
public sealed class OtherWaysQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>Those that wait first; null when the actor may not see them.</returns>
    public async Task<IReadOnlyList<OtherWay>?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var names = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var versions = (await db.ReadVersionsAsync(cancellationToken)).ToDictionary(version => version.Id);
        var made = (await db.AdjustmentsMade.AsNoTracking().OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken)).ToLookup(row => row.RequestId);
        return
        [
            .. (await db.AdjustmentRequests.AsNoTracking().OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken))
                .Select(request => new OtherWay(request, names[request.StaffId], versions[request.VersionId].Text.Title, [.. made[request.Id]]))
                .OrderBy(way => way.Made.Count > 0),
        ];
    }
}
