using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

public sealed class ConfirmPartTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Shown = TestSchool.Monday.AddMinutes(1);
    private static readonly DateTimeOffset Confirmed = TestSchool.Monday.AddMinutes(2);

    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        version = await school.PublishAsync();
        amelia = await school.HireAsync("Amelia Hart");
        school.Clock.Now = Confirmed;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_part_is_saved_as_soon_as_it_is_confirmed_and_reading_goes_on_below_it()
    {
        Assert.Equal(new ConfirmOutcome.Confirmed(1), (await school.ConfirmAsync(amelia, version, 0, Shown)).Value());
        Assert.Equal([(0, (DateTimeOffset?)Shown, Confirmed)], await RowsAsync());
        Assert.Equal(new ConfirmOutcome.Confirmed(2), (await school.ConfirmAsync(amelia, version, 1, Shown)).Value());
        Assert.Equal(new ConfirmOutcome.Confirmed(null), (await school.ConfirmAsync(amelia, version, 2, Shown)).Value());
    }

    [Fact]
    public async Task What_was_read_when_is_sealed_as_evidence()
    {
        await school.ConfirmAsync(amelia, version, 1, Shown);

        await using var db = await school.DbAsync();
        var entry = await db.Evidence.OrderBy(row => row.Number).LastAsync(TestContext.Current.CancellationToken);
        var part = (await db.Versions.SingleAsync(TestContext.Current.CancellationToken)).Parts[1];
        Assert.Equal((EvidenceKind.SectionConfirmed, Confirmed, $"{version}/1"), (entry.Kind, entry.At, entry.Subject));
        Assert.Equal(new SectionFacts("section/1", amelia.StaffId.Value, version.Value, 1, "1 Arriving", part.Hash, Shown, Confirmed).ToJson(), entry.Payload);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Confirming_twice_keeps_the_first_confirmation()
    {
        await school.ConfirmAsync(amelia, version, 0, Shown);
        school.Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal(new ConfirmOutcome.Confirmed(1), (await school.ConfirmAsync(amelia, version, 0, Shown)).Value());
        Assert.Equal([(0, (DateTimeOffset?)Shown, Confirmed)], await RowsAsync());
    }

    [Fact]
    public async Task Confirming_one_part_in_eight_windows_at_once_makes_one_confirmation()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => school.ConfirmAsync(amelia, version, 0, Shown))));

        Assert.All(outcomes, outcome => Assert.Equal(new ConfirmOutcome.Confirmed(1), outcome));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task A_time_of_showing_that_is_not_known_or_not_yet_come_is_not_recorded()
    {
        await school.ConfirmAsync(amelia, version, 0, null);
        await school.ConfirmAsync(amelia, version, 1, Confirmed.AddSeconds(1));

        Assert.Equal([(0, (DateTimeOffset?)null, Confirmed), (1, null, Confirmed)], await RowsAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task There_is_no_part_beyond_the_last(int ordinal) => await NotFoundAsync(amelia, version, ordinal);

    [Fact]
    public async Task There_is_nothing_to_confirm_for_those_who_need_not_sign()
    {
        await NotFoundAsync(await school.HireAsync("A Visitor", Audience.Visitor), version);
        await NotFoundAsync(await school.HireAsync("Not at school", roles: AccessRoles.Governor), version);
        await NotFoundAsync(await school.HireAsync("Gone", endsOn: new DateOnly(2026, 9, 13)), version);
        await NotFoundAsync(amelia with { StaffId = StaffId.New() }, version);
        await NotFoundAsync(amelia, VersionId.New());
    }

    [Fact]
    public async Task Someone_may_read_on_the_last_day_and_not_on_the_day_after()
    {
        await school.LeaveAsync(amelia, new DateOnly(2026, 9, 14));

        Assert.IsType<ConfirmOutcome.Confirmed>((await school.ConfirmAsync(amelia, version, 0)).Value());
        school.Clock.Now += TimeSpan.FromDays(1);
        Assert.True((await school.ConfirmAsync(amelia, version, 1)).IsNotFound());
    }

    [Fact]
    public async Task A_new_starter_may_read_before_the_first_day()
    {
        var starter = await school.HireAsync("Starts next week", startsOn: new DateOnly(2026, 9, 21));

        Assert.Equal(new ConfirmOutcome.Confirmed(1), (await school.ConfirmAsync(starter, version, 0)).Value());
    }

    [Fact]
    public async Task A_version_that_was_superseded_is_not_read_any_more()
    {
        school.Clock.Now += TimeSpan.FromDays(1);
        var second = await school.PublishAsync(SmallPolicy.Amended);

        await NotFoundAsync(amelia, version);
        Assert.IsType<ConfirmOutcome.Confirmed>((await school.ConfirmAsync(amelia, second, 0)).Value());
    }

    [Fact]
    public async Task After_the_signature_nothing_is_added_to_the_reading()
    {
        await school.SignAsync(amelia, version);
        var before = await RowsAsync();
        school.Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal(new ConfirmOutcome.Confirmed(null), (await school.ConfirmAsync(amelia, version, 1)).Value());
        Assert.Equal(before, await RowsAsync());
    }

    private async Task NotFoundAsync(Actor actor, VersionId which, int ordinal = 0)
    {
        Assert.True((await school.ConfirmAsync(actor, which, ordinal)).IsNotFound());
        Assert.Empty(await RowsAsync());
    }

    private async Task<List<(int, DateTimeOffset?, DateTimeOffset)>> RowsAsync()
    {
        await using var db = await school.DbAsync();
        var shown = (
            await db.Evidence.Where(entry => entry.Kind == EvidenceKind.SectionConfirmed).ToListAsync(TestContext.Current.CancellationToken)
        ).ToDictionary(entry => entry.Number, entry => SectionFacts.Parse(entry.Payload!).ShownAt);
        return
        [
            .. (await db.Confirmations.OrderBy(row => row.Ordinal).ToListAsync(TestContext.Current.CancellationToken)).Select(row =>
                (row.Ordinal, shown[row.EvidenceNumber], row.ConfirmedAt)
            ),
        ];
    }
}
