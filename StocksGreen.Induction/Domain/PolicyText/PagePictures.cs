using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>A document that cannot be read as text, published as pictures of its pages, each with its words as text.</summary>
public static class PagePictures
{
    /// <summary>More pages than this are no text that anyone reads as pictures.</summary>
    public const int MostPages = 60;

    /// <summary>Of one picture.</summary>
    public const int LargestPictureInBytes = 5 * 1024 * 1024;

    /// <summary>Of all pictures of a policy.</summary>
    public const long MostBytes = 60L * 1024 * 1024;

    /// <summary>The picture of a page.</summary>
    /// <param name="number">Of the page in the document, from 1.</param>
    public static Picture Create(int number, string sha256, string mediaType, int width, int height) =>
        new(sha256, mediaType, $"Page {number} of the document, as a picture; its words stand below it", width, height) { IsPage = true };

    /// <summary>A section of one page.</summary>
    /// <param name="picture">Null while there is none; then its place stands in the text and stops publishing.</param>
    /// <param name="words">What could be read of the page, to be confirmed; empty for nothing.</param>
    public static PolicySection Section(int number, Picture? picture, IReadOnlyList<Block> words) =>
        new("", $"Page {number}", 1, [picture ?? Missing(number), .. words]);

    /// <summary>Stands where the picture of a page is still to come; it looks like a placeholder and is held up as one.</summary>
    public static Block Missing(int number) => new Paragraph(RichText.FromPlainText($"[insert the picture of page {number}]"));

    /// <summary>True for what <see cref="Missing"/> puts in place of a picture.</summary>
    public static bool IsMissing(Block block) =>
        block is Paragraph paragraph && paragraph.Text.PlainText.StartsWith("[insert the picture of page ", StringComparison.Ordinal);

    /// <summary>The pictures of pages among some blocks, at any depth.</summary>
    public static IEnumerable<Picture> In(IReadOnlyList<Block> blocks) => BlockText.All(blocks).OfType<Picture>().Where(picture => picture.IsPage);

    /// <summary>What stands among some blocks besides the pictures of pages and the places of those that are missing.</summary>
    public static IReadOnlyList<Block> Words(IReadOnlyList<Block> blocks) =>
        [.. blocks.Where(block => block is not Picture { IsPage: true } && !IsMissing(block))];

    /// <summary>"Published as 4 page pictures with text alternatives; the pictures are the school’s document."</summary>
    /// <returns>Null for a text without any.</returns>
    public static string? InWords(PolicyContent text)
    {
        var parts = text.Sections.Select(section => section.Blocks).Prepend(text.Preamble).ToList();
        var count = parts.Sum(blocks => In(blocks).Count());
        var isAll = text.Preamble.Count == 0 && text.Sections.All(section => In(section.Blocks).Any());
        return count == 0
            ? null
            : $"Published {(isAll ? "as" : "with")} {count} page {(count == 1 ? "picture with its text alternative" : "pictures with text alternatives")}; "
                + $"{(count == 1 ? "the picture is" : "the pictures are")} the school’s document.";
    }
}
