using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.MailedLinks;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.MailedLinks;

public sealed class MailedLinkTests : IAsyncLifetime
{
    private const string Email = "amelia@school.example";

    private TestSchool school = null!;
    private DirectoryInfo folder = null!;

    public async ValueTask InitializeAsync()
    {
        (school, folder) = await MailSchool.OpenWithFolderAsync();
        var form = new PersonForm
        {
            FullName = "Amelia Hart",
            Email = Email,
            JobTitle = "Teaching assistant",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        (await school.AskAsync((AddPerson add) => add.ExecuteAsync(school.Headteacher, form, null, TestContext.Current.CancellationToken))).Value();
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_link_is_sent_to_the_address_that_the_school_keeps_signs_in_once_and_leads_on()
    {
        var (secret, rest) = Assert.Single(await AskAsync(" AMELIA@school.example ", "/my-reading/x/part/2?again=true"));

        Assert.Equal("?returnUrl=%2Fmy-reading%2Fx%2Fpart%2F2%3Fagain%3Dtrue", rest);
        Assert.Equal("Amelia Hart", await OwnerAsync(secret));
        Assert.IsType<SignInOutcome.SignedIn>(await UseAsync(secret));
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(secret));
    }

    [Fact]
    public async Task It_is_good_for_a_quarter_of_an_hour()
    {
        var (secret, _) = Assert.Single(await AskAsync(Email));

        school.Clock.Now += TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1);
        Assert.NotNull(await OwnerAsync(secret));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await OwnerAsync(secret));
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(secret));
    }

    [Fact]
    public async Task A_later_one_ends_the_one_before_and_none_ends_the_offices()
    {
        var person = (
            await school.AskAsync(
                (Microsoft.AspNetCore.Identity.UserManager<StocksGreen.Induction.Data.Entities.Account> users) => users.FindByEmailAsync(Email)
            )
        )!;
        var offices = (await school.AskAsync((AccountService keeper) => keeper.IssueLinkAsync(person.StaffId, TestContext.Current.CancellationToken)))!;
        var (first, _) = Assert.Single(await AskAsync(Email));
        var (second, _) = Assert.Single(await AskAsync(Email));

        Assert.Null(await OwnerAsync(first));
        Assert.NotNull(await OwnerAsync(second));
        Assert.NotNull(await OwnerAsync(offices));
    }

    [Theory]
    [InlineData("nobody@school.example")]
    [InlineData("")]
    [InlineData("amelia@school.example, evil@example.org")]
    [InlineData("amelia@school.example\r\nBcc: evil@example.org")]
    public async Task Nothing_is_sent_where_there_is_no_such_account(string email) => Assert.Empty(await AskAsync(email));

    [Fact]
    public async Task A_stranger_cannot_fill_someones_letter_box_nor_everybodys()
    {
        for (var tries = 0; tries < AskForLink.MostForAnAccount; tries++)
        {
            Assert.Single(await AskAsync(Email, address: $"192.0.2.{tries}"));
        }

        Assert.Empty(await AskAsync(Email, address: "192.0.2.99"));
        school.Clock.Now += Guesses.Window;
        for (var tries = 0; tries < AskForLink.MostFromAnAddress; tries++)
        {
            await AskAsync($"nobody{tries}@school.example");
        }

        Assert.Empty(await AskAsync(Email));
        Assert.Single(await AskAsync(Email, address: "198.51.100.1"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    public async Task It_leads_nowhere_else(string returnUrl) => Assert.Equal("", Assert.Single(await AskAsync(Email, returnUrl)).Tail);

    [Fact]
    public async Task Anyone_who_was_stopped_gets_none()
    {
        await school.SqlAsync($"UPDATE Accounts SET LockoutEnd = '9999-12-31 23:59:59.9999999' WHERE Email = '{Email}'");

        Assert.Empty(await AskAsync(Email));
    }

    /// <summary>Asks, and does what the worker does.</summary>
    private async Task<IReadOnlyList<(string Secret, string Tail)>> AskAsync(string email, string? returnUrl = null, string address = "192.0.2.7")
    {
        await school.AskAsync(
            (AskForLink ask) =>
            {
                ask.Execute(email, returnUrl, address);
                return Task.FromResult(true);
            }
        );
        var sent = new List<(string, string)>();
        while (school.Get<LinkRequests>().TryTake(out var request))
        {
            await using var mailer = Mailers.Create(school.Get<MailOptions>());
            await school.AskAsync((SendLink send) => send.ExecuteAsync(request!, mailer, TestContext.Current.CancellationToken));
        }

        foreach (var file in folder.GetFiles("*.eml"))
        {
            var letter = await MimeKit.MimeMessage.LoadAsync(file.FullName, TestContext.Current.CancellationToken);
            Assert.Equal(Email, letter.To.Mailboxes.Single().Address);
            var link = letter.TextBody!.Split('\n').Single(line => line.Contains("/link/", StringComparison.Ordinal)).Trim();
            Assert.StartsWith(MailSchool.Site + "/link/", link, StringComparison.Ordinal);
            var secret = link[(MailSchool.Site.Length + "/link/".Length)..];
            var at = secret.IndexOf('?', StringComparison.Ordinal);
            sent.Add(at < 0 ? (secret, "") : (secret[..at], secret[at..]));
            file.Delete();
        }

        return sent;
    }

    private Task<string?> OwnerAsync(string secret) =>
        school.AskAsync((SignInService desk) => desk.LinkOwnerAsync(secret, TestContext.Current.CancellationToken));

    private Task<SignInOutcome> UseAsync(string secret) =>
        school.AskAsync((SignInService desk) => desk.WithLinkAsync(secret, TestContext.Current.CancellationToken));
}
