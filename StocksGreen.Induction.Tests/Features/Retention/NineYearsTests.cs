using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.OneTimeCodes;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Retention;

/// <summary>A school that lives for nine years after someone left: what of them is still there, table by table.</summary>
public sealed class NineYearsTests : IAsyncLifetime
{
    private const string Email = "amelia.hart@school.example";

    private static readonly FilledSchool Left = new(LeaveAsync);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestSchool school = null!;
    private StaffId amelia;
    private AttestationId signature;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync(Left);
        await using var db = await school.DbAsync();
        amelia = (await db.People.SingleAsync(person => person.FullName == "Amelia Hart", Token)).Id;
        signature = (await db.Attestations.SingleAsync(row => row.StaffId == amelia, Token)).Id;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task After_nine_years_only_what_was_signed_names_the_person()
    {
        var before = await NamedAsync();
        await LiveUntilAsync(new DateTimeOffset(2036, 1, 10, 3, 0, 0, TimeSpan.Zero));
        var after = await NamedAsync();

        foreach (var (table, rows) in before)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{table}: {rows} rows before, {after.GetValueOrDefault(table)} after");
        }

        Assert.True(before.Count > 10, string.Join(", ", before.Keys));
        Assert.Equal(["Evidence"], after.Keys);
        await using var db = await school.DbAsync();
        Assert.All(
            (await db.Evidence.Where(entry => entry.Payload != null).ToListAsync(Token)).Where(entry => Names(entry.Payload!)),
            entry => Assert.Equal(EvidenceKind.PolicySigned, entry.Kind)
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Everything_that_was_promised_to_go_is_gone()
    {
        await LiveUntilAsync(new DateTimeOffset(2036, 1, 10, 3, 0, 0, TimeSpan.Zero));

        string[] tables =
        [
            "Declarations",
            "DeclarationDecisions",
            "DeclarationAcknowledgements",
            "ReaderQuestions",
            "ReaderAnswers",
            "AdjustmentRequests",
            "AdjustmentsMade",
            "Briefings",
            "BriefingConfirmations",
            "BriefingChases",
            "Chases",
            "Notices",
            "NoticeOutcomes",
            "OutboxMails",
            "QuizAttempts",
            "SignInsGiven",
            "SignInLinks",
            "SignInCodes",
            "StaffUploads",
            "PrivacyRequests",
            "PrivacyAnswers",
            "Absences",
            "WorkingPatterns",
            "PartReadings",
        ];
        foreach (var table in tables)
        {
            Assert.Equal((table, 0L), (table, await school.ScalarAsync($"SELECT COUNT(*) FROM {table}")));
        }

        var id = amelia.Value.ToString().ToUpperInvariant();
        Assert.Equal(0L, await school.ScalarAsync($"SELECT COUNT(*) FROM Accounts WHERE StaffId = '{id}'"));
        Assert.Equal(0L, await school.ScalarAsync($"SELECT COUNT(*) FROM PersonChanges WHERE StaffId = '{id}'"));
        Assert.Equal("A former member of staff (until 2026)", await school.ScalarAsync($"SELECT FullName FROM People WHERE Id = '{id}'"));
        Assert.NotEqual(0L, await school.ScalarAsync("SELECT SUM(Rows) FROM Tombstones WHERE Kind = 'DeclarationDecisions'"));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM Tombstones WHERE Rule || Kind LIKE '%Amelia%'"));
    }

    [Fact]
    public async Task A_signed_copy_keeps_the_name_of_its_day_and_can_still_be_printed()
    {
        await LiveUntilAsync(new DateTimeOffset(2036, 1, 10, 3, 0, 0, TimeSpan.Zero));

        var copy = await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(school.Headteacher, signature, Token));

        Assert.Equal("Amelia Hart", copy!.Value.Certificate.PersonName);
    }

