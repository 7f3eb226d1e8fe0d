using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Domain.Policies.Extracts;

public sealed class ExtractTests
{
    private static readonly PolicyContent Text = new(
        "Keeping children safe",
        "",
        [],
        [],
        [
            Section("Part one", "For all staff", 1, 7),
            Section("", "What to know", 2, 7, 16),
            Section("Part two", "Managing", 1, 25),
            Section("", "The law", 2, 26, 55),
            Section("Annex B", "Further information", 1, 56, 60),
        ],
        [],
        null,
        null
    );

    [Fact]
    public void A_part_is_a_top_heading_with_all_that_stands_under_it()
    {
        Assert.Equal(
            [
                new DocumentPart(0, 2, "Part one For all staff", 12, 1, new PageSpan(7, 16)),
                new DocumentPart(2, 2, "Part two Managing", 9, 1, new PageSpan(25, 55)),
                new DocumentPart(4, 1, "Annex B Further information", 6, 1, new PageSpan(56, 60)),
            ],
            DocumentPart.Of(Text)
        );
    }

    [Fact]
    public void What_is_not_chosen_leaves_the_text_and_is_named_with_its_words_and_pages()
    {
        var kept = Assert.IsType<DraftEdited.Done>(DraftEditing.Apply(Text, new DraftEdit.KeepOnly([2, 0, 0])));

        Assert.Equal("Kept only “Part one For all staff”, “Annex B Further information”", kept.What);
        Assert.Equal(["For all staff", "What to know", "Further information"], kept.Text.Sections.Select(section => section.Title));
        Assert.Equal([new LeftOutPart("Part two Managing", 9, new PageSpan(25, 55))], kept.LeftOut);
    }

    [Theory]
    [InlineData(new int[0], "Tick at least one part of the document.")]
    [InlineData(new[] { -1, 3 }, "Tick at least one part of the document.")]
    [InlineData(new[] { 0, 1, 2 }, "Every part is ticked, so nothing would be left out. Untick what is not the policy.")]
    public void Nothing_and_everything_are_no_choice(int[] parts, string sentence)
    {
        var refused = Assert.IsType<DraftEdited.Refused>(DraftEditing.Apply(Text, new DraftEdit.KeepOnly(parts)));

        Assert.Equal(("Parts", sentence), (Assert.Single(refused.Errors).Key, refused.Errors[0].Sentence));
    }

    [Fact]
    public void What_is_recorded_is_the_text_as_it_is_published_and_in_words_it_names_headings_and_pages()
    {
        var kept = ((DraftEdited.Done)DraftEditing.Apply(Text, new DraftEdit.KeepOnly([0, 2]))).Text;
        var extract = new DraftExtract("Keeping children safe", [], "Helen Ashdown", DateTimeOffset.UnixEpoch);

        Assert.Equal(
            "Part one For all staff, Annex B Further information of Keeping children safe, pages 7–16 and 56–60",
            ExtractRecord.From(extract, kept).ToWords()
        );
        var removed = ((DraftEdited.Done)DraftEditing.Apply(kept, new DraftEdit.Remove(2))).Text;
        Assert.Equal("Part one For all staff of Keeping children safe, pages 7–16", ExtractRecord.From(extract, removed).ToWords());
        Assert.Equal("Part one For all staff of Keeping children safe, pages not recorded", ExtractRecord.From(extract, removed.WithoutPages()).ToWords());
        var many = kept with { Sections = [.. Enumerable.Range(1, 8).Select(i => Section($"{i}", "Aims, and more", 1, i * 10))] };
        Assert.EndsWith(
            "6 Aims, and more; 2 more parts of Keeping children safe, pages 10, 20, 30, 40, 50, 60, 70 and 80",
            ExtractRecord.From(extract, many).ToWords(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Pages_go_with_their_section_through_every_change()
    {
        var merged = Done(Text, new DraftEdit.MergeIntoAbove(1));
        Assert.Equal(new PageSpan(7, 16), merged.Sections[0].Pages);
        var written = Done(merged, new DraftEdit.Rewrite(0, "1", "Another", 1, "Words.\n\nMore."));
        Assert.Equal(new PageSpan(7, 16), written.Sections[0].Pages);
        var split = Done(written, new DraftEdit.Split(0, 1, "2", "Later"));
        Assert.Equal([new PageSpan(7, 16), new PageSpan(7, 16)], split.Sections.Take(2).Select(section => section.Pages));
    }

    [Fact]
    public void Pages_that_follow_each_other_are_one_span()
    {
        Assert.Equal([new PageSpan(1, 5), new PageSpan(7, 7)], PageSpan.Join([new(7, 7), new(3, 5), new(1, 2), new(2, 2)]));
        Assert.Equal(("page 7", "pages 7–8"), (PageSpan.ToWords([new(7, 7)]), PageSpan.ToWords([new(7, 8)])));
    }

    private static PolicyContent Done(PolicyContent text, DraftEdit edit) => Assert.IsType<DraftEdited.Done>(DraftEditing.Apply(text, edit)).Text;

    private static PolicySection Section(string number, string title, int level, int first, int? last = null) =>
        new(number, title, level, [new Paragraph(RichText.FromPlainText("Read this."))]) { Pages = new PageSpan(first, last ?? first) };
}
