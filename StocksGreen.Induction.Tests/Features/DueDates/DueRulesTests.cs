using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.DueDates;

public sealed class DueRulesTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_change_holds_for_anyone_who_is_asked_from_its_day_on_and_makes_nobody_late_who_was_asked_before()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        await school.PublishAsync();
        school.Clock.Now = TestSchool.Monday.AddDays(7);
        (await DecideAsync(null, 3, 4, 15)).Value();
        await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });
        var starter = await school.HireAsync("Maria Santos", startsOn: Monday.AddDays(8));

        Assert.Equal(
            [("Another Policy", new DateOnly(2026, 9, 25)), ("Visitors Policy", new DateOnly(2026, 9, 28))],
            await DueAsync(amelia, Monday.AddDays(7))
        );
        Assert.Equal(
            [("Another Policy", new DateOnly(2026, 9, 24)), ("Visitors Policy", new DateOnly(2026, 9, 24))],
            await DueAsync(starter, Monday.AddDays(8))
        );
    }

    [Fact]
    public async Task A_policy_may_have_its_own_rules_and_go_by_the_schools_again()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        var id = await PolicyAsync(await school.PublishAsync());
        (await DecideAsync(id, 1, 2, 10)).Value();
        Assert.Equal([("Visitors Policy", new DateOnly(2026, 9, 16))], await DueAsync(amelia, Monday));
        Assert.Equal(2, (await RulesAsync())!.Value.Policies.Single().Own!.ReissueDays);

        (await DecideAsync(id, null, null, null)).Value();

        Assert.Equal([("Visitors Policy", new DateOnly(2026, 9, 28))], await DueAsync(amelia, Monday));
        Assert.Null((await RulesAsync())!.Value.Policies.Single().Own);
        Assert.Equal((5, 10, 20), (await RulesAsync())!.Value.School is var rules ? (rules.NewStarterDays, rules.ReissueDays, rules.LongOverdueDay) : default);
    }

    [Fact]
    public async Task From_the_twentieth_day_a_missing_signature_is_long_overdue()
    {
        var starter = await school.HireAsync("Maria Santos", startsOn: Monday);
        var amelia = await school.HireAsync("Amelia Hart");
        await school.PublishAsync();

        // Monday 14 September is day 1, so Friday 9 October is day 20; those in post are counted from the day after they were asked.
        Assert.Equal([false, true], await LongOverdueAsync(starter, new DateOnly(2026, 10, 8), new DateOnly(2026, 10, 9)));
        Assert.Equal([false, true], await LongOverdueAsync(amelia, new DateOnly(2026, 10, 9), new DateOnly(2026, 10, 12)));
    }

    [Fact]
    public async Task Rules_that_cannot_be_are_refused()
    {
        Assert.Equal(["NewStarter", "Reissue", "LongOverdue"], (await DecideAsync(null, null, 0, 1)).Errors().Select(error => error.Key));
        Assert.Equal(["LongOverdue"], (await DecideAsync(null, 5, 30, 20)).Errors().Select(error => error.Key));
        Assert.Equal(["NewStarter"], (await DecideAsync(null, 201, 30, 40)).Errors().Select(error => error.Key).Take(1));
        Assert.True((await DecideAsync(PolicyId.New(), 5, 10, 20)).IsNotFound());
        var teacher = await school.HireAsync("Amelia Hart");
        Assert.True(
            (
                await school.AskAsync((DecideDueRules decide) => decide.ExecuteAsync(teacher, null, 5, 10, 20, TestContext.Current.CancellationToken))
            ).IsNotFound()
        );
        Assert.Null(await school.AskAsync((DueRulesQuery query) => query.ExecuteAsync(teacher, TestContext.Current.CancellationToken)));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM DueRules"));
    }

    private async Task<PolicyId> PolicyAsync(VersionId version)
    {
        await using var db = await school.DbAsync();
        return (await db.ReadVersionsAsync(TestContext.Current.CancellationToken)).Single(row => row.Id == version).PolicyId;
    }

    private async Task<IReadOnlyList<Requirement>> AtAsync(Actor person, DateOnly day)
    {
        await using var db = await school.DbAsync();
        return (await db.ReadSchoolFactsAsync(person.StaffId, TestContext.Current.CancellationToken)).RequirementsAt(day);
    }

    private async Task<IEnumerable<(string, DateOnly)>> DueAsync(Actor person, DateOnly day) =>
        (await AtAsync(person, day)).OrderBy(line => line.Policy.Title, StringComparer.Ordinal).Select(line => (line.Policy.Title, line.DueOn));

    private async Task<IEnumerable<bool>> LongOverdueAsync(Actor person, params DateOnly[] days)
    {
        var flags = new List<bool>();
        foreach (var day in days)
        {
            flags.Add(Assert.Single(await AtAsync(person, day)).Standing.IsLongOverdue);
        }

        return flags;
    }

    private Task<Result<Unit>> DecideAsync(PolicyId? policy, int? newStarter, int? reissue, int? longOverdue) =>
        school.AskAsync(
            (DecideDueRules decide) => decide.ExecuteAsync(school.Headteacher, policy, newStarter, reissue, longOverdue, TestContext.Current.CancellationToken)
        );

    private Task<(
        StocksGreen.Induction.Domain.Requirements.DueRules School,
        IReadOnlyList<(Policy Policy, StocksGreen.Induction.Domain.Requirements.DueRules? Own)> Policies
    )?> RulesAsync() => school.AskAsync((DueRulesQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken));
}
