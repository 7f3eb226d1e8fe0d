using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>The bytes of the pictures that a text shows.</summary>
public sealed class StoredPictures
{
    private readonly Dictionary<string, byte[]> files;

    internal StoredPictures(Dictionary<string, byte[]> files) => this.files = files;

    /// <returns>Null where the picture is not stored.</returns>
    public ReadOnlyMemory<byte>? Find(string sha256) => files.TryGetValue(sha256, out var content) ? content : (ReadOnlyMemory<byte>?)null;
}

/// <summary>Reads pictures together with the text that shows them.</summary>
internal static class StoredPicturesReader
{
    /// <param name="draft">A draft whose own pictures count as well; null for a published text.</param>
    public static async Task<StoredPictures> ReadPicturesAsync(this InductionDb db, PolicyContent text, CancellationToken cancellationToken, Guid? draft = null)
    {
        var hashes = TextPlaces.PictureHashes(text);
        if (hashes.Count == 0)
        {
            return new StoredPictures([]);
        }

        var found = await db
            .PolicyFiles.AsNoTracking()
            .Where(file => hashes.Contains(file.Sha256))
            .ToDictionaryAsync(file => file.Sha256, file => file.Content, StringComparer.Ordinal, cancellationToken);
        foreach (
            var file in await db.DraftFiles.AsNoTracking().Where(file => file.DraftId == draft && hashes.Contains(file.Sha256)).ToListAsync(cancellationToken)
        )
        {
            found.TryAdd(file.Sha256, file.Content);
        }

        return new StoredPictures(found);
    }
}
