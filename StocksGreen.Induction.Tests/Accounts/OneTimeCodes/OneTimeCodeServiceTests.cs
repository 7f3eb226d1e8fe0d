using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.SignIns;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.OneTimeCodes;

/// <summary>One-time codes, the school's own device, and showing again who one is.</summary>
public sealed class OneTimeCodeServiceTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        office = await school.HireOfficeAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Someone_without_e_mail_or_account_signs_in_by_a_code_of_six_digits_once()
    {
        var code = (await CodeAsync(office, amelia)).Value();

        Assert.Matches("^[0-9]{6}$", code);
        Assert.IsType<SignInOutcome.SignedIn>(await UseAsync(amelia, $" {code![..3]} {code[3..]}"));
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(amelia, code));
    }

    [Fact]
    public async Task Of_many_requests_with_the_same_code_exactly_one_signs_in()
    {
        var code = (await CodeAsync(office, amelia)).Value();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => UseAsync(amelia, code))));

        Assert.Single(outcomes.OfType<SignInOutcome.SignedIn>());
    }

    [Fact]
    public async Task A_new_code_ends_the_earlier_one_and_four_hours_end_any()
    {
        var first = (await CodeAsync(office, amelia)).Value();
        var second = (await CodeAsync(office, amelia)).Value();
        if (first != second)
        {
            Assert.IsType<SignInOutcome.Refused>(await UseAsync(amelia, first));
        }

        school.Clock.Now += OneTimeCodeService.CodeLife;
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(amelia, second));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_waits_at_that_device_and_is_good_at_another()
    {
        var code = (await CodeAsync(office, amelia)).Value();
        var wrong = ((int.Parse(code!, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.IsType<SignInOutcome.Refused>(await UseAsync(amelia, wrong));
        }

        Assert.IsType<SignInOutcome.Limited>(await UseAsync(amelia, code));
        var other = school.AskAsync((SignInService desk) => desk.WithCodeAsync(amelia.StaffId, code, "another device", TestContext.Current.CancellationToken));
        Assert.IsType<SignInOutcome.SignedIn>(await other);
    }

    [Fact]
    public async Task A_code_that_someone_guessed_at_opens_after_a_quarter_of_an_hour()
    {
        var code = (await CodeAsync(office, amelia)).Value();
        await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => Task.Run(() => UseAsync(amelia, "not it"))));
        school.Clock.Now += Guesses.Window - TimeSpan.FromSeconds(1);
        Assert.IsType<SignInOutcome.Limited>(await UseAsync(amelia, code));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.IsType<SignInOutcome.SignedIn>(await UseAsync(amelia, code));
    }

    [Fact]
    public async Task A_code_is_kept_as_a_hash_and_opens_one_persons_account()
    {
        var code = (await CodeAsync(office, amelia)).Value();
        var daniel = await school.HireAsync("Daniel Okafor");
        await CodeAsync(office, daniel);

        Assert.NotEqual(code, await school.ScalarAsync("SELECT Hash FROM SignInCodes LIMIT 1"));
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(daniel, code == (await CodeAsync(office, daniel)).Value() ? "not it" : code));
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(office, code));
        Assert.IsType<SignInOutcome.Refused>(await UseAsync(amelia, ""));
    }

    [Fact]
    public async Task The_office_makes_no_code_that_opens_more_than_it_may_give()
    {
        Assert.True((await CodeAsync(office, school.Headteacher)).IsNotFound());
        Assert.True((await CodeAsync(amelia, office)).IsNotFound());
        Assert.True((await CodeAsync(office, amelia with { StaffId = StocksGreen.Induction.Domain.Ids.StaffId.New() })).IsNotFound());
        Assert.True((await CodeAsync(office, await school.HireAsync("Gone", endsOn: new DateOnly(2026, 9, 13)))).IsNotFound());
        (await CodeAsync(school.Headteacher, office)).Value();
    }

    [Fact]
    public async Task Anyone_who_has_left_since_is_not_let_in()
    {
        var code = (await CodeAsync(office, amelia)).Value();
        await school.LeaveAsync(amelia, new DateOnly(2026, 9, 13));

        Assert.IsType<SignInOutcome.Refused>(await UseAsync(amelia, code));
    }

    [Fact]
    public async Task A_person_with_a_password_shows_by_it_that_it_is_still_they()
    {
        Assert.True(await school.AskAsync((Reauthentication prove) => prove.HasPasswordAsync(school.Headteacher, TestContext.Current.CancellationToken)));
        Assert.Equal("password", (await ProveAsync(school.Headteacher, TestSchool.Password)).Value());
        Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, "wrong")).Errors()).Key);
        Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, "")).Errors()).Key);
        Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, null)).Errors()).Key);
        Assert.True((await ProveAsync(amelia, TestSchool.Password)).IsNotFound());
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_next_waits_here_too()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, "wrong")).Errors()).Key);
        }

        Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, TestSchool.Password)).Errors()).Key);
    }

    [Fact]
    public async Task A_person_without_a_password_shows_a_code_from_the_office_once()
    {
        var code = (await CodeAsync(office, amelia)).Value();

        Assert.False(await school.AskAsync((Reauthentication prove) => prove.HasPasswordAsync(amelia, TestContext.Current.CancellationToken)));
        Assert.Equal("one-time code, which Ruth Pemberton made,", (await ProveAsync(amelia, code)).Value());
        Assert.Equal("Proof", Assert.Single((await ProveAsync(amelia, code)).Errors()).Key);
    }

    [Fact]
    public async Task What_is_no_passkey_proves_nothing()
    {
        Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, null, "{}")).Errors()).Key);
        Assert.Equal("Proof", Assert.Single((await ProveAsync(school.Headteacher, null, "nonsense")).Errors()).Key);
        Assert.IsType<SignInOutcome.Refused>(await school.AskAsync((SignInService desk) => desk.WithPasskeyAsync("{}", TestContext.Current.CancellationToken)));
        Assert.False(await school.AskAsync((Reauthentication prove) => prove.HasPasskeyAsync(school.Headteacher, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_browser_stays_the_schools_device_for_a_day_and_a_forged_cookie_opens_nothing()
    {
        var kiosk = new KioskDevice(new EphemeralDataProtectionProvider(), null!, school.Clock);
        var opened = new DefaultHttpContext();
        kiosk.Open(opened);
        var cookie = opened.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.True(kiosk.IsOpen(With(cookie)));
        Assert.False(kiosk.IsOpen(With("induction-kiosk=forged")));
        Assert.False(kiosk.IsOpen(new DefaultHttpContext()));
        Assert.False(new KioskDevice(new EphemeralDataProtectionProvider(), null!, school.Clock).IsOpen(With(cookie)));
        school.Clock.Now += KioskDevice.OpenFor;
        Assert.False(kiosk.IsOpen(With(cookie)));

        static HttpContext With(string cookie)
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.Cookie = cookie;
            return context;
        }
    }

    [Fact]
    public async Task The_device_shows_everybody_who_has_not_left()
    {
        await school.HireAsync("Gone", endsOn: new DateOnly(2026, 9, 13));

        Assert.Equal(
            ["Amelia Hart", "Helen Ashdown", "Ruth Pemberton"],
            (await school.Get<KioskDevice>().NamesAsync(TestContext.Current.CancellationToken)).Select(person => person.FullName)
        );
    }

    private Task<Result<string>> CodeAsync(Actor actor, Actor person) =>
        school.AskAsync((IssueSignInCode issue) => issue.ExecuteAsync(actor, person.StaffId, TestContext.Current.CancellationToken));

    private Task<SignInOutcome> UseAsync(Actor person, string? code) =>
        school.AskAsync((SignInService desk) => desk.WithCodeAsync(person.StaffId, code, "device", TestContext.Current.CancellationToken));

    private Task<Result<string>> ProveAsync(Actor actor, string? secret, string? passkey = null) =>
        school.AskAsync((Reauthentication prove) => prove.ExecuteAsync(actor, secret, passkey, TestContext.Current.CancellationToken));
}
