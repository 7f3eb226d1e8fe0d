using System.Globalization;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;

namespace StocksGreen.Induction.Tests.Documents.Layout;

/// <summary>Lines that are read from the right, and scripts without spaces.</summary>
public sealed class FromTheRightTests
{
    [Theory]
    [InlineData("Zoë Łukasz signed", false)]
    [InlineData("Zoë محمد signed", false)]
    [InlineData("محمد signed with Zoë", true)]
    [InlineData("12 משה", true)]
    public void A_paragraph_is_read_as_its_first_letter_is(string text, bool isFromRight) =>
        Assert.All(LineBreaker.Break([new Run(text)], Typography.Body, 60), line => Assert.Equal(isFromRight, line.IsFromRight));

    /// <summary>Signs that turn or embed text would reach over the words next to a name, so they are taken out before anything is set.</summary>
    [Fact]
    public void No_sign_in_a_name_turns_the_words_next_to_it()
    {
        foreach (var sign in (int[])[0x061C, 0x200E, 0x200F, .. Enumerable.Range(0x202A, 5), .. Enumerable.Range(0x2066, 4)])
        {
            Assert.Equal("Signed by Eve on 1 May", FontSet.Clean($"Signed by {(char)sign}Eve on 1 May"));
        }
    }

    [Theory]
    [InlineData("นโยบายการคุ้มครองเด็กและเยาวชนของโรงเรียนนี้ต้องอ่านให้จบทุกคนก่อนเริ่มงาน")]
    [InlineData("เด็กน้ำใจก็ที่นี่ผู้ใหญ่ซึ่งรู้")]
    public void Thai_without_spaces_breaks_between_clusters_and_loses_nothing(string text)
    {
        var lines = LineBreaker.Break([new Run(text)], Typography.Body, 50);

        Assert.InRange(lines.Count, 2, 40);
        var (at, starts) = (0, StringInfo.ParseCombiningCharacters(text).ToHashSet());
        foreach (var line in lines)
        {
            Assert.Contains(at, starts);
            Assert.InRange(line.Width, 0.1, 50.01);
            at += line.Fragments.Sum(fragment => fragment.Text.Length);
        }

        Assert.Equal(text, string.Concat(lines.SelectMany(line => line.Fragments).Select(fragment => fragment.Text)));
    }
}
