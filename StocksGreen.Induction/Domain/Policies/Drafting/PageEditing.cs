using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Drafting;

/// <summary>The rules of changing pages that are published as pictures.</summary>
internal static class PageEditing
{
    internal static DraftEdited Write(PolicyContent text, DraftEdit.WritePage page, PolicySection section)
    {
        var errors = new List<ValidationError>();
        if (string.IsNullOrWhiteSpace(page.Title) || page.Title.Length > DraftEditing.LongestTitle)
        {
            errors.Add(new ValidationError("Heading", $"Give the page a heading of at most {DraftEditing.LongestTitle} characters, for example “Page 1”."));
        }

        var (blocks, notes) = BlockMarkdown.ParseWithNotes(page.Markdown.Length > DraftEditing.LongestText ? "" : page.Markdown);
        var words = PagePictures.Words(blocks);
        if (page.Markdown.Length > DraftEditing.LongestText)
        {
            errors.Add(new ValidationError("Text", "This is longer than the words of a page can be."));
        }
        else if (!BlockText.Texts(words).Any(line => line.PlainText.Any(char.IsLetterOrDigit)))
        {
            errors.Add(
                new ValidationError(
                    "Text",
                    "Write the words of the page, so that anyone who cannot see the picture can read them. Of an empty page say that it is empty."
                )
            );
        }

        if (errors.Count > 0)
        {
            return new DraftEdited.Refused(errors);
        }

        var written = section with { Title = page.Title.Trim(), Blocks = [.. section.Blocks.Where(IsPageOrMissing), .. words], Notes = notes };
        return new DraftEdited.Done(
            text with
            {
                Sections = [.. text.Sections.Select((each, i) => i == page.Section ? written : each)],
            },
            $"Wrote or confirmed the words of “{written.Heading}”"
        );
    }

    internal static DraftEdited Set(PolicyContent text, DraftEdit.SetPages pages)
    {
        var isNew = pages.Section < 0 || pages.Section >= text.Sections.Count;
        if (pages.Pictures.Count == 0 || (!isNew && pages.Pictures.Count > 1))
        {
            return Refused(pages.Pictures.Count == 0 ? "Choose the picture of the page." : "Choose one picture for this page.");
        }

        var count = text.Sections.Count(section => PagePictures.In(section.Blocks).Any() || section.Blocks.Any(PagePictures.IsMissing));
        if (isNew && count + pages.Pictures.Count > PagePictures.MostPages)
        {
            return Refused($"A policy may have {PagePictures.MostPages} pages as pictures, and this would make {count + pages.Pictures.Count}.");
        }

        if (isNew)
        {
            return new DraftEdited.Done(
                text with
                {
                    Sections =
                    [
                        .. text.Sections,
                        .. pages.Pictures.Select((picture, i) => PagePictures.Section(count + i + 1, Create(count + i + 1, picture), [])),
                    ],
                },
                pages.Pictures.Count == 1 ? $"Added page {count + 1}" : $"Added {pages.Pictures.Count} pages"
            );
        }

        // The number of the document stays where the page is given another picture.
        var section = text.Sections[pages.Section];
        var number = text.Sections.Take(pages.Section).Count(each => PagePictures.In(each.Blocks).Any() || each.Blocks.Any(PagePictures.IsMissing)) + 1;
        var shown = section with { Blocks = [Create(number, pages.Pictures[0]), .. PagePictures.Words(section.Blocks)] };
        return new DraftEdited.Done(
            text with
            {
                Sections = [.. text.Sections.Select((each, i) => i == pages.Section ? shown : each)],
            },
            $"Gave “{section.Heading}” its picture"
        );
    }

    private static Picture Create(int number, PictureInfo picture) =>
        PagePictures.Create(number, picture.Sha256, picture.MediaType, picture.Width, picture.Height);

    private static bool IsPageOrMissing(Block block) => block is Picture { IsPage: true } || PagePictures.IsMissing(block);

    private static DraftEdited.Refused Refused(string sentence) => new([new ValidationError("File", sentence)]);
}
