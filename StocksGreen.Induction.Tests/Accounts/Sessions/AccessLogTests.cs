using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Declarations;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.SignIns;
using StocksGreen.Induction.Features.WhoDidWhat;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Accounts.Sessions;

/// <summary>What the access log tells, that it stays what it was, and that it never stands in the way.</summary>
public sealed class AccessLogTests : IAsyncLifetime
{
    private const string Email = "amelia@school.example";

    private static readonly AccessFilter Everything = AccessFilter.Parse(null, null, null, null, null);

    private readonly FaultLog faults = new();
    private TestSchool school = null!;
    private StaffId amelia;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync(services => services.AddLogging(logging => logging.AddProvider(faults)));
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

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        faults.Dispose();
    }

    [Fact]
    public async Task Signing_in_and_a_wrong_password_are_told_and_a_password_never()
    {
        await TryAsync(Email, "not the password");
        await TryAsync(Email, TestSchool.Password);

        Assert.Equal(
            ["Amelia Hart signed in (password)", "A try to sign in as Amelia Hart was refused: wrong password"],
            (await ReadAsync()).Lines.Select(line => line.Sentence)
        );
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM AccessEntries WHERE What LIKE '%not the password%'"));
    }

    [Fact]
    public async Task An_e_mail_that_is_nobodys_is_told_of_and_not_kept()
    {
        await TryAsync("wrong.person@elsewhere.example", "a password");

        Assert.Equal("A try to sign in was refused: an e-mail that is nobody’s here", Assert.Single((await ReadAsync()).Lines).Sentence);
        Assert.Equal(
            0L,
            await school.ScalarAsync("SELECT COUNT(*) FROM AccessEntries WHERE What || coalesce(Place, '') || coalesce(Address, '') LIKE '%elsewhere%'")
        );
    }

    [Fact]
    public async Task Who_made_a_code_for_whom_is_told_and_the_person_sees_it_too()
    {
        await school.AskAsync((IssueSignInCode issue) => issue.ExecuteAsync(school.Headteacher, amelia, TestContext.Current.CancellationToken));

        var own = await school.AskAsync((AccessLogQuery query) => query.OwnAsync(Of(amelia), 1, TestContext.Current.CancellationToken));

        Assert.Equal("Helen Ashdown made a sign-in code for Amelia Hart", Assert.Single((await ReadAsync()).Lines).Sentence);
        Assert.Equal(("Helen Ashdown made a sign-in code for Amelia Hart", null), (Assert.Single(own.Lines).Sentence, own.Lines[0].From));
    }

    [Fact]
    public async Task Hundreds_of_wrong_passwords_are_two_lines_the_second_says_how_many()
    {
        for (var tries = 0; tries < 412; tries++)
        {
            await AddAsync(AccessAct.SignInRefused, amelia, "wrong password");
            school.Clock.Now += TimeSpan.FromMilliseconds(700);
        }

        var lines = (await ReadAsync()).Lines;

        Assert.Equal(
            ["411 more tries to sign in as Amelia Hart were refused: wrong password", "A try to sign in as Amelia Hart was refused: wrong password"],
            lines.Select(line => line.Sentence)
        );
        Assert.Equal("14 September 2026, 10:00 BST to 10:04", lines[0].When);
    }

    [Fact]
    public async Task An_attack_from_everywhere_on_everyone_adds_few_lines_a_day()
    {
        var people = Enumerable.Range(0, 500).Select(_ => StaffId.New()).ToList();
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            foreach (var person in people.Skip(minute % 10 * 50).Take(50))
            {
                await AddAsync(AccessAct.SignInRefused, person, "wrong password");
            }

            school.Clock.Now += TimeSpan.FromMinutes(1);
        }

        await FlushAsync();

        Assert.InRange(await school.CountAsync<AccessEntry>(), 2, 1500);
        Assert.Equal(72_000L, await school.ScalarAsync("SELECT SUM(Times) FROM AccessEntries"));
    }

    [Fact]
    public async Task Where_the_log_cannot_be_written_people_sign_in_and_declarations_stay_closed()
    {
        await school.SqlAsync("ALTER TABLE AccessEntries RENAME TO Elsewhere");

        var outcome = await TryAsync(Email, TestSchool.Password);
        await Assert.ThrowsAsync<UntoldViewException>(() =>
            school.AskAsync((DeclarationsQuery query) => query.RegisterAsync(school.Headteacher, TestContext.Current.CancellationToken))
        );
        // A second look is not taken for one that was told.
        await Assert.ThrowsAsync<UntoldViewException>(() =>
            school.AskAsync((DeclarationsQuery query) => query.RegisterAsync(school.Headteacher, TestContext.Current.CancellationToken))
        );

        Assert.Equal(new SignInOutcome.SignedIn(HasPassword: true), outcome);
        Assert.Contains(faults.All, fault => fault.Contains("The access log could not be written: SignedIn.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_at_a_declaration_is_told_with_whose_it_was()
    {
        await school.AskAsync((RaiseDeclaration raise) => raise.ExecuteAsync(Of(amelia), TestContext.Current.CancellationToken));
        await using var db = await school.DbAsync();
        var declaration = (await db.Declarations.SingleAsync(TestContext.Current.CancellationToken)).Id;

        await school.AskAsync((DeclarationsQuery query) => query.ExecuteAsync(school.Headteacher, declaration, TestContext.Current.CancellationToken));

        Assert.Equal("Helen Ashdown looked at a declaration of Amelia Hart", Assert.Single((await ReadAsync()).Lines).Sentence);
    }

    [Theory]
    [InlineData("UPDATE AccessEntries SET \"By\" = NULL")]
    [InlineData("DELETE FROM AccessEntries")]
    [InlineData("INSERT OR REPLACE INTO AccessEntries (Number, At, Act, What, Times) VALUES (1, '2026-09-14', 'SignedOut', '', 1)")]
    public async Task A_line_cannot_be_changed_deleted_or_replaced(string sql)
    {
        await AddAsync(AccessAct.SignedIn, amelia, "password");

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => school.SqlAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_may_go_once_a_newer_one_is_two_years_younger()
    {
        await AddAsync(AccessAct.SignedIn, amelia, "password");
        school.Clock.Now += TimeSpan.FromDays(AccessEntry.KeptDays) + TimeSpan.FromSeconds(1);
        await AddAsync(AccessAct.SignedOut, amelia, "");

        Assert.Equal(1, await school.SqlAsync("DELETE FROM AccessEntries WHERE Act = 'SignedIn'"));
        await Assert.ThrowsAnyAsync<Exception>(() => school.SqlAsync("DELETE FROM AccessEntries"));
    }

    [Fact]
    public async Task The_log_is_no_evidence_and_the_chain_does_not_grow_with_it()
    {
        await using var db = await school.DbAsync();
        var before = await db.Evidence.CountAsync(TestContext.Current.CancellationToken);

        await TryAsync(Email, TestSchool.Password);

        Assert.Equal(before, await db.Evidence.CountAsync(TestContext.Current.CancellationToken));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Only_the_headteacher_reads_what_everyone_did()
    {
        foreach (var roles in new[] { AccessRoles.Staff, AccessRoles.Office, AccessRoles.Governor, AccessRoles.DesignatedSafeguardingLead })
        {
            Assert.Null(
                await school.AskAsync(
                    (AccessLogQuery query) =>
                        query.ExecuteAsync(school.Headteacher with { Roles = roles | AccessRoles.Staff }, Everything, TestContext.Current.CancellationToken)
                )
            );
        }
    }

    [Fact]
    public async Task It_is_read_a_page_at_a_time_and_narrowed_to_a_person_a_kind_and_days()
    {
        var grace = await school.HireAsync("Grace Adeyemi");
        for (var times = 0; times < 60; times++)
        {
            await AddAsync(AccessAct.SignedIn, amelia, "password", amelia);
            school.Clock.Now += TimeSpan.FromHours(1);
        }

        await AddAsync(AccessAct.RegisterDownloaded, null, "as PDF", grace.StaffId);

        Assert.Equal((61, 2, 50), Figures(await ReadAsync()));
        Assert.Equal((61, 2, 11), Figures(await ReadAsync(Everything with { Page = 2 })));
        Assert.Equal((61, 2, 11), Figures(await ReadAsync(Everything with { Page = 99 })));
        Assert.Equal((1, 1, 1), Figures(await ReadAsync(Everything with { Person = grace.StaffId })));
        Assert.Equal((1, 1, 1), Figures(await ReadAsync(Everything with { Group = AccessGroup.Files })));
        // Up to 23:59 in London: 14 lines from 10:00 on.
        Assert.Equal((14, 1, 14), Figures(await ReadAsync(Everything with { Until = new DateOnly(2026, 9, 14) })));
        Assert.Equal((47, 1, 47), Figures(await ReadAsync(Everything with { From = new DateOnly(2026, 9, 15) })));
    }

    [Fact]
    public void Every_act_has_a_sentence_and_stands_in_a_group_that_has_a_name() =>
        Assert.All(
            Enum.GetValues<AccessAct>(),
            act =>
            {
                var entry = new AccessEntry(TestSchool.Monday, act, StaffId.New(), StaffId.New(), "as it was", "Chrome on Windows", "192.0.2.7");
                Assert.False(string.IsNullOrWhiteSpace(AccessText.Sentence(entry, "Ruth Pemberton", "Amelia Hart")));
                Assert.False(string.IsNullOrWhiteSpace(AccessGroups.Of(act).Words()));
                Assert.Contains(act, AccessGroups.Of(act).Acts());
            }
        );

    private static (int, int, int) Figures(ToldActs acts) => (acts.Found, acts.Pages, acts.Lines.Count);

    private Actor Of(StaffId person) => school.Headteacher with { StaffId = person, FullName = "Amelia Hart", Roles = AccessRoles.Staff };

    private Task<SignInOutcome> TryAsync(string email, string password) =>
        school.AskAsync((SignInService desk) => desk.WithPasswordAsync(email, password, TestContext.Current.CancellationToken));

    private Task<bool> AddAsync(AccessAct act, StaffId? about, string what, StaffId? by = null) => school.Get<AccessLog>().AddAsync(act, by, about, what);

    private Task FlushAsync() => school.Get<AccessLog>().FlushAsync(all: true);

    private async Task<ToldActs> ReadAsync(AccessFilter? filter = null) =>
        (await school.AskAsync((AccessLogQuery query) => query.ExecuteAsync(school.Headteacher, filter ?? Everything, TestContext.Current.CancellationToken)))!;
}
