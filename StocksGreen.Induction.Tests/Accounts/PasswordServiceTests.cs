using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Accounts.Startup;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts;

public sealed class PasswordServiceTests : IAsyncLifetime
{
    private const string Email = "amelia@school.example";

    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        await AddAsync("Amelia Hart", Email, TestSchool.Password);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Theory]
    [InlineData("Amelia Hart 2019")]
    [InlineData("amelia@school.example")]
    [InlineData("Password1234")]
    public async Task A_chosen_password_is_asked_about_the_person_and_the_school(string password) =>
        Assert.StartsWith(
            "That password is easy to guess",
            await school.AskAsync(
                async (UserManager<Account> accounts) =>
                {
                    var account = (await accounts.FindByEmailAsync(Email))!;
                    var results = await Task.WhenAll(accounts.PasswordValidators.Select(each => each.ValidateAsync(accounts, account, password)));
                    return Assert.Single(results.SelectMany(result => result.Errors)).Description;
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Hashes_take_the_rounds_that_are_advised_today()
    {
        using var services = new ServiceCollection().AddLogging().AddAccounts().BuildServiceProvider();
        var hash = Convert.FromBase64String(
            new PasswordHasher<Account>(services.GetRequiredService<IOptions<PasswordHasherOptions>>()).HashPassword(new Account(), "kettle orbit")
        );

        // Version 1, HMAC-SHA-512 (2), then the rounds, big-endian: the form that ASP.NET Core Identity documents.
        Assert.Equal((1, 2, 210_000), (hash[0], hash[4], (hash[5] << 24) | (hash[6] << 16) | (hash[7] << 8) | hash[8]));
    }

    [Fact]
    public async Task An_older_hash_is_made_again_at_sign_in()
    {
        var old = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(
            new Account(),
            TestSchool.Password
        );
        await using var later = await TestSchool.OpenAsync(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 2));
        await later.SqlAsync($"UPDATE Accounts SET PasswordHash = '{old}' WHERE Email = 'head@school.example'");

        Assert.IsType<SignInOutcome.SignedIn>(
            await later.AskAsync(
                (SignInService desk) => desk.WithPasswordAsync("head@school.example", TestSchool.Password, TestContext.Current.CancellationToken)
            )
        );

        Assert.NotEqual(old, await later.ScalarAsync("SELECT PasswordHash FROM Accounts WHERE Email = 'head@school.example'"));
    }

    [Fact]
    public async Task A_password_of_megabytes_is_refused_before_any_work() =>
        Assert.Equal(new SignInOutcome.Refused(), await SignInAsync(Email, new string('x', 3_000_000)));

    private Task<SignInOutcome> SignInAsync(string email, string password) =>
        school.AskAsync((SignInService desk) => desk.WithPasswordAsync(email, password, TestContext.Current.CancellationToken));

    private async Task AddAsync(string fullName, string email, string? password) =>
        (
            await school.AskAsync(
                (AddPerson add) =>
                    add.ExecuteAsync(
                        school.Headteacher,
                        new PersonForm
                        {
                            FullName = fullName,
                            Email = email,
                            JobTitle = "Teaching assistant",
                            StartsOn = new DateOnly(2026, 9, 1),
                        },
                        password,
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();
}
