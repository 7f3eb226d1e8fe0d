using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>Begins a draft with a text: imported, taken from the version in force, or empty.</summary>
public sealed class StartDraft(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="policy">The policy of which it is to be the next version; null for a new one.</param>
    /// <param name="sourceName">Name of the file, or where else the text is from.</param>
    /// <param name="sourceText">The source's words, line by line.</param>
    /// <param name="warnings">What the import doubts.</param>
    /// <returns>The draft; not found when the actor may not, or there is no such policy.</returns>
    public async Task<Result<Guid>> ExecuteAsync(
        Actor actor,
        PolicyId? policy,
        PolicyContent text,
        string sourceName,
        string sourceText,
        IReadOnlyList<string> warnings,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!Permissions.MayPublish(actor) || (policy is { } id && !await db.Policies.AnyAsync(row => row.Id == id, cancellationToken)))
        {
            return Result.NotFound;
        }

        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        var draft = new PolicyDraft(Guid.NewGuid(), policy, sourceName, sourceText, warnings, now, actor.FullName);
        db.Drafts.Add(draft);
        db.DraftRevisions.Add(new DraftRevision(draft.Id, 0, text, $"Began with {sourceName}", now, actor.FullName));
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
