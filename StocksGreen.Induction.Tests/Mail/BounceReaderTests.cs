using System.Text;
using MimeKit;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support.Mail;

namespace StocksGreen.Induction.Tests.Mail;

/// <summary>Files that lie in the folder of returned mail.</summary>
public sealed class BounceReaderTests
{
    private static readonly Guid Letter = new("6f1c2f60-3c2d-4d0c-9d5e-0d1f5a1b2c3d");

    [Fact]
    public void A_report_of_failure_names_the_letter_the_recipient_and_why() =>
        Assert.Equal(
            new Bounce(Letter, "anna@school.example", "5.1.1 550 no such user"),
            BounceReader.Parse(BounceReports.Failed(Sent(), "anna@school.example", "5.1.1", "550 no such user"))
        );

    [Fact]
    public void A_report_of_delay_is_no_failure() =>
        Assert.Null(BounceReader.Parse(BounceReports.Failed(Sent(), "anna@school.example", "4.4.1", "connection timed out", action: "delayed")));

    [Fact]
    public void A_report_about_someone_elses_letter_is_nothing_to_us()
    {
        using var foreign = new MimeMessage { MessageId = "weekly-news@elsewhere.example" };

        Assert.Null(BounceReader.Parse(BounceReports.Failed(foreign, "anna@school.example", "5.1.1", "550 no such user")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("From: anna@school.example\r\nSubject: I am away\r\n\r\nBack on Monday.")]
    [InlineData("\0\u0001\u0002 no mail at all")]
    public void Anything_else_is_no_report(string content) => Assert.Null(BounceReader.Parse(new MemoryStream(Encoding.UTF8.GetBytes(content))));

    private static MimeMessage Sent() => new() { MessageId = $"{Letter:N}@school.example", Subject = "3 policies to read and sign" };
}
