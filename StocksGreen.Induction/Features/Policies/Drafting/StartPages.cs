using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Pages;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>Begins a draft with the pages of a PDF that cannot be read as text: a section for each, with its picture.</summary>
public sealed class StartPages(PolicyImporter importer, PageDrawing drawing, StartDraft start)
{
    /// <param name="policy">The policy of which it is to be the next version; null for a new one.</param>
    /// <param name="title">Of that policy; null takes the file’s name.</param>
    /// <param name="file">The PDF, whole.</param>
    /// <returns>The draft; not found when the actor may not, or there is no such policy.</returns>
    public async Task<Result<Guid>> ExecuteAsync(
        Actor actor,
        PolicyId? policy,
        string? title,
        byte[] file,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayPublish(actor))
        {
            return Result.NotFound;
        }

        var outcome = await importer.ReadPagesAsync(file, cancellationToken);
        if (outcome is PagesOutcome.Refused refused)
        {
            return Result.Invalid("File", refused.Sentence);
        }

        var pages = ((PagesOutcome.Read)outcome).Pages;
        var pictures = new Dictionary<int, (byte[] Bytes, PictureInfo Info)>();
        foreach (var page in pages)
        {
            Take(page.Number, page.Picture?.Bytes);
        }

        if (pages.Where(page => !pictures.ContainsKey(page.Number)).Select(page => page.Number).ToList() is { Count: > 0 } others)
        {
            foreach (var (number, drawn) in await drawing.DrawAsync(file, others[0], others[^1], cancellationToken))
            {
                Take(number, drawn);
            }
        }

        if (
            pictures.Values.DistinctBy(picture => picture.Info.Sha256, StringComparer.Ordinal).Sum(picture => (long)picture.Bytes.Length)
            > PagePictures.MostBytes
        )
        {
            return Result.Invalid("File", "The pictures of these pages are more than 60 MB large. Scan it again at 150 dots an inch, or in shades of grey.");
        }

        return await start.ExecuteAsync(
            actor,
            policy,
            Text(title ?? TitleOf(fileName), pages, pictures),
            file,
            fileName,
            [.. Warnings(pages, pictures)],
            [.. pictures.Values.Select(picture => picture.Bytes)],
            cancellationToken
        );

        void Take(int number, byte[]? bytes)
        {
            if (bytes is not null && !pictures.ContainsKey(number) && PagePictureFile.Read(bytes, $"page {number}") is ({ } info, var picture, _))
            {
                pictures[number] = (picture, info);
            }
        }
    }

    private static PolicyContent Text(string title, IReadOnlyList<PageOfFile> pages, Dictionary<int, (byte[] Bytes, PictureInfo Info)> pictures) =>
        new(
            title,
            "",
            [],
            [],
            [
                .. pages.Select(page =>
                    PagePictures.Section(
                        page.Number,
                        pictures.TryGetValue(page.Number, out var picture)
                            ? PagePictures.Create(page.Number, picture.Info.Sha256, picture.Info.MediaType, picture.Info.Width, picture.Info.Height)
                            : null,
                        [.. page.Words.Select(words => new Paragraph(RichText.FromPlainText(words)))]
                    ) with
                    {
                        Pages = new PageSpan(page.Number, page.Number),
                    }
                ),
            ],
            [],
            null,
            null
        );

    private IEnumerable<string> Warnings(IReadOnlyList<PageOfFile> pages, Dictionary<int, (byte[] Bytes, PictureInfo Info)> pictures)
    {
        var missing = pages.Where(page => !pictures.ContainsKey(page.Number)).Select(page => page.Number).ToList();
        if (missing.Count > 0)
        {
            var those = missing.Count == 1 ? $"Page {missing[0]}" : $"Pages {string.Join(", ", missing.SkipLast(1))} and {missing[^1]}";
            yield return $"{those} {(missing.Count == 1 ? "is not one picture" : "are not one picture each")}, and "
                + (drawing.IsThere ? "could not be drawn." : "this server has no program that draws pages (pdftoppm).")
                + " Give each as a picture (PNG or JPEG): a scan, a photo or a picture of the screen.";
        }

        if (pages.Any(page => page.Words.Count > 0))
        {
            yield return "The words under the pictures are what the file says of them; a program may have recognised them wrongly. Compare each page and "
                + "confirm it.";
        }
    }

    /// <summary>Raw: "Fire_safety-policy 2024.pdf".</summary>
    private static string TitleOf(string fileName)
    {
        var words = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var title = string.Join(' ', words);
        return title.Length == 0 ? "New policy" : title[..Math.Min(title.Length, DraftEditing.LongestTitle)];
    }
}
