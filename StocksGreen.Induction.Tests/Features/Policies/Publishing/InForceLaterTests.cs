using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Features.Policies.InForce;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Library;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Publishing;

/// <summary>What is published for a later day asks nobody before it.</summary>
public sealed class InForceLaterTests : IAsyncLifetime
{
    private static readonly DateOnly From = new(2026, 10, 1);

    private TestSchool school = null!;
    private Actor amelia = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_new_policy_for_a_later_day_asks_nobody_before_it_and_may_be_read()
    {
        var version = await school.PublishAsync(inForceFrom: From);

        Assert.Empty((await ReadingAsync()).ToSign);
        Assert.True((await school.ConfirmAsync(amelia, version, 0)).IsNotFound());
        Assert.Equal([(version, (DateOnly?)From)], (await LibraryAsync()).Select(entry => (entry.Version.Id, entry.ReadyFrom)));
        Assert.Equal(0L, await LinesAsync());

        On(From);

        Assert.Equal([(version, new DateOnly(2026, 10, 15))], (await ReadingAsync()).ToSign.Select(open => (open.Version.Id, open.DueOn)));
        Assert.Equal([(version, null)], (await LibraryAsync()).Select(entry => (entry.Version.Id, entry.ReadyFrom)));
        Assert.Equal(2L, await LinesAsync());
    }

    [Fact]
    public async Task Until_its_day_the_version_before_is_signed_and_that_signature_leads_to_what_changed()
    {
        var first = await school.PublishAsync();
        var second = await school.PublishAsync(SmallPolicy.Amended, inForceFrom: From);
        Assert.Equal([first], (await ReadingAsync()).ToSign.Select(open => open.Version.Id));
        await school.SignAsync(amelia, first);

        On(From);

        var open = Assert.Single((await ReadingAsync()).ToSign);
        Assert.Equal((second, first, new DateOnly(2026, 10, 15)), (open.Version.Id, open.Since!.Version.Id, open.DueOn));
        var requirement = await AtAsync(From.AddDays(-1));
        Assert.Equal((first, StandingKind.Signed), (requirement.Version.Id, requirement.Standing.Kind));
    }

    [Fact]
    public async Task Two_versions_wait_for_their_days_and_one_that_comes_first_overtakes_the_other()
    {
        var first = await school.PublishAsync();
        await school.SignAsync(amelia, first);
        var second = await school.PublishAsync(SmallPolicy.Amended, inForceFrom: From);
        var third = await school.PublishAsync(Edition("Third."), inForceFrom: From.AddDays(14));
        var kept = Assert.Single(await KeptAsync());
        Assert.Equal((first, true), (kept.Version.Id, kept.IsInForce));
        Assert.Equal([second, third], kept.Ready.Select(ready => ready.Id));

        var fourth = await school.PublishAsync(Edition("Fourth."));

        kept = Assert.Single(await KeptAsync());
        Assert.Equal((fourth, true), (kept.Version.Id, kept.IsInForce));
        Assert.Empty(kept.Ready);
        Assert.Equal(fourth, Assert.Single((await ReadingAsync()).ToSign).Version.Id);
        On(From.AddDays(20));
        Assert.Equal(fourth, Assert.Single((await ReadingAsync()).ToSign).Version.Id);
    }

    [Fact]
    public async Task The_day_is_sealed_with_the_version_with_the_signature_and_printed_on_its_certificate()
    {
        var version = await school.PublishAsync(inForceFrom: From);
        On(From);
        var id = await school.SignAsync(amelia, version);

        await using var db = await school.DbAsync();
        var published = await db.Evidence.SingleAsync(row => row.Kind == EvidenceKind.PolicyPublished, TestContext.Current.CancellationToken);
        var signed = await db.Evidence.SingleAsync(row => row.Kind == EvidenceKind.PolicySigned, TestContext.Current.CancellationToken);
        var facts = PublicationFacts.Parse(published.Payload!);
        Assert.Equal(("publication/2", From), (facts.Form, facts.InForceFrom));
        Assert.Equal(From, AttestationFacts.Parse(signed.Payload!).Policy.InForceFrom);
        var (certificate, _) = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, id, TestContext.Current.CancellationToken))
        )!.Value;
        Assert.EndsWith(
            ", published 14 September 2026, in force from 1 October 2026",
            certificate.Record.Single(line => line.Name == "Version").Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_day_that_is_over_or_far_ahead_is_refused()
    {
        var today = new DateOnly(2026, 9, 14);
        foreach (var day in new[] { today, today.AddDays(-1), today.AddYears(2).AddDays(1) })
        {
            var refused = await school.TryPublishAsync(school.Headteacher, inForceFrom: day);
            Assert.Equal(["InForceFrom"], refused.Errors().Select(error => error.Key));
        }
    }

    private static PolicyContent Edition(string words) => SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText(words))] };

    private void On(DateOnly day) => school.Clock.Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);

    private async Task<MyReading> ReadingAsync() =>
        (await school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(amelia, TestContext.Current.CancellationToken)))!;

    private Task<IReadOnlyList<LibraryEntry>> LibraryAsync() =>
        school.AskAsync((LibraryQuery query) => query.ExecuteAsync(amelia, TestContext.Current.CancellationToken));

    private Task<IReadOnlyList<PolicyInForce>> KeptAsync() =>
        school.AskAsync((PoliciesQuery query) => query.AllAsync(school.Headteacher, TestContext.Current.CancellationToken));

    private async Task<object?> LinesAsync()
    {
        await KeptAsync();
        return await school.ScalarAsync("SELECT COUNT(*) FROM RequirementLines");
    }

    private async Task<Requirement> AtAsync(DateOnly day)
    {
        await using var db = await school.DbAsync();
        return (await db.ReadSchoolFactsAsync(day, TestContext.Current.CancellationToken))
            .RequirementsAt(day)
            .Single(requirement => requirement.Person.Id == amelia.StaffId);
    }
}
