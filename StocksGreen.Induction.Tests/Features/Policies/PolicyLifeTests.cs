using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies;

/// <summary>What other systems are known to get wrong over the life of a policy.</summary>
public sealed class PolicyLifeTests : IAsyncLifetime
{
    private static readonly PolicyContent Reviewed = SmallPolicy.Text with
    {
        KeyDetails = [.. SmallPolicy.Text.KeyDetails, new KeyDetail("Date of next full review", "October 2027")],
        NextReview = new ReviewMonth(2027, 10),
    };

    private TestSchool school = null!;
    private Actor amelia = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart", email: "amelia@school.example");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_new_review_month_and_nothing_else_asks_nobody_and_mails_nobody()
    {
        var id = await school.SignAsync(amelia, await school.PublishAsync(signedBy: [Audience.Volunteer, Audience.Employee]));
        await school.SignAsync(school.Headteacher, (await FactsAsync()).Versions.Single().Id);

        var second = await school.PublishAsync(Reviewed, [Audience.Volunteer, Audience.Employee], ChangeWeight.Minor);

        var facts = await FactsAsync();
        var requirement = Of(amelia, facts, new DateOnly(2026, 9, 14));
        Assert.Equal((second, StandingKind.Signed, id), (requirement.Version.Id, requirement.Standing.Kind, requirement.Attestation!.Id));
        Assert.All(Enumerable.Range(0, 60), days => Assert.Empty(PlanOn(new DateOnly(2026, 9, 14).AddDays(days), facts).Digests));
    }

    [Fact]
    public async Task A_material_change_on_a_Friday_afternoon_is_one_mail_on_the_next_school_morning()
    {
        await school.SignAsync(amelia, await school.PublishAsync());
        school.Clock.Now = new DateTimeOffset(2026, 9, 18, 15, 0, 0, TimeSpan.Zero);
        await school.PublishAsync(SmallPolicy.Amended);

        var facts = await FactsAsync();

        Assert.Empty(PlanOn(new DateOnly(2026, 9, 19), facts).Digests);
        Assert.Empty(PlanOn(new DateOnly(2026, 9, 20), facts).Digests);
        var digest = Assert.Single(PlanOn(new DateOnly(2026, 9, 21), facts).Digests, digest => digest.Person.Id == amelia.StaffId);
        Assert.Equal(2, Assert.Single(digest.ToSign).Version.Number);
    }

    [Fact]
    public async Task A_link_that_was_made_for_one_version_leads_to_the_next()
    {
        var first = await school.PublishAsync();
        var second = await school.PublishAsync(SmallPolicy.Amended);

        Assert.Equal(
            Urls.Superseded(first),
            await school.AskAsync((PolicyToReadQuery query) => query.InsteadAsync(amelia, first, TestContext.Current.CancellationToken))
        );
        var newer = await school.AskAsync((PolicyToReadQuery query) => query.NewerAsync(amelia, first, TestContext.Current.CancellationToken));
        Assert.Equal(second, newer!.Current.Version.Id);
    }

    [Fact]
    public async Task An_audience_that_is_taken_out_and_put_back_keeps_its_signatures()
    {
        var version = await school.PublishAsync();
        var id = await school.SignAsync(amelia, version);
        await DecideAsync(version, [new AudienceDuty(Audience.Governor, Duty.FullSignature, null)]);
        Assert.DoesNotContain((await FactsAsync()).RequirementsAt(new DateOnly(2026, 9, 14)), one => one.Person.Id == amelia.StaffId);

        school.Clock.Now += TimeSpan.FromDays(3);
        await DecideAsync(version, SmallPolicy.ForEverybody);

        Assert.Equal(id, Of(amelia, await FactsAsync(), new DateOnly(2026, 9, 17)).Attestation!.Id);
    }

    [Fact]
    public async Task The_29th_of_February_is_a_last_day_and_a_day_of_reports_like_any_other()
    {
        var leapDay = new DateOnly(2028, 2, 29);
        await school.PublishAsync();
        var leaver = await school.HireAsync("Leaves On Leap Day", endsOn: leapDay);
        school.Clock.Now = new DateTimeOffset(2028, 3, 2, 9, 0, 0, TimeSpan.Zero);

        var facts = await FactsAsync();
        Assert.False(Of(leaver, facts, leapDay).HasLeft);
        Assert.True(Of(leaver, facts, leapDay.AddDays(1)).HasLeft);
        var register = await school.AskAsync((RegisterQuery query) => query.ExecuteAsync(school.Headteacher, leapDay, TestContext.Current.CancellationToken));
        Assert.Equal((leapDay, 3, 0), (register!.AsAt, register.Overall.Required, register.Overall.Left));
    }

    [Fact]
    public async Task Three_policies_signed_in_three_tabs_within_a_minute_are_three_right_papers()
    {
        string[] titles = ["Acceptable Use Policy", "Behaviour Policy", "Visitors Policy"];
        var versions = new List<VersionId>();
        foreach (var title in titles)
        {
            versions.Add(await school.PublishAsync(SmallPolicy.Text with { Title = title }));
        }

        for (var ordinal = 0; ordinal < 3; ordinal++)
        {
            foreach (var version in versions)
            {
                await school.ConfirmAsync(amelia, version, ordinal);
                school.Clock.Now += TimeSpan.FromSeconds(4);
            }
        }

        var papers = new List<string>();
        foreach (var outcome in await Task.WhenAll(versions.Select(version => school.TrySignAsync(amelia, version))))
        {
            var id = Assert.IsType<SignOutcome.Signed>(outcome.Value()).Id;
            var paper = await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, id, TestContext.Current.CancellationToken));
            Assert.Equal(paper!.Value.Text.Title, paper.Value.Certificate.PolicyTitle);
            papers.Add(paper.Value.Certificate.PolicyTitle);
        }

        Assert.Equal(titles, papers);
    }

    private async Task DecideAsync(VersionId version, IReadOnlyList<AudienceDuty> duties) =>
        (
            await school.AskAsync(
                (DecideAudiences decide) => decide.ExecuteAsync(school.Headteacher, version, duties, "Helen Ashdown", TestContext.Current.CancellationToken)
            )
        ).Value();

    private async Task<SchoolFacts> FactsAsync()
    {
        await using var db = await school.DbAsync();
        return await db.ReadSchoolFactsAsync(TestContext.Current.CancellationToken);
    }

    private static Requirement Of(Actor person, SchoolFacts facts, DateOnly day) => facts.RequirementsAt(day).Single(one => one.Person.Id == person.StaffId);

    private static ReminderPlan PlanOn(DateOnly day, SchoolFacts facts) =>
        ReminderPlan.On(
            day,
            facts,
            new ReminderHistory([], new Dictionary<(StaffId, StaffId), DateOnly>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase))
        );
}
