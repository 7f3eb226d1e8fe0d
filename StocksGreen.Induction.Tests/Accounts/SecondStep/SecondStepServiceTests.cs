using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.SecondStep;

public sealed class SecondStepServiceTests : IAsyncLifetime
{
    private TestSchool school = null!;

    private Actor Head => school.Headteacher;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task It_is_required_of_whoever_sees_names_and_offered_to_all()
    {
        var staff = await school.HireAsync("Amelia Hart");
        var governor = await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor);
        Assert.True((await StateAsync(Head)).IsRequired);
        Assert.True((await StateAsync(staff with { Roles = AccessRoles.Staff | AccessRoles.Office })).IsRequired);
        Assert.True((await StateAsync(staff with { Roles = AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead })).IsRequired);
        Assert.Equal(new SecondStepState(false, false, false, 0, 0), await StateAsync(staff));
        Assert.False((await StateAsync(governor)).IsRequired);

        (
            await school.AskAsync(
                (ChangeKeyRole change) =>
                    change.ExecuteAsync(Head, KeyRole.NamedGovernor, "June Cooke", new DateOnly(2026, 9, 1), TestContext.Current.CancellationToken)
            )
        ).Value();
        Assert.True((await StateAsync(governor)).IsRequired);
    }

    [Fact]
    public async Task A_demonstration_does_not_ask_and_says_so()
    {
        await school.SqlAsync("UPDATE School SET IsDemonstration = 1");

        Assert.Equal(new SecondStepState(false, IsWaived: true, false, 0, 0), await StateAsync(Head));
        Assert.Null(await OwedAsync(Head));
    }

    [Fact]
    public async Task A_session_owes_it_until_it_was_opened_by_two_things()
    {
        Assert.NotNull(await OwedAsync(Head));
        await SecondSteps.SetUpAsync(school, Head);

        Assert.NotNull(await OwedAsync(Head));
        Assert.NotNull(await OwedAsync(By("one-time link")));
        Assert.NotNull(await OwedAsync(By("link in an e-mail")));
        Assert.Null(await OwedAsync(By("passkey")));
        Assert.Null(await OwedAsync(By("password and authenticator app")));
    }

    [Fact]
    public async Task A_code_works_once_within_its_half_minute_and_never_again()
    {
        var phone = await SecondSteps.SetUpAsync(school, Head);
        // The code that set the app up is used as well.
        Assert.IsType<Result<string>.Invalid>(await ProveAsync(phone.Code));

        var code = phone.Next();
        Assert.Equal("authenticator app", (await ProveAsync($" {code[..3]} {code[3..]} ")).Value());
        Assert.IsType<Result<string>.Invalid>(await ProveAsync(code));
        school.Clock.Now += TimeSpan.FromSeconds(30);
        Assert.IsType<Result<string>.Invalid>(await ProveAsync(code));
    }

    [Fact]
    public async Task Of_eight_uses_of_a_code_at_once_exactly_one_is_taken()
    {
        var code = (await SecondSteps.SetUpAsync(school, Head)).Next();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ProveAsync(code))));

        Assert.Single(answers.OfType<Result<string>.Done>());
    }

    [Fact]
    public async Task Five_wrong_codes_make_the_right_one_wait_a_quarter_of_an_hour()
    {
        var phone = await SecondSteps.SetUpAsync(school, Head);
        for (var tries = 0; tries < Guesses.Most; tries++)
        {
            Assert.StartsWith("That code is not right", Assert.Single((await ProveAsync("000000")).Errors()).Sentence, StringComparison.Ordinal);
        }

        Assert.StartsWith("Too many wrong codes", Assert.Single((await ProveAsync(phone.Next())).Errors()).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Too many wrong codes", Assert.Single((await ProveAsync(phone.Recovery[0])).Errors()).Sentence, StringComparison.Ordinal);
        school.Clock.Now += Guesses.Window;
        (await ProveAsync(phone.Next())).Value();
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_is_kept_as_a_hash_alone()
    {
        var phone = await SecondSteps.SetUpAsync(school, Head);
        Assert.Equal(SecondStepService.CodesOnASheet, phone.Recovery.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0L, await school.ScalarAsync($"SELECT COUNT(*) FROM RecoveryCodes WHERE Hash LIKE '%{phone.Recovery[0]}%'"));

        Assert.Equal("recovery code", (await ProveAsync(phone.Recovery[0].ToLowerInvariant().Replace('-', ' '))).Value());
        Assert.IsType<Result<string>.Invalid>(await ProveAsync(phone.Recovery[0]));
        Assert.Equal(SecondStepService.CodesOnASheet - 1, (await StateAsync(Head)).CodesLeft);

        var sheet = (
            await school.AskAsync((SecondStepService steps) => steps.PrintCodesAsync(Head, phone.Recovery[1], null, TestContext.Current.CancellationToken))
        ).Value();
        Assert.IsType<Result<string>.Invalid>(await ProveAsync(phone.Recovery[2]));
        (await ProveAsync(sheet[0])).Value();
    }

    [Fact]
    public async Task Nobody_puts_another_app_in_place_of_one_that_the_session_has_not_shown()
    {
        var phone = await SecondSteps.SetUpAsync(school, Head);

        Assert.True((await BeginAsync(Head)).IsNotFound());
        Assert.IsType<Result<Unit>.Invalid>(await BeginAsync(By("password and authenticator app")));
        Assert.IsType<Result<Unit>.Invalid>(
            await school.AskAsync((SecondStepService steps) => steps.RemoveAppAsync(Head, "000000", null, TestContext.Current.CancellationToken))
        );
        (await school.AskAsync((SecondStepService steps) => steps.RemoveAppAsync(Head, phone.Next(), null, TestContext.Current.CancellationToken))).Value();
        Assert.Equal(new SecondStepState(IsRequired: true, false, false, 0, 0), await StateAsync(Head));
    }

    [Fact]
    public async Task The_secret_of_an_app_is_kept_closed_and_shown_only_until_the_first_code()
    {
        await school.AskAsync((SecondStepService steps) => steps.BeginAppAsync(Head, null, TestContext.Current.CancellationToken));
        var secret = (await school.AskAsync((SecondStepService steps) => steps.PendingAppAsync(Head, TestContext.Current.CancellationToken)))!.Value.Secret;
        var bytes = Convert.ToBase64String(SecondSteps.FromBase32(secret.Replace(" ", "", StringComparison.Ordinal)));

        Assert.DoesNotContain(bytes, (string)(await school.ScalarAsync("SELECT Secret FROM AuthenticatorApps"))!, StringComparison.Ordinal);
        // Begun and not confirmed, it is asked of no one.
        Assert.False((await StateAsync(Head)).HasApp);
        await SecondSteps.SetUpAsync(school, Head);
        Assert.Null(await school.AskAsync((SecondStepService steps) => steps.PendingAppAsync(Head, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Someone_elses_code_is_no_good()
    {
        var form = new PersonForm
        {
            FullName = "Amelia Hart",
            Email = "amelia@school.example",
            JobTitle = "Teaching assistant",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        var amelia = (await school.AskAsync((AddPerson add) => add.ExecuteAsync(Head, form, null, TestContext.Current.CancellationToken))).Value();
        await SecondSteps.SetUpAsync(school, Head);
        var hers = await SecondSteps.SetUpAsync(school, Head with { StaffId = amelia, FullName = "Amelia Hart", Roles = AccessRoles.Staff });

        Assert.IsType<Result<string>.Invalid>(await ProveAsync(hers.Next()));
        Assert.IsType<Result<string>.Invalid>(await ProveAsync(hers.Recovery[0]));
    }

    private Actor By(string method) => Head with { Proof = new IdentityProof(method, school.Clock.Now) };

    private Task<SecondStepState> StateAsync(Actor actor) =>
        school.AskAsync((SecondStepService steps) => steps.StateAsync(actor, TestContext.Current.CancellationToken));

    private Task<SecondStepState?> OwedAsync(Actor actor) =>
        school.AskAsync((SecondStepService steps) => steps.OwedAsync(actor, TestContext.Current.CancellationToken));

    private Task<Result<string>> ProveAsync(string code) =>
        school.AskAsync((SecondStepService steps) => steps.ProveAsync(Head, code, null, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> BeginAsync(Actor actor) =>
        school.AskAsync((SecondStepService steps) => steps.BeginAppAsync(actor, null, TestContext.Current.CancellationToken));
}
