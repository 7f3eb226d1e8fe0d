using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>Something that someone did, as a line that leads there.</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">Null where the line names no one.</param>
/// <param name="What">What follows the name: "signed Behaviour Policy".</param>
public sealed record RecentEvent(DateTimeOffset At, string? Who, string What, string Url)
{
    private const int Most = 8;
    private const int MostOfAKind = 4;

    /// <summary>The latest signatures, publications, imports and changes of key roles; the newest first.</summary>
    /// <param name="versions">All that were published.</param>
    internal static async Task<IReadOnlyList<RecentEvent>> ReadAsync(InductionDb db, IReadOnlyList<PolicyVersion> versions, CancellationToken cancellationToken)
    {
        var titles = versions.ToDictionary(version => version.Id, version => version.Text.Title);
        var signed = await (
            from signature in db.Attestations.AsNoTracking().OrderByDescending(row => row.EvidenceNumber).Take(Most)
            join person in db.People on signature.StaffId equals person.Id
            select new
            {
                signature.SignedAt,
                signature.VersionId,
                person.Id,
                person.FullName,
            }
        ).ToListAsync(cancellationToken);
        var published = versions.OrderByDescending(version => version.PublishedAt).Take(MostOfAKind);
        var imported = await db
            .StaffUploads.AsNoTracking()
            .Where(upload => upload.AppliedAt != null)
            .OrderByDescending(upload => upload.AppliedAt)
            .Take(MostOfAKind)
            .Select(upload => new { upload.AppliedAt, upload.FileName })
            .ToListAsync(cancellationToken);
        var roles = await db.KeyRoleChanges.AsNoTracking().OrderByDescending(change => change.At).Take(MostOfAKind).ToListAsync(cancellationToken);
        return
        [
            .. signed
                .Select(row => new RecentEvent(row.SignedAt, row.FullName, $"signed {titles[row.VersionId]}", Urls.Person(row.Id)))
                .Concat(
                    published.Select(row => new RecentEvent(row.PublishedAt, null, $"{row.Text.Title}, version {row.Number}, was published", Urls.Policies))
                )
                .Concat(imported.Select(row => new RecentEvent(row.AppliedAt!.Value, null, $"The staff list {row.FileName} was imported", Urls.People)))
                .Concat(
                    roles.Select(change => new RecentEvent(
                        change.At,
                        change.Holder,
                        $"is {change.Role.Words()} from {LondonTime.ToWords(change.From)}",
                        Urls.KeyRoles
                    ))
                )
                .OrderByDescending(line => line.At)
                .Take(Most),
        ];
    }
}
