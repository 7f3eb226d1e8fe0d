using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Signing;

public sealed class ReadingPaceTests
{
    private static readonly StaffId Reader = StaffId.New();
    private static readonly PolicyVersion Version = SmallPolicy.Version(
        TestSchool.Monday,
        SmallPolicy.Text with
        {
            Sections =
            [
                .. SmallPolicy.Text.Sections.Select(section =>
                    section with
                    {
                        Blocks = [new Paragraph(RichText.FromPlainText(string.Join(' ', Enumerable.Repeat("word", 500))))],
                    }
                ),
            ],
        }
    );

    [Theory]
    [InlineData(10, "Far faster than people read")]
    [InlineData(20, "Far faster than people read")]
    [InlineData(45, "As people read")]
    public void Pace_is_one_word_on_the_whole_and_no_times(int secondsAPart, string pace) =>
        Assert.Equal(pace, ReadingPace.Describe(Lines(secondsAPart, timed: 3)));

    [Fact]
    public void Where_less_than_half_of_the_words_were_timed_nothing_is_said()
    {
        Assert.Null(ReadingPace.Describe(Lines(1, timed: 1)));
        Assert.Null(ReadingPace.Describe(Lines(1, timed: 0)));
        Assert.Null(ReadingPace.Describe([]));
    }

    [Fact]
    public void A_time_that_a_clock_put_back_made_later_than_the_confirmation_is_no_time() => Assert.Null(ReadingPace.Describe(Lines(-60, timed: 3)));

    private static IReadOnlyList<ReadingLedger.Line> Lines(int seconds, int timed) =>
        new ReadingLedger(
            Version,
            Assignment.Whole(Version),
            new ReaderRecord(
                [
                    .. Version.Parts.Select(part => new SectionConfirmation(
                        Reader,
                        Version.Id,
                        part.Ordinal,
                        TestSchool.Monday.AddSeconds(seconds),
                        part.Ordinal
                    )),
                ],
                [.. Version.Parts.Take(timed).Select(part => new PartReading(Reader, Version.Id, part.Ordinal, TestSchool.Monday))],
                [],
                [],
                []
            )
        ).Parts;
}
