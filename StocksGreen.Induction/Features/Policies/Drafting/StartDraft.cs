using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>Begins a draft with a text: read from a document, which is kept with it, taken from the version in force, or empty.</summary>
public sealed class StartDraft(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>Begins with a document; it is kept, and so are the pictures of its text and what the import left out.</summary>
    /// <param name="policy">The policy of which it is to be the next version; null for a new one.</param>
    /// <param name="file">The document, whole.</param>
    /// <returns>The draft; not found when the actor may not, or there is no such policy.</returns>
    public Task<Result<Guid>> ExecuteAsync(
        Actor actor,
        PolicyId? policy,
        ImportOutcome.Imported imported,
        byte[] file,
        string fileName,
        CancellationToken cancellationToken
    ) =>
        StoreAsync(
            actor,
            imported.Policy,
            (id, now) =>
                new PolicyDraft(id, policy, fileName, imported.Source, imported.Warnings, now, actor.FullName)
                {
                    Original = OriginalFile.From(file, fileName),
                    Report = new FidelityReport(imported.LeftOut, imported.Coverage),
                },
            imported.Pictures.Select(picture => picture.Bytes).Prepend(file),
            cancellationToken
        );

    /// <summary>Begins with the pages of a document, which is kept with their pictures.</summary>
    /// <param name="policy">The policy of which it is to be the next version; null for a new one.</param>
    /// <param name="file">The document, whole.</param>
    /// <param name="warnings">What is doubtful.</param>
    /// <param name="pictures">Bytes of the pictures that the text shows.</param>
    /// <returns>The draft; not found when the actor may not, or there is no such policy.</returns>
    public Task<Result<Guid>> ExecuteAsync(
        Actor actor,
        PolicyId? policy,
        PolicyContent text,
        byte[] file,
        string fileName,
        IReadOnlyList<string> warnings,
        IReadOnlyList<byte[]> pictures,
        CancellationToken cancellationToken
    ) =>
        StoreAsync(
            actor,
            text,
            (id, now) => new PolicyDraft(id, policy, fileName, "", warnings, now, actor.FullName) { Original = OriginalFile.From(file, fileName) },
            pictures.Prepend(file),
            cancellationToken
        );

    /// <summary>Begins without a document.</summary>
    /// <param name="policy">The policy of which it is to be the next version; null for a new one.</param>
    /// <param name="sourceName">Where the text is from.</param>
    /// <param name="sourceText">The source's words, line by line.</param>
    /// <param name="warnings">What is doubtful.</param>
    /// <returns>The draft; not found when the actor may not, or there is no such policy.</returns>
    public Task<Result<Guid>> ExecuteAsync(
        Actor actor,
        PolicyId? policy,
        PolicyContent text,
        string sourceName,
        string sourceText,
        IReadOnlyList<string> warnings,
        CancellationToken cancellationToken
    ) => StoreAsync(actor, text, (id, now) => new PolicyDraft(id, policy, sourceName, sourceText, warnings, now, actor.FullName), [], cancellationToken);

    private async Task<Result<Guid>> StoreAsync(
        Actor actor,
        PolicyContent text,
        Func<Guid, DateTimeOffset, PolicyDraft> create,
        IEnumerable<byte[]> files,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        var draft = create(Guid.NewGuid(), now);
        if (!Permissions.MayPublish(actor) || (draft.PolicyId is { } id && !await db.Policies.AnyAsync(row => row.Id == id, cancellationToken)))
        {
            return Result.NotFound;
        }

        db.Drafts.Add(draft);
        db.DraftRevisions.Add(new DraftRevision(draft.Id, 0, text, [], $"Began with {draft.SourceName}", now, actor.FullName));
        db.DraftFiles.AddRange(
            files.Select(file => new DraftFile(draft.Id, Sha256Hex.Compute(file), file)).DistinctBy(file => file.Sha256, StringComparer.Ordinal)
        );
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
