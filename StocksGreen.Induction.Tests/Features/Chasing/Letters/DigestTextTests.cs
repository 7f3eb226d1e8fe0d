using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Letters;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Letters;

/// <summary>What people read. Published on Monday 14 September 2026, due on the 28th.</summary>
public sealed class DigestTextTests
{
    private static readonly DigestText Words = new("Stocks Green Primary School", MailSchool.Site);
    private static readonly StaffMember Hannah = new(
        StaffId.New(),
        "Hannah Rosewarne",
        "hannah@school.example",
        "Class teacher",
        Audience.Employee,
        new DateOnly(2020, 9, 1)
    );

    [Fact]
    public void A_digest_says_how_many_by_when_why_and_where()
    {
        var digest = Digest(new DateOnly(2026, 9, 14), "Social Media Policy");
        var version = digest.ToSign[0].Version.Id;

        Assert.Equal("1 policy to read and sign by Monday 28 September", Words.Write(digest).Subject);
        const string why =
            "You get this because you work with Stocks Green Primary School and these policies ask for your signature. "
            + "It stops when you have signed. The school office can tell you more.";

        Assert.Equal(
            $"""
            Hello Hannah,

            There is one policy for you to read and sign. It takes about 1 minute.

            You can stop after any section and go on later, on any device: what you have read is kept.

            * Social Media Policy
              Due by Monday 28 September 2026
              https://induction.school.example/my-reading/{version}/go-on

            If a part is not clear, ask about it on its page. Nothing is late while you wait for an answer.

            Thank you,
            Stocks Green Primary School

            --
            {why}

            """.ReplaceLineEndings("\n"),
            Words.Write(digest).Text
        );
    }

    [Theory]
    [InlineData("2026-09-14", 3, "3 policies to read and sign, the first by Monday 28 September")]
    [InlineData("2026-09-29", 1, "1 policy to sign: it was due on Monday 28 September")]
    [InlineData("2026-09-29", 2, "2 policies to sign: the first was due on Monday 28 September")]
    public void A_subject_names_the_number_and_the_day(string day, int policies, string subject) =>
        Assert.Equal(
            subject,
            Words
                .Write(
                    Digest(
                        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                        [.. Enumerable.Range(1, policies).Select(number => $"Policy {number}")]
                    )
                )
                .Subject
        );

    [Fact]
    public void Nothing_is_loaded_from_outside_and_nobody_is_tracked()
    {
        var html = Words.Write(Digest(new DateOnly(2026, 9, 14), "Social Media Policy", "Behaviour Policy")).Html;

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(html.Split("href=\"").Skip(1), link => Assert.StartsWith(MailSchool.Site + Urls.MyReading, link, StringComparison.Ordinal));
        Assert.DoesNotContain('?', string.Concat(html.Split("href=\"").Skip(1).Select(link => link[..link.IndexOf('"', StringComparison.Ordinal)])));
    }

    [Fact]
    public void What_people_typed_is_shown_and_never_run()
    {
        var digest = Digest(new DateOnly(2026, 9, 14), "<script>alert(1)</script> & \"more\"\r\nBcc: x@y.example");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;", Words.Write(digest).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", Words.Write(digest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_lead_reads_who_and_which_policy_and_nothing_else_of_them()
    {
        var overdue = Digest(new DateOnly(2026, 10, 7), "Social Media Policy").ToSign;
        var lead = new StaffMember(StaffId.New(), "Lena Lead", "lena@school.example", "Phase leader", Audience.Employee, new DateOnly(2020, 9, 1));

        var written = Words.Write(new TeamDigest(lead, [new TeamDigest.Member(Hannah, overdue)]));

        Assert.Equal("1 person in your team has not signed what was due on Monday 28 September", written.Subject);
        Assert.Contains("* Hannah Rosewarne\n  Social Media Policy: was due on Monday 28 September 2026\n", written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/my-reading/", written.Text, StringComparison.Ordinal);
    }

    private static Digest Digest(DateOnly day, params string[] titles)
    {
        var policies = titles.Select(title => new Policy(PolicyId.New(), title)).ToList();
        var facts = new SchoolFacts(
            [Hannah],
            policies,
            [.. policies.Select(policy => SmallPolicy.Version(TestSchool.Monday, policy: policy.Id))],
            [],
            [],
            [],
            []
        );
        return Assert.Single(StocksGreen.Induction.Domain.Reminders.Digest.From(facts.RequirementsAt(day)));
    }
}
