using System.Globalization;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Mail;

namespace StocksGreen.Induction.Tests.Mail;

/// <summary>What is known of a letter when the connection breaks while it is given, or just after.</summary>
public sealed class SmtpMailerTests
{
    private const int LargeLetter = 8_000_000;

    public static TheoryData<int> LengthsRoundABlock => [.. Enumerable.Range(0, 40)];

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(500_000)]
    public async Task A_letter_whose_end_never_left_was_not_taken_and_may_be_sent_again(int cutAfter)
    {
        await using var server = new CutWire(cutAfter);

        var answer = await HandOverAsync(server, LargeLetter);

        Assert.StartsWith(
            "The connection broke before the server had the whole letter: ",
            Assert.IsType<MailAnswer.Unreachable>(answer).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(0, server.Whole);
    }

    /// <summary>The library gives pieces of 4,096 bytes to the network, so the line that ends a letter lies now in one piece, now in two.</summary>
    [Theory]
    [MemberData(nameof(LengthsRoundABlock))]
    public async Task A_letter_that_left_whole_and_was_not_answered_is_in_doubt_however_long_it_is(int more)
    {
        await using var server = new CutWire(cutAfter: null);

        var answer = await HandOverAsync(server, 2_800 + more);

        Assert.IsType<MailAnswer.InDoubt>(answer);
        Assert.Equal(1, server.Whole);
    }

    private static async Task<MailAnswer> HandOverAsync(CutWire server, int length)
    {
        var (options, faults) = TestSettings.Mail(
            ("Address", MailSchool.Site),
            ("Host", "localhost"),
            ("Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Security", "none"),
            ("From", "office@school.example")
        );
        Assert.Empty(faults);
        await using var mailer = new SmtpMailer(options);
        return await mailer.HandOverAsync(
            new Letter(Guid.NewGuid(), MailSchool.HalfPastSeven, "School", "Anna", "anna@school.example", "Subject", new string('a', length), "<p>b</p>"),
            () => { },
            TestContext.Current.CancellationToken
        );
    }
}
