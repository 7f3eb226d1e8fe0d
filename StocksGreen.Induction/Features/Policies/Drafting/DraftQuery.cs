using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Fidelity;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>Loads drafts.</summary>
public sealed class DraftQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>Null when there is no such draft, or the actor may not see it.</returns>
    public async Task<DraftDetails?> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (!Permissions.MayPublish(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } draft)
        {
            return null;
        }

        var revision = await db.DraftRevisions.AsNoTracking().SingleAsync(row => row.DraftId == id && row.Number == draft.Revision, cancellationToken);
        var next = await db
            .DraftRevisions.AsNoTracking()
            .Where(row => row.DraftId == id && row.Number == draft.Revision + 1)
            .Select(row => row.What)
            .SingleOrDefaultAsync(cancellationToken);
        var hasEarlier = await db.DraftRevisions.AnyAsync(row => row.DraftId == id && row.Number == draft.Revision - 1, cancellationToken);
        var policy = draft.PolicyId is { } policyId ? await db.Policies.AsNoTracking().SingleAsync(row => row.Id == policyId, cancellationToken) : null;
        var inForce = policy is null
            ? null
            : (await db.ReadVersionsAsync(cancellationToken)).Where(version => version.PolicyId == policy.Id).MaxBy(version => version.Number);
        return new DraftDetails(
            draft,
            revision.Text,
            FidelityState.Create(draft.Report, revision.Text, revision.Decisions),
            hasEarlier ? revision.What : null,
            next,
            policy,
            inForce
        )
        {
            Extract = revision.Extract,
        };
    }

    /// <returns>A draft with the document it was imported from; null when there is none, or the actor may not see it.</returns>
    public async Task<(PolicyDraft Draft, byte[] Content)?> OriginalAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (!Permissions.MayPublish(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
            await db.Drafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { Original: { } original } draft
            && await db.DraftFiles.AsNoTracking().SingleOrDefaultAsync(file => file.DraftId == id && file.Sha256 == original.Sha256, cancellationToken)
                is { } file
            ? (draft, file.Content)
            : null;
    }

    /// <returns>Every draft with its title of now, latest first; none where the actor may not see them.</returns>
    public async Task<IReadOnlyList<(PolicyDraft Draft, string Title)>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayPublish(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var drafts = await db.Drafts.AsNoTracking().OrderByDescending(draft => draft.CreatedAt).ToListAsync(cancellationToken);
        var titles = await (
            from revision in db.DraftRevisions.AsNoTracking()
            join draft in db.Drafts on revision.DraftId equals draft.Id
            where revision.Number == draft.Revision
            select revision
        ).ToDictionaryAsync(revision => revision.DraftId, revision => revision.Text.Title, cancellationToken);
        return [.. drafts.Select(draft => (draft, titles[draft.Id]))];
    }
}
