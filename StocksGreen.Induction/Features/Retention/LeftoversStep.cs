using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>What was only needed for a while: uploads, ticks on lists, drafts that nobody touches, old lines of the access log.</summary>
internal sealed class LeftoversStep : IRetentionStep
{
    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var day = LondonTime.DateIn(until);
        List<ComingDeletion> coming =
        [
            new(day, RetentionRules.Uploads, "Staff lists that were uploaded", await Uploads(db, until).CountAsync(cancellationToken), []),
            new(day, RetentionRules.Drafts, "Drafts that nobody touched", await Drafts(db, until).CountAsync(cancellationToken), []),
            new(day, RetentionRules.AccessLog, "Lines of who did what", await Lines(db, until).CountAsync(cancellationToken), []),
        ];
        return [.. coming.Where(line => line.Count > 0)];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        var (db, now) = (purge.Db, purge.Now);
        var ticked = now - ChaseSelection.KeptFor;
        purge.Count(RetentionRules.Uploads, "StaffUploads", await Uploads(db, now).ExecuteDeleteAsync(cancellationToken));
        purge.Count(RetentionRules.Uploads, "ChaseSelections", await db.ChaseSelections.Where(row => row.At < ticked).ExecuteDeleteAsync(cancellationToken));
        var (scanned, made) = (now - KeptScan.KeptFor, now - MadeReport.KeptFor);
        purge.Count(RetentionRules.Uploads, "KeptScans", await db.KeptScans.Where(row => row.At < scanned).ExecuteDeleteAsync(cancellationToken));
        purge.Count(RetentionRules.Uploads, "MadeReports", await db.MadeReports.Where(row => row.At < made).ExecuteDeleteAsync(cancellationToken));
        var drafts = await Drafts(db, now).Select(draft => draft.Id).Take(most).ToListAsync(cancellationToken);
        purge.Count(RetentionRules.Drafts, "DraftFiles", await db.DraftFiles.Where(row => drafts.Contains(row.DraftId)).ExecuteDeleteAsync(cancellationToken));
        purge.Count(
            RetentionRules.Drafts,
            "DraftRevisions",
            await db.DraftRevisions.Where(row => drafts.Contains(row.DraftId)).ExecuteDeleteAsync(cancellationToken)
        );
        purge.Count(RetentionRules.Drafts, "PolicyDrafts", await db.Drafts.Where(row => drafts.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken));

        // The database lets a line go only once a newer one is two years younger.
        if (await db.AccessEntries.MaxAsync(line => (DateTimeOffset?)line.At, cancellationToken) is { } newest)
        {
            purge.Count(RetentionRules.AccessLog, "AccessEntries", await Lines(db, newest < now ? newest : now).ExecuteDeleteAsync(cancellationToken));
        }

        if (await db.RetentionRuns.MaxAsync(run => (DateTimeOffset?)run.At, cancellationToken) is { } last)
        {
            var before = (last < now ? last : now).AddDays(-AccessEntry.KeptDays).AddSeconds(-1);
            purge.Count(RetentionRules.AccessLog, "RetentionRuns", await db.RetentionRuns.Where(run => run.At < before).ExecuteDeleteAsync(cancellationToken));
        }
    }

    private static IQueryable<StaffUpload> Uploads(InductionDb db, DateTimeOffset now)
    {
        var before = now.AddDays(-StaffUpload.KeptDays);
        return db.StaffUploads.Where(upload => upload.UploadedAt < before);
    }

    private static IQueryable<PolicyDraft> Drafts(InductionDb db, DateTimeOffset now)
    {
        var before = now.AddYears(-RetentionRules.DraftYears);
        return db.Drafts.Where(draft => draft.CreatedAt < before && !db.DraftRevisions.Any(row => row.DraftId == draft.Id && row.At >= before));
    }

    private static IQueryable<AccessEntry> Lines(InductionDb db, DateTimeOffset now)
    {
        var before = now.AddDays(-AccessEntry.KeptDays).AddSeconds(-1);
        return db.AccessEntries.Where(line => line.At < before);
    }
}