    [Fact]
    public async Task An_account_goes_ninety_days_after_the_last_day_and_the_entry_six_school_years_later()
    {
        await LiveUntilAsync(new DateTimeOffset(2027, 3, 30, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await AccountsAsync());
        await LiveUntilAsync(new DateTimeOffset(2027, 4, 1, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await AccountsAsync());

        await LiveUntilAsync(new DateTimeOffset(2033, 8, 31, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await school.CountAsync<Declaration>());
        await LiveUntilAsync(new DateTimeOffset(2033, 9, 1, 3, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await school.CountAsync<Declaration>());
    }

    [Fact]
    public async Task What_is_due_in_the_next_ninety_days_is_told_with_day_count_and_name()
    {
        await LiveUntilAsync(new DateTimeOffset(2033, 6, 10, 3, 0, 0, TimeSpan.Zero));

        var plan = await school.AskAsync((RetentionQuery query) => query.ExecuteAsync(school.Headteacher, Token));

        var line = Assert.Single(plan!.Coming, coming => coming.Rule == RetentionRules.StaffRecord);
        Assert.Equal((new DateOnly(2033, 9, 1), "Amelia Hart"), (line.On, Assert.Single(line.Names)));
        Assert.True(line.Count > 10);
        Assert.False(plan.IsHeldBack);
        Assert.Null(await school.AskAsync((RetentionQuery query) => query.ExecuteAsync(school.Headteacher with { Roles = AccessRoles.Office }, Token)));
    }

    [Fact]
    public async Task A_run_that_is_broken_off_leaves_nothing_half_done_and_the_next_goes_on()
    {
        await LiveUntilAsync(new DateTimeOffset(2033, 8, 20, 3, 0, 0, TimeSpan.Zero));
        school.Clock.Now = new DateTimeOffset(2033, 9, 2, 3, 0, 0, TimeSpan.Zero);
        await school.SqlAsync("CREATE TRIGGER cut BEFORE UPDATE OF NameRemovedOn ON People BEGIN SELECT RAISE(ABORT, 'the power went'); END");
        await Assert.ThrowsAnyAsync<Exception>(PurgeAsync);

        var kept = await NamedAsync();
        Assert.Equal((1, 2, 1), (kept["Briefings"], kept["PersonChanges"], kept["People"]));
        Assert.Equal(1, await school.CountAsync<DeclarationDecision>());
        await school.SqlAsync("DROP TRIGGER cut");
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());

        await PurgeAsync();
        Assert.Equal(["Evidence"], (await NamedAsync()).Keys);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_ahead_by_years_deletes_nothing_until_the_headteacher_confirms_the_date()
    {
        school.Clock.Now = new DateTimeOffset(2036, 1, 10, 3, 0, 0, TimeSpan.Zero);
        var before = await NamedAsync();

        Assert.Null(await PurgeAsync());
        Assert.Equal(before, await NamedAsync());
        Assert.True((await school.AskAsync((RetentionQuery query) => query.ExecuteAsync(school.Headteacher, Token)))!.IsHeldBack);
        Assert.IsType<StocksGreen.Induction.Domain.Text.Result<StocksGreen.Induction.Domain.Text.Unit>.NotFound>(
            await school.AskAsync((ConfirmDate confirm) => confirm.ExecuteAsync(school.Headteacher with { Roles = AccessRoles.Office }, Token))
        );
        Assert.Null(await PurgeAsync());

        (await school.AskAsync((ConfirmDate confirm) => confirm.ExecuteAsync(school.Headteacher, Token))).Value();
        Assert.True(await PurgeAsync() > 0);
    }

    [Fact]
    public async Task The_name_of_who_decided_goes_out_of_decisions_that_stay_and_a_change_of_them_is_still_found()
    {
        await using var other = await TestSchool.OpenAsync();
        school.Clock.Now = other.Clock.Now;
        var ruth = await other.HireOfficeAsync();
        (await other.AskAsync((DecideDueRules decide) => decide.ExecuteAsync(ruth, null, 5, 10, 20, Token))).Value();
        await other.LeaveAsync(ruth, new DateOnly(2026, 12, 31));
        other.Clock.Now = new DateTimeOffset(2036, 1, 10, 3, 0, 0, TimeSpan.Zero);
        (await other.AskAsync((ConfirmDate confirm) => confirm.ExecuteAsync(other.Headteacher, Token))).Value();
        await other.AskAsync((PurgeOnTime purge) => purge.ExecuteAsync(Token));

        var rules = await other.LatestAsync<DueRules>();
        Assert.Equal("A former member of staff (until 2026)", rules.DecidedByName);
        Assert.Equal((5, 10, 20), (rules.NewStarterDays, rules.ReissueDays, rules.LongOverdueDay));
        Assert.IsType<ChainVerdict.Intact>(await other.VerifyAsync());

        await other.SqlAsync("UPDATE DueRules SET ReissueDays = 99");
        Assert.Equal("The stored set of due rules is not the one that was recorded.", Assert.IsType<ChainVerdict.Broken>(await other.VerifyAsync()).Reason);
    }

    [Theory]
    [InlineData("2026-11-30T02:00:00Z", "2026-11-30T23:00:00Z", false)]
    [InlineData("2026-11-30T02:00:00Z", "2026-12-01T01:59:00Z", false)]
    [InlineData("2026-11-30T02:00:00Z", "2026-12-01T02:00:00Z", true)]
    [InlineData("2026-11-20T02:00:00Z", "2026-12-01T01:00:00Z", true)]
    public void It_runs_once_a_night_at_two_or_when_a_server_that_was_off_comes_back(string last, string now, bool isDue) =>
        Assert.Equal(
            isDue,
            PurgeService.IsDue(DateTimeOffset.Parse(last, CultureInfo.InvariantCulture), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))
        );

    /// <summary>Fills the school with everything that can be kept about a person, and lets her leave on 31 December 2026.</summary>
    private static async Task LeaveAsync(TestSchool filled)
    {
        var head = filled.Headteacher;
        await CeremonySteps.DoEverythingAsync(filled);
        await using var db = await filled.DbAsync();
        var person = (await db.People.SingleAsync(row => row.FullName == "Amelia Hart", Token)).Id;
        Assert.Empty(await filled.AskAsync((AccountService accounts) => accounts.CreateAsync(person, Email, AccessRoles.Staff, TestSchool.Password)));
        Assert.NotNull(await filled.AskAsync((AccountService accounts) => accounts.IssueLinkAsync(person, Token)));
        Assert.NotNull(await filled.AskAsync((OneTimeCodeService codes) => codes.IssueAsync(person, OneTimeCodeService.CodeLife, null, Token)));
        var account = await db.Users.SingleAsync(row => row.StaffId == person, Token);
        db.Add(
            new IdentityUserPasskey<Guid>
            {
                UserId = account.Id,
                CredentialId = [1, 2, 3],
                Data = new IdentityPasskeyData
                {
                    PublicKey = [1],
                    Name = "Amelia’s phone",
                    AttestationObject = [],
                    ClientDataJson = [],
                    CreatedAt = filled.Clock.Now,
                },
            }
        );
        db.StaffUploads.Add(new StaffUpload(Guid.NewGuid(), "staff.csv", "hash", "Amelia Hart", filled.Clock.Now));
        await db.SaveChangesAsync(Token);
        await filled
            .Get<EvidenceWriter>()
            .WriteAsync(
                async (store, log) =>
                {
                    var notice = new Notice(Guid.NewGuid(), filled.Clock.Now, "letter", NoticeKind.Digest, person, Email, "1 to sign", "hash", [], [], "test");
                    await store.QueueAsync(log, notice, "Amelia Hart", "Dear Amelia Hart", "Dear Amelia Hart", Token);
                    store.OutboxMails.Local.Single().End(filled.Clock.Now, NoticeResult.Accepted, "250 Ok");
                    return true;
                },
                Token
            );
        (await filled.AskAsync((EndPerson end) => end.ExecuteAsync(head, person, new DateOnly(2026, 12, 31), stopNow: false, seen: null, Token))).Value();
    }

    private static readonly int[] Steps = [2027, 2028, 2032];

    private Task<int?> PurgeAsync() => school.AskAsync((PurgeOnTime purge) => purge.ExecuteAsync(Token));

    /// <summary>The nights of the last two months are lived one by one as far as it matters; the years before in one step, with the date confirmed.</summary>
    private async Task LiveUntilAsync(DateTimeOffset end)
    {
        foreach (var at in Steps.Select(year => new DateTimeOffset(year, 1, 10, 3, 0, 0, TimeSpan.Zero)).Append(end))
        {
            if (at > school.Clock.Now && at <= end)
            {
                school.Clock.Now = at;
                (await school.AskAsync((ConfirmDate confirm) => confirm.ExecuteAsync(school.Headteacher, Token))).Value();
                Assert.NotNull(await PurgeAsync());
            }
        }
    }

    private async Task<int> AccountsAsync()
    {
        await using var db = await school.DbAsync();
        return await db.Users.CountAsync(account => account.StaffId == amelia, Token);
    }

    private static bool Names(string text) =>
        text.Contains("Amelia", StringComparison.OrdinalIgnoreCase) || text.Contains(Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many rows of each table name the person in any column; tables without one are left out.</summary>
    private async Task<SortedDictionary<string, long>> NamedAsync()
    {
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var db = await school.DbAsync();
        var tables = await db
            .Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            .ToListAsync(Token);
        foreach (var table in tables)
        {
            var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync(Token);
            var says = string.Join(" OR ", columns.Select(column => $"CAST(\"{column}\" AS TEXT) LIKE '%amelia%'"));
            if (await school.ScalarAsync($"SELECT COUNT(*) FROM \"{table}\" WHERE {says}") is long and > 0 and var rows)
            {
                found[table] = rows;
            }
        }

        return found;
    }
}
