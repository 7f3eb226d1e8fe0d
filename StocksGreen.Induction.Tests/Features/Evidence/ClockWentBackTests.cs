using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence;

/// <summary>Anyone who sets the server's clock back signs in time what is late; the chain knows the order in which things were written.</summary>
public sealed class ClockWentBackTests : IAsyncLifetime
{
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_clock_that_is_set_back_is_recorded_before_anything_else_and_named_by_the_check()
    {
        var version = await school.PublishAsync();
        var amelia = await school.HireAsync("Amelia Hart");
        school.Clock.Now += TimeSpan.FromDays(30);
        await school.SignAsync(school.Headteacher, version);
        school.Clock.Now -= TimeSpan.FromDays(8);
        await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(9);
        await school.SignAsync(await school.HireAsync("Daniel Okafor"), version);

        await using var db = await school.DbAsync();
        var back = await db.Evidence.SingleAsync(entry => entry.Kind == EvidenceKind.ClockWentBack, TestContext.Current.CancellationToken);
        var note = Assert.Single(Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Notes);
        Assert.Equal((back.Number, "It is 8 days earlier than the entry before it: the server’s clock was set back."), (note.Number, note.Sentence));
        Assert.Equal(
            (back.Number - 1, TestSchool.Monday.AddDays(30), TestSchool.Monday.AddDays(22)),
            ClockFacts.Parse(back.Payload!) is var facts ? (facts.Entry, facts.Was, facts.Is) : default
        );
    }

    [Fact]
    public async Task A_certificate_says_that_the_clock_had_been_set_back_and_only_that_one()
    {
        var version = await school.PublishAsync();
        var amelia = await school.HireAsync("Amelia Hart");
        var daniel = await school.HireAsync("Daniel Okafor");
        school.Clock.Now += TimeSpan.FromDays(30);
        var before = await school.SignAsync(school.Headteacher, version);
        school.Clock.Now -= TimeSpan.FromDays(8);
        var late = await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(9);
        var after = await school.SignAsync(daniel, version);

        Assert.StartsWith(
            "The server’s clock was set back before this signature: evidence entry ",
            Assert.Single(await WarningsAsync(amelia, late)),
            StringComparison.Ordinal
        );
        Assert.Empty(await WarningsAsync(school.Headteacher, before));
        Assert.Empty(await WarningsAsync(daniel, after));
        var report = await school.AskAsync(
            (GovernorsReportQuery query) => query.ExecuteAsync(school.Headteacher, new DateOnly(2026, 10, 15), TestContext.Current.CancellationToken)
        );
        Assert.StartsWith("The server’s clock was set back by 8 days after evidence entry ", Assert.Single(report!.EvidenceWarnings), StringComparison.Ordinal);
    }

    /// <summary>On whichever paper someone looks at.</summary>
    [Fact]
    public async Task A_lost_key_stands_on_every_later_paper()
    {
        var version = await school.PublishAsync();
        var amelia = await school.HireAsync("Amelia Hart");
        var signed = await school.SignAsync(amelia, version);
        var today = new DateOnly(2026, 9, 14);
        File.Delete(Path.Combine(school.Folder.Keys, "seal.key"));
        await school.ReplaceKeyAsync();

        var head = school.Headteacher;
        var token = TestContext.Current.CancellationToken;
        var papers = new[]
        {
            await WarningsAsync(amelia, signed),
            (await school.AskAsync((GovernorsReportQuery query) => query.ExecuteAsync(head, today, token)))!.EvidenceWarnings,
            (await school.AskAsync((RegisterQuery query) => query.ExecuteAsync(head, today, token)))!.EvidenceWarnings,
            (await school.AskAsync((InductionRecordQuery query) => query.ExecuteAsync(head, amelia.StaffId, today, token)))!.EvidenceWarnings,
        };

        Assert.All(papers, warnings => Assert.StartsWith("The school’s earlier key was lost. ", Assert.Single(warnings), StringComparison.Ordinal));
    }

    /// <summary>Also of an entry that the school's key signed: this program would have said so first.</summary>
    [Fact]
    public async Task An_entry_that_is_earlier_without_a_record_of_it_is_named()
    {
        await using var db = await school.DbAsync();
        var last = await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken);
        var entry = EvidenceEntry.Append(last, EvidenceKind.SchoolSetUp, last.At.AddMilliseconds(-1), "a subject", """{"form":"school/1"}""");
        school.Get<EvidenceSigner>().Signer()(entry);
        db.Evidence.Add(entry);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            new ChainVerdict.Broken(entry.Number, "It is earlier than the entry before it, and no entry says that the clock went back."),
            await school.VerifyAsync()
        );
    }

    private async Task<IReadOnlyList<string>> WarningsAsync(Actor actor, StocksGreen.Induction.Domain.Ids.AttestationId id) =>
        (await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(actor, id, TestContext.Current.CancellationToken)))!.Value.Certificate.Warnings;
}
