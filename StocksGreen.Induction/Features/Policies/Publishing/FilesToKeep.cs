using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>Moves what a version needs, its original and its pictures, to where nothing changes or goes any more.</summary>
/// <param name="document">The document of a text without a draft.</param>
internal sealed class FilesToKeep(InductionDb db, PolicyDraft? draft, byte[]? document)
{
    /// <returns>A sentence where the bytes of a picture are not there; null when all are.</returns>
    public async Task<string?> MissingAsync(IReadOnlyList<string> pictures, CancellationToken cancellationToken)
    {
        foreach (var hash in pictures)
        {
            if (
                !await db.PolicyFiles.AnyAsync(file => file.Sha256 == hash, cancellationToken)
                && (draft is null || !await db.DraftFiles.AnyAsync(file => file.DraftId == draft.Id && file.Sha256 == hash, cancellationToken))
            )
            {
                return $"The text shows a picture that is not stored (sha256:{hash[..12]}…). Take its line out of the section, or import the document again.";
            }
        }

        return null;
    }

    /// <exception cref="InvalidOperationException">What is stored with the draft is not what was imported.</exception>
    public async Task KeepAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        foreach (var hash in hashes.Distinct(StringComparer.Ordinal))
        {
            if (await db.PolicyFiles.AnyAsync(file => file.Sha256 == hash, cancellationToken))
            {
                continue;
            }

            var stored = draft is null
                ? null
                : await db.DraftFiles.AsNoTracking().SingleOrDefaultAsync(file => file.DraftId == draft.Id && file.Sha256 == hash, cancellationToken);
            var kept = new PolicyFile(hash, stored?.Content ?? document ?? throw new InvalidOperationException("A file of the draft is gone."));
            db.PolicyFiles.Add(kept.IsWhole ? kept : throw new InvalidOperationException("A file of the draft is not the one that was imported."));
        }
    }
}
