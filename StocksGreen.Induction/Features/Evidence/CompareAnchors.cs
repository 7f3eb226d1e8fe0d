using Microsoft.EntityFrameworkCore;
using MimeKit;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>Compares the chain with anchors that were given out earlier: what was cut off or written again since shows here and nowhere else.</summary>
public sealed class CompareAnchors(IDbContextFactory<InductionDb> factory)
{
    /// <param name="file">A witness file, or a letter that was saved.</param>
    /// <returns>How many anchors it holds, the last of them, and what is wrong, in a sentence; null where the chain still leads to each.</returns>
    public async Task<(int Anchors, SignedCheckpoint? Last, string? Fault)> ExecuteAsync(byte[] file, CancellationToken cancellationToken)
    {
        var anchors = SignedCheckpoint.FindIn(Text(file));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var named = await NamedKeys.ReadAsync(db, cancellationToken);
        foreach (var anchor in anchors)
        {
            if (await FaultAsync(db, named, anchor, cancellationToken) is { } fault)
            {
                return (anchors.Count, anchor, fault);
            }
        }

        return (anchors.Count, anchors.Count == 0 ? null : anchors[^1], null);
    }

    private static async Task<string?> FaultAsync(InductionDb db, NamedKeys named, SignedCheckpoint anchor, CancellationToken cancellationToken)
    {
        var (checkpoint, day) = (anchor.Checkpoint, LondonTime.ToWords(anchor.Checkpoint.At));
        if (named.First is not { } first || checkpoint.Origin != Checkpoint.OriginOf(first.Fingerprint))
        {
            return $"The anchor of {day} is of a chain that began with another key ({checkpoint.Origin}): this one was written again from its first entry on, "
                + "or is another school’s.";
        }

        if (!anchor.IsSignedBy(named))
        {
            return $"The anchor of {day} carries no signature of a key that this chain names: it was changed, or the chain was written again since.";
        }

        var entry = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Number == checkpoint.Size, cancellationToken);
        return entry is null
                ? FormattableString.Invariant($"The chain was cut: on {day} it had {checkpoint.Size} entries, and entry {checkpoint.Size} ")
                    + "is not there any more."
            : entry.Hash != checkpoint.HeadHash
                ? FormattableString.Invariant(
                    $"The chain was written again: on {day} entry {checkpoint.Size} had the hash {checkpoint.HeadHash}, and it has {entry.Hash} now."
                )
            : null;
    }

    /// <summary>A letter as mail programs save it has its text in a part of its own, and some letters of it in code.</summary>
    private static string Text(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file);
            using var message = MimeMessage.Load(stream);
            if (message.Headers.Contains(HeaderId.From) && message.TextBody is { } text)
            {
                return text;
            }
        }
        catch (FormatException)
        {
            // No letter.
        }

        return System.Text.Encoding.UTF8.GetString(file);
    }
}
