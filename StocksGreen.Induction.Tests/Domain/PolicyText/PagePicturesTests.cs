using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Domain.PolicyText;

/// <summary>Pages that are published as pictures say so, and their words are the text.</summary>
public class PagePicturesTests
{
    private static readonly Picture Page = PagePictures.Create(3, new string('a', 64), "image/png", 240, 336);

    [Fact]
    public void A_page_is_marked_as_one_in_the_canonical_text_and_read_back_as_one()
    {
        var section = PagePictures.Section(3, Page, [new Paragraph(RichText.FromPlainText("Ring the bell."))]);

        var markdown = PolicyMarkdown.Blocks(section.Blocks);

        Assert.Equal(
            $"![Page 3 of the document, as a picture; its words stand below it](sha256:{new string('a', 64)} \"image/png 240x336 page\")\n\nRing the bell.\n",
            markdown
        );
        Assert.Equal(section.Blocks, BlockMarkdown.Parse(markdown));
        Assert.Equal("Page 3", section.Heading);
    }

    [Fact]
    public void Reading_time_counts_the_words_of_a_page_and_not_its_picture()
    {
        var page = PolicyMarkdown.Parts(Text(PagePictures.Section(3, Page, [new Paragraph(RichText.FromPlainText("Ring the bell."))])))[1];
        var picture = PolicyMarkdown.Parts(Text(new PolicySection("", "Page 3", 1, [Page with { IsPage = false, Alt = "Bell" }])))[1];

        Assert.Equal((5, 0, 5), (page.Words, page.Pictures, page.WordsToRead));
        Assert.Equal((3, 1), (picture.Words, picture.Pictures));
    }

    [Fact]
    public void A_text_says_how_many_of_its_parts_are_pages()
    {
        var words = new PolicySection("1", "Fire", 1, [new Paragraph(RichText.FromPlainText("Ring."))]);
        var page = PagePictures.Section(1, Page, []);

        Assert.Null(PagePictures.InWords(Text(words)));
        Assert.Equal("Published as 2 page pictures with text alternatives; the pictures are the school’s document.", PagePictures.InWords(Text(page, page)));
        Assert.Equal("Published with 1 page picture with its text alternative; the picture is the school’s document.", PagePictures.InWords(Text(words, page)));
    }

    [Fact]
    public void The_place_of_a_missing_picture_is_held_up_as_a_placeholder_and_is_no_word_of_the_page()
    {
        var section = PagePictures.Section(2, null, [new Paragraph(RichText.FromPlainText("Ring."))]);

        Assert.Equal(["[insert the picture of page 2]"], BlockText.Texts(section.Blocks).SelectMany(line => Placeholders.In(line.PlainText)));
        Assert.Equal(["Ring."], BlockText.Texts(PagePictures.Words(section.Blocks)).Select(line => line.PlainText));
    }

    private static PolicyContent Text(params PolicySection[] sections) => new("Fire Policy", "", [], [], sections, [], null, null);
}
