using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

/// <summary>What the page of a part notes, and the card that is shown after a signature.</summary>
public sealed class NoteReadingTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        version = await school.PublishAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_first_time_counts_on_whatever_device_and_opening_again_after_confirming_is_counted()
    {
        var first = school.Clock.Now;
        await school.ShowAsync(amelia, version, 1);
        school.Clock.Now += TimeSpan.FromMinutes(2);
        await EndAsync(1);
        school.Clock.Now += TimeSpan.FromMinutes(2);
        await school.ShowAsync(amelia, version, 1);
        await EndAsync(1);
        await school.ConfirmAsync(amelia, version, 1);
        await school.ShowAsync(amelia, version, 1, isConfirmed: true);
        await school.ShowAsync(amelia, version, 1, isConfirmed: true);

        await using var db = await school.DbAsync();
        var noted = await db.PartReadings.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((first, first.AddMinutes(2), 2), (noted.FirstShownAt, noted.EndReachedAt, noted.Reopened));
        var facts = SectionFacts.Parse((await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken)).Payload!);
        Assert.Equal((first, first.AddMinutes(2), first.AddMinutes(4)), (facts.ShownAt, facts.EndReachedAt, facts.ConfirmedAt));
    }

    [Fact]
    public async Task Of_a_part_that_was_never_shown_no_end_is_noted()
    {
        await EndAsync(2);

        Assert.Equal(0, await school.CountAsync<PartReading>());
    }

    [Fact]
    public async Task What_hinders_a_note_hinders_no_reading()
    {
        await school.SqlAsync("ALTER TABLE PartReadings RENAME TO Elsewhere");

        await school.ShowAsync(amelia, version, 0);
    }

    [Fact]
    public async Task A_time_that_a_clock_put_back_would_make_later_than_the_confirmation_is_not_recorded()
    {
        await school.ShowAsync(amelia, version, 0);
        school.Clock.Now -= TimeSpan.FromHours(1);
        await school.ConfirmAsync(amelia, version, 0);

        await using var db = await school.DbAsync();
        Assert.Null(SectionFacts.Parse((await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken)).Payload!).ShownAt);
    }

    [Fact]
    public async Task The_card_is_recorded_once_for_each_wording_and_only_for_the_signer()
    {
        var signed = await school.SignAsync(amelia, version);
        foreach (
            var (actor, wording) in new[] { (amelia, "Tell Peter."), (amelia, "Tell Peter."), (school.Headteacher, "Tell Helen."), (amelia, "Tell Helen.") }
        )
        {
            await school.AskAsync(
                async (RecordReportCard record) =>
                {
                    await record.ExecuteAsync(actor, signed, wording, TestContext.Current.CancellationToken);
                    return true;
                }
            );
        }

        await using var db = await school.DbAsync();
        Assert.Equal(
            ["Tell Peter.", "Tell Helen."],
            await db.ReportCardsShown.OrderBy(row => row.EvidenceNumber).Select(row => row.Wording).ToListAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Whose_part_it_is_not_has_nothing_noted_with_it()
    {
        await EndAsync(0, amelia with { StaffId = StaffId.New() });

        Assert.Equal(0, await school.CountAsync<PartReading>());
    }

    private Task<bool> EndAsync(int ordinal, Actor? actor = null) =>
        school.AskAsync(
            async (NoteReading note) =>
            {
                await note.EndReachedAsync(actor ?? amelia, version, ordinal);
                return true;
            }
        );
}
