using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies.InForce;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Publishing;

public sealed class PublishPolicyTests : IAsyncLifetime
{
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_published_version_is_sealed_with_its_hashes_and_who_must_sign_it()
    {
        var id = await school.PublishAsync(signedBy: [Audience.Employee, Audience.Contractor]);

        await using var db = await school.DbAsync();
        var version = await db.Versions.SingleAsync(TestContext.Current.CancellationToken);
        var policy = await db.Policies.SingleAsync(TestContext.Current.CancellationToken);
        var entry = await db.Evidence.OrderBy(row => row.Number).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            (id, policy.Id, 1, "Version 1", TestSchool.Monday, "Helen Ashdown", "visitors.txt"),
            (version.Id, version.PolicyId, version.Number, version.Label, version.PublishedAt, version.PublishedBy, version.SourceName)
        );
        Assert.Equal((EvidenceKind.PolicyPublished, TestSchool.Monday, id.ToString()), (entry.Kind, entry.At, entry.Subject));
        Assert.Equal(PublicationFacts.From(version).ToJson(), entry.Payload);
        var facts = PublicationFacts.Parse(entry.Payload!);
        Assert.Equal(
            ("publication/1", version.TextHash, "KCSIE 2024", "2025-10", "FirstIssue"),
            (facts.Form, facts.TextHash, facts.BasedOn, facts.NextReview, facts.Release.Reason)
        );
        Assert.Equal([new DutyFacts("Employee", "FullSignature", null), new DutyFacts("Contractor", "FullSignature", null)], facts.Release.Duties);
    }

    [Fact]
    public async Task Publishing_the_same_text_again_asks_nobody_to_sign_again()
    {
        var first = await school.PublishAsync();

        Assert.Equal(new PublishOutcome.Unchanged(first), (await TryAsync(school.Headteacher, SmallPolicy.Text)).Value());
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM PolicyVersions"));
    }

    [Fact]
    public async Task A_changed_text_is_the_next_version_of_the_same_policy_and_in_force_at_once()
    {
        await school.PublishAsync();
        var second = await school.PublishAsync(SmallPolicy.Amended);
        var other = await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });

        var inForce = await school.AskAsync((PoliciesQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken));

        Assert.Equal(
            [(other, "Another Policy", 1), (second, "Visitors Policy", 2)],
            inForce.Select(line => (line.Version.Id, line.Policy.Title, line.Version.Number))
        );
        Assert.All(inForce, line => Assert.Equal("Full review overdue since October 2025", line.Review.Phrase));
    }

    [Fact]
    public async Task Two_publications_at_once_make_one_version()
    {
        var first = Publication.First(SmallPolicy.Text, "visitors.txt", "Helen Ashdown", SmallPolicy.ForEverybody);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        school.AskAsync((PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, first, TestContext.Current.CancellationToken))
                    )
                )
        );

        Assert.Single(outcomes.OfType<Result<PublishOutcome>.Done>(), done => done.Value is PublishOutcome.Published);
        Assert.All(outcomes.OfType<Result<PublishOutcome>.Invalid>(), refused => Assert.Equal(["Title"], refused.Errors.Select(error => error.Key)));
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM PolicyVersions"));
    }

    [Fact]
    public async Task Only_the_office_and_the_headteacher_publish_and_always_for_someone()
    {
        Assert.True((await TryAsync(await school.HireAsync("Amelia Hart"), SmallPolicy.Text)).IsNotFound());
        Assert.True((await TryAsync(await school.HireAsync("Priya Nair", roles: AccessRoles.Governor), SmallPolicy.Text)).IsNotFound());
        Assert.Equal(["Duties"], (await TryAsync(school.Headteacher, SmallPolicy.Text, [])).Errors().Select(error => error.Key));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM Policies"));
        Assert.IsType<PublishOutcome.Published>((await TryAsync(await school.HireOfficeAsync(), SmallPolicy.Text)).Value());
    }

    [Fact]
    public async Task The_list_of_policies_is_for_those_who_may_publish() =>
        Assert.Empty(
            await school.AskAsync(
                (PoliciesQuery query) => query.ExecuteAsync(school.Headteacher with { Roles = AccessRoles.Staff }, TestContext.Current.CancellationToken)
            )
        );

    private Task<Result<PublishOutcome>> TryAsync(Actor actor, PolicyContent text, IReadOnlyList<Audience>? signedBy = null) =>
        school.TryPublishAsync(actor, text, AudienceDuty.InFull(signedBy ?? [Audience.Employee]));
}
