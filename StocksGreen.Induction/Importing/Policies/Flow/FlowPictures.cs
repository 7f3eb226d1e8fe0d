using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Flow;

/// <summary>Takes over the pictures of a file, and names those that cannot be shown.</summary>
internal sealed class FlowPictures(FlowTally tally, WarningList warnings)
{
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private long bytes;

    /// <param name="content">Null where the file does not hold it.</param>
    /// <param name="alt">What it shows; null where no one has said, empty for one that is decorative.</param>
    /// <param name="width">Pixels; 0 where not said.</param>
    /// <param name="height">Pixels; 0 where not said.</param>
    /// <param name="name">What it is called where it cannot be shown: its file.</param>
    /// <returns>Null where it cannot be shown, which has been listed then.</returns>
    internal Picture? Read(byte[]? content, string? alt, int width, int height, string name)
    {
        var called =
            alt is { Length: > 0 } ? $": {alt}"
            : name.Length > 0 ? $": {name}"
            : "";
        if (content is null)
        {
            tally.LeaveOut(LeftOutKind.Picture, $"A picture that is not in the file{called}");
            return null;
        }

        if (PictureShape.Read(content) is not { } shape)
        {
            tally.LeaveOut(LeftOutKind.Picture, $"A picture in a form that cannot be shown{called}");
            return null;
        }

        if (shape.TooLarge is { } reason)
        {
            tally.LeaveOut(LeftOutKind.Picture, reason + called);
            return null;
        }

        content = PictureCleaner.Clean(content);
        shape = PictureShape.Read(content) ?? shape;
        var file = new PictureFile(Sha256Hex.Compute(content), shape.MediaType, content);
        if (kept.Add(file.Sha256) && (content.Length > PictureShape.MostBytes || (bytes += content.Length) > PictureShape.MostBytesTogether))
        {
            tally.LeaveOut(LeftOutKind.Picture, $"A picture of too many megabytes{called}");
            kept.Remove(file.Sha256);
            return null;
        }

        if (alt is null)
        {
            tally.LeaveOut(LeftOutKind.Picture, "A picture that no one has described");
        }

        warnings.Keep(file);
        return new Picture(
            file.Sha256,
            file.MediaType,
            alt,
            width > 0 ? Math.Min(width, PictureShape.LargestSide) : shape.Width,
            height > 0 ? Math.Min(height, PictureShape.LargestSide) : shape.Height
        );
    }
}
