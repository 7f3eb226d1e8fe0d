using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Accounts.Passkeys;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.Passkeys;

public sealed class PasskeyServiceTests : IAsyncLifetime
{
    private static readonly byte[] Credential = [1, 2, 3, 4];

    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        await school.AskAsync(
            async (UserManager<Account> accounts) =>
            {
                var head = (await accounts.FindByEmailAsync("head@school.example"))!;
                return await accounts.AddOrUpdatePasskeyAsync(
                    head,
                    new UserPasskeyInfo(Credential, [5], school.Clock.Now, 0, null, isUserVerified: true, false, false, [6], [7]) { Name = "My phone" }
                );
            }
        );
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("not the password", null)]
    [InlineData(null, "{}")]
    [InlineData(null, "no credential")]
    public async Task A_passkey_stays_until_its_owner_shows_that_it_is_they(string? password, string? credential)
    {
        Assert.Equal("Removal", Assert.Single((await RemoveAsync(school.Headteacher, password, credential)).Errors()).Key);
        Assert.Single(await school.AskAsync((PasskeyService desk) => desk.ListAsync(school.Headteacher)));
    }

    [Fact]
    public async Task The_owners_password_takes_it_away_and_no_session_of_a_link_that_someone_else_made_does()
    {
        var given = school.Headteacher with { Proof = new IdentityProof("one-time link", school.Clock.Now, GivenBy: "Ruth Pemberton") };
        Assert.True((await RemoveAsync(given, TestSchool.Password, null)).IsNotFound());

        (await RemoveAsync(school.Headteacher, TestSchool.Password, null)).Value();
        Assert.Empty(await school.AskAsync((PasskeyService desk) => desk.ListAsync(school.Headteacher)));
    }

    [Fact]
    public async Task Whoever_has_a_passkey_and_must_show_a_second_step_is_asked_for_it_after_a_password()
    {
        var owed = await school.AskAsync((SecondStepService steps) => steps.OwedAsync(school.Headteacher, TestContext.Current.CancellationToken));

        Assert.Equal(new SecondStepState(IsRequired: true, IsWaived: false, HasApp: false, Passkeys: 1, CodesLeft: 0), owed);
        var given = school.Headteacher with { Proof = new IdentityProof("one-time link", school.Clock.Now, GivenBy: "Ruth Pemberton") };
        Assert.True((await school.AskAsync((SecondStepService steps) => steps.BeginAppAsync(given, null, TestContext.Current.CancellationToken))).IsNotFound());
    }

    private Task<Result<Unit>> RemoveAsync(Actor actor, string? password, string? credential) =>
        school.AskAsync((PasskeyService desk) => desk.RemoveAsync(actor, Base64Url.EncodeToString(Credential), password, credential));
}
