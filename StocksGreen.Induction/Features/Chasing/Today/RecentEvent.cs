using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>Something that someone did, as a line that leads there.</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">Null where the line names no one.</param>
/// <param name="What">What follows the name: "signed Behaviour Policy".</param>
/// <param name="Contact">The reminders that can be taken back with it; null where nothing can.</param>
public sealed record RecentEvent(DateTimeOffset At, string? Who, string What, string Url, IReadOnlyList<Guid>? Contact = null)
{
    private const int Most = 8;
    private const int MostOfAKind = 4;

    /// <summary>A page carries no more; a press on more people than this is taken back where it was made.</summary>
    private const int MostTakenBackHere = 200;

    /// <summary>The latest signatures, contacts, publications, imports and changes of key roles; the newest first.</summary>
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
        var contacts = await ContactsAsync(db, cancellationToken);
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
                .Concat(contacts)
                .OrderByDescending(line => line.At)
                .Take(Most),
        ];
    }

    /// <summary>What was recorded with one press is one line.</summary>
    private static async Task<IReadOnlyList<RecentEvent>> ContactsAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var latest = await (
            from chase in db.ChasesThatCount().AsNoTracking()
            where chase.NoticeId == null && chase.ChasedById != null
            orderby chase.EvidenceNumber descending
            join person in db.People on chase.StaffId equals person.Id
            select new { Chase = chase, person.FullName }
        )
            .Take(MostTakenBackHere + 1)
            .ToListAsync(cancellationToken);
        var presses = latest.GroupBy(row => (row.Chase.At, row.Chase.ChasedById, row.Chase.Channel)).Select(press => press.ToList()).ToList();
        if (latest.Count > MostTakenBackHere)
        {
            // The last of them is not whole.
            presses.RemoveAt(presses.Count - 1);
        }

        return
        [
            .. presses
                .Take(MostOfAKind)
                .Select(press => (One: press[0], People: press.Select(row => row.Chase.StaffId).Distinct().Count(), All: press))
                .Select(press => new RecentEvent(
                    press.One.Chase.At,
                    press.One.Chase.ChasedBy,
                    $"reminded {(press.People == 1 ? press.One.FullName : ChaseText.People(press.People))} {ChaseText.Words(press.One.Chase.Channel)}",
                    press.People == 1 ? Urls.Person(press.One.Chase.StaffId) : Urls.WhoHasNotSigned,
                    [.. press.All.Select(row => row.Chase.Id)]
                )),
        ];
    }
}
