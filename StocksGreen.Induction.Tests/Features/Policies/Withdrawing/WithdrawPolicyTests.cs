using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.PaperCheck;
using StocksGreen.Induction.Features.Policies.InForce;
using StocksGreen.Induction.Features.Policies.Withdrawing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Library;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Withdrawing;

public sealed class WithdrawPolicyTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 9, 14);
    private static readonly DateOnly From = new(2026, 9, 21);

    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor zoe = null!;
    private VersionId version;
    private PolicyId policy;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        (amelia, zoe) = (await school.HireAsync("Amelia Hart"), await school.HireAsync("Zoë Fairbairn"));
        version = await school.PublishAsync();
        await using var db = await school.DbAsync();
        policy = (await db.ReadVersionsAsync(TestContext.Current.CancellationToken)).Single().PolicyId;
    }

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task From_its_day_on_nobody_is_asked_and_open_requests_end_and_say_why()
    {
        await school.SignAsync(zoe, version);
        (await WithdrawAsync(From)).Value();
        Assert.Single((await ReadingAsync(amelia)).ToSign);

        On(From);
        var starter = await school.HireAsync("New Starter", startsOn: From);

        foreach (var person in new[] { amelia, starter })
        {
            Assert.Empty((await ReadingAsync(person)).ToSign);
        }

        Assert.Equal([(policy, From)], (await ReadingAsync(amelia)).Ended.Select(ended => (ended.Policy.Id, ended.From)));
        Assert.Empty((await ReadingAsync(zoe)).Ended);
        Assert.Empty((await ReadingAsync(starter)).Ended);
        Assert.True((await school.ConfirmAsync(amelia, version, 0)).IsNotFound());
        Assert.Equal(
            $"/library/{policy}",
            await school.AskAsync((PolicyToReadQuery query) => query.InsteadAsync(amelia, version, TestContext.Current.CancellationToken))
        );
        Assert.Equal(
            ["Amelia Hart", "Helen Ashdown"],
            (await school.AskAsync((PoliciesQuery query) => query.EndedAsync(school.Headteacher, policy, TestContext.Current.CancellationToken))).Select(
                requirement => requirement.Person.FullName
            )
        );
        var kept = Assert.Single(await AllAsync());
        Assert.Equal((false, "Merged.", 0), (kept.IsInForce, kept.Withdrawal!.Reason, kept.Figures.Required));
    }

    [Fact]
    public async Task Signatures_and_earlier_days_stay_as_they_were()
    {
        var id = await school.SignAsync(zoe, version);
        (await WithdrawAsync(From)).Value();

        On(From.AddDays(40));

        Assert.Equal([id], (await ReadingAsync(zoe)).Signed.Select(signed => signed.Id));
        await using var db = await school.DbAsync();
        var facts = await db.ReadSchoolFactsAsync(Monday, TestContext.Current.CancellationToken);
        Assert.Equal(3, facts.RequirementsAt(From.AddDays(-1)).Count);
        Assert.Empty(facts.RequirementsAt(From));
    }

    [Fact]
    public async Task Readers_are_led_to_the_policy_that_it_was_merged_into()
    {
        await school.PublishAsync(SmallPolicy.Text with { Title = "Safeguarding Policy" });
        var other = (await AllAsync()).Single(line => line.Policy.Title == "Safeguarding Policy").Policy;
        (await WithdrawAsync(Monday, other.Id)).Value();

        var told = await school.AskAsync((LibraryQuery query) => query.WithdrawnAsync(amelia, policy, TestContext.Current.CancellationToken));

        Assert.Equal(("Visitors Policy", Monday, "Merged.", other.Id, true), (told!.Title, told.From, told.Reason, told.MergedInto!.Id, told.WasOpen));
        Assert.Equal("Safeguarding Policy", (await AllAsync()).Single(line => line.Policy.Id == policy).MergedInto);
    }

    [Fact]
    public async Task A_paper_is_genuine_and_says_that_its_policy_was_withdrawn()
    {
        var id = await school.SignAsync(zoe, version);
        (await WithdrawAsync(From)).Value();
        var (certificate, _) = (await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(zoe, id, TestContext.Current.CancellationToken)))!.Value;
        Assert.Contains(certificate.Afterwards, line => line is { Name: "Policy withdrawn", Value: "from 21 September 2026" });
        var code = PaperCode.From(certificate.EvidenceNumber, certificate.EvidenceHash).ToString();
        Assert.Equal("Genuine: this signature is in the school’s records", (await CheckAsync(code)).Title);

        On(From);

        Assert.Equal("Genuine; the policy was withdrawn on 21 September 2026", (await CheckAsync(code)).Title);
        await school.PublishAsync(SmallPolicy.Amended);
        Assert.Equal("Genuine, and superseded", (await CheckAsync(code)).Title);
    }

    [Fact]
    public async Task A_policy_that_is_kept_or_brought_back_asks_again_and_old_signatures_count()
    {
        await school.SignAsync(zoe, version);
        (await WithdrawAsync(From)).Value();
        (await KeepAsync()).Value();
        On(From);
        Assert.Single((await ReadingAsync(amelia)).ToSign);

        (await WithdrawAsync(From)).Value();
        Assert.Empty((await ReadingAsync(amelia)).ToSign);
        On(From.AddDays(14));
        (await KeepAsync()).Value();

        var open = Assert.Single((await ReadingAsync(amelia)).ToSign);
        Assert.Equal((StandingKind.Due, new DateOnly(2026, 10, 19)), (open.Standing.Kind, open.DueOn));
        Assert.Empty((await ReadingAsync(zoe)).ToSign);
    }

    [Fact]
    public async Task A_new_version_brings_a_withdrawn_policy_back_from_its_own_day()
    {
        (await WithdrawAsync(Monday)).Value();
        school.Clock.Now += TimeSpan.FromMinutes(1);
        var second = await school.PublishAsync(SmallPolicy.Amended, inForceFrom: From);
        Assert.Empty((await ReadingAsync(amelia)).ToSign);

        On(From);

        var open = Assert.Single((await ReadingAsync(amelia)).ToSign);
        Assert.Equal((second, new DateOnly(2026, 10, 5)), (open.Version.Id, open.DueOn));
    }

    [Fact]
    public async Task A_withdrawal_needs_a_day_ahead_a_reason_and_a_name_and_is_decided_once()
    {
        Assert.Equal(
            ["From", "MergedInto", "Reason", "DecidedBy"],
            Fields(
                await school.AskAsync(
                    (WithdrawPolicy withdraw) =>
                        withdraw.ExecuteAsync(school.Headteacher, policy, Monday.AddDays(-1), " ", policy, "", TestContext.Current.CancellationToken)
                )
            )
        );
        Assert.True((await WithdrawAsync(From, actor: amelia)).IsNotFound());
        Assert.True((await KeepAsync()).IsNotFound());
        (await WithdrawAsync(Monday)).Value();
        Assert.True((await WithdrawAsync(From)).IsNotFound());
    }

    private static IEnumerable<string> Fields(Result<Unit> result) => result.Errors().Select(error => error.Key);

    private void On(DateOnly day) => school.Clock.Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);

    private Task<Result<Unit>> WithdrawAsync(DateOnly from, PolicyId? into = null, Actor? actor = null) =>
        school.AskAsync(
            (WithdrawPolicy withdraw) =>
                withdraw.ExecuteAsync(
                    actor ?? school.Headteacher,
                    policy,
                    from,
                    "Merged.",
                    into,
                    "Full governing body, 10 September 2026",
                    TestContext.Current.CancellationToken
                )
        );

    private Task<Result<Unit>> KeepAsync() =>
        school.AskAsync(
            (WithdrawPolicy withdraw) => withdraw.KeepAsync(school.Headteacher, policy, "Still needed.", "Helen Ashdown", TestContext.Current.CancellationToken)
        );

    private async Task<MyReading> ReadingAsync(Actor actor) =>
        (await school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken)))!;

    private Task<IReadOnlyList<PolicyInForce>> AllAsync() =>
        school.AskAsync((PoliciesQuery query) => query.AllAsync(school.Headteacher, TestContext.Current.CancellationToken));

    private async Task<PaperCheckText> CheckAsync(string code) =>
        PaperCheckText.For(await school.AskAsync((PaperCheckQuery query) => query.OfCodeAsync(code, TestContext.Current.CancellationToken)));
}
