using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.SignIn;

public sealed class SignInServiceTests : IAsyncLifetime
{
    private const string Email = "amelia@school.example";

    private TestSchool school = null!;
    private StaffId amelia;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var form = new PersonForm
        {
            FullName = "Amelia Hart",
            Email = Email,
            JobTitle = "Teaching assistant",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        amelia = (
            await school.AskAsync((AddPerson add) => add.ExecuteAsync(school.Headteacher, form, TestSchool.Password, TestContext.Current.CancellationToken))
        ).Value();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_link_names_its_owner_without_being_used_up_and_signs_in_once()
    {
        var secret = await LinkAsync();

        Assert.Equal("Amelia Hart", await OwnerAsync(secret));
        Assert.Equal("Amelia Hart", await OwnerAsync(secret));
        Assert.Equal(new SignInOutcome.SignedIn(HasPassword: true), await WithLinkAsync(secret));
        Assert.Null(await OwnerAsync(secret));
        Assert.IsType<SignInOutcome.Refused>(await WithLinkAsync(secret));
    }

    [Fact]
    public async Task Of_eight_uses_of_a_link_at_once_exactly_one_signs_in()
    {
        var secret = await LinkAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WithLinkAsync(secret))));

        Assert.Single(outcomes.OfType<SignInOutcome.SignedIn>());
        Assert.Equal(7, outcomes.OfType<SignInOutcome.Refused>().Count());
    }

    [Fact]
    public async Task A_link_is_good_for_seven_days()
    {
        var secret = await LinkAsync();

        school.Clock.Now = TestSchool.Monday + TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        Assert.Equal("Amelia Hart", await OwnerAsync(secret));
        school.Clock.Now = TestSchool.Monday + TimeSpan.FromDays(7);
        Assert.Null(await OwnerAsync(secret));
        Assert.IsType<SignInOutcome.Refused>(await WithLinkAsync(secret));
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before()
    {
        var first = await LinkAsync();
        var second = await LinkAsync();

        Assert.Null(await OwnerAsync(first));
        Assert.Equal("Amelia Hart", await OwnerAsync(second));
    }

    [Fact]
    public async Task The_secret_of_a_link_is_kept_nowhere()
    {
        var secret = await LinkAsync();

        Assert.True(secret.Length >= 43);
        Assert.Equal(0L, await school.ScalarAsync($"SELECT COUNT(*) FROM SignInLinks WHERE Hash LIKE '%{secret}%'"));
        Assert.Null(await OwnerAsync("guessed"));
    }

    [Fact]
    public async Task Nobody_signs_in_after_the_last_day()
    {
        var secret = await LinkAsync();
        await school.LeaveAsync(school.Headteacher with { StaffId = amelia }, new DateOnly(2026, 9, 14));

        Assert.IsType<SignInOutcome.SignedIn>(await WithPasswordAsync(TestSchool.Password));
        school.Clock.Now += TimeSpan.FromDays(1);
        Assert.IsType<SignInOutcome.Refused>(await WithPasswordAsync(TestSchool.Password));
        Assert.IsType<SignInOutcome.Refused>(await WithLinkAsync(secret));
    }

    [Fact]
    public async Task Wrong_email_and_wrong_password_get_the_same_answer()
    {
        Assert.Equal(new SignInOutcome.SignedIn(HasPassword: true), await WithPasswordAsync(TestSchool.Password, " AMELIA@school.example "));
        Assert.Equal(new SignInOutcome.Refused(), await WithPasswordAsync("another three words"));
        Assert.Equal(new SignInOutcome.Refused(), await WithPasswordAsync(TestSchool.Password, "nobody@school.example"));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_there_and_every_other_way_in_goes_on()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.IsType<SignInOutcome.Refused>(await WithPasswordAsync("another three words"));
        }

        Assert.IsType<SignInOutcome.Limited>(await WithPasswordAsync("another three words"));
        Assert.IsType<SignInOutcome.Limited>(await WithPasswordAsync(TestSchool.Password));
        Assert.IsType<SignInOutcome.SignedIn>(await WithLinkAsync(await LinkAsync()));
        school.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.IsType<SignInOutcome.SignedIn>(await WithPasswordAsync(TestSchool.Password));
    }

    [Fact]
    public async Task A_link_that_lets_no_one_in_is_not_used_up()
    {
        var secret = await LinkAsync();
        await school.LeaveAsync(school.Headteacher with { StaffId = amelia }, new DateOnly(2026, 9, 13));
        Assert.IsType<SignInOutcome.Refused>(await WithLinkAsync(secret));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM SignInLinks WHERE UsedAt IS NOT NULL"));

        await school.LeaveAsync(school.Headteacher with { StaffId = amelia }, new DateOnly(2027, 7, 31));
        Assert.IsType<SignInOutcome.SignedIn>(await WithLinkAsync(secret));
    }

    [Fact]
    public async Task Of_twenty_uses_of_a_link_one_session_is_opened()
    {
        var secret = await LinkAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => WithLinkAsync(secret))));

        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Sessions"));
    }

    [Fact]
    public async Task There_is_no_link_for_a_person_without_an_account() =>
        Assert.Null(await school.AskAsync((AccountService keeper) => keeper.IssueLinkAsync(StaffId.New(), TestContext.Current.CancellationToken)));

    private async Task<string> LinkAsync() =>
        (await school.AskAsync((AccountService keeper) => keeper.IssueLinkAsync(amelia, TestContext.Current.CancellationToken)))!;

    private Task<string?> OwnerAsync(string secret) =>
        school.AskAsync((SignInService desk) => desk.LinkOwnerAsync(secret, TestContext.Current.CancellationToken));

    private Task<SignInOutcome> WithLinkAsync(string secret) =>
        school.AskAsync((SignInService desk) => desk.WithLinkAsync(secret, TestContext.Current.CancellationToken));

    private Task<SignInOutcome> WithPasswordAsync(string password, string email = Email) =>
        school.AskAsync((SignInService desk) => desk.WithPasswordAsync(email, password, TestContext.Current.CancellationToken));
}
