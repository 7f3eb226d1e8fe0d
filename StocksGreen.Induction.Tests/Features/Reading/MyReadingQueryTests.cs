using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

public sealed class MyReadingQueryTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        version = await school.PublishAsync();
        amelia = await school.HireAsync("Amelia Hart");
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task What_is_to_sign_says_how_far_someone_is_and_where_to_go_on()
    {
        await school.ConfirmAsync(amelia, version, 0);

        var open = Assert.Single((await ReadAsync(amelia))!.ToSign);

        Assert.Equal(
            (version, new DateOnly(2026, 9, 28), 1, 3, "1 Arriving", 1),
            (open.Version.Id, open.DueOn, open.Confirmed, open.Parts, open.Next!.Heading, open.MinutesLeft)
        );
        Assert.Equal(new Standing(StandingKind.Due, 10), open.Standing);
        Assert.True(open.Review.IsOverdue);
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_a_signed_policy_moves_to_what_was_signed()
    {
        school.Clock.Now += TimeSpan.FromDays(1);
        var later = await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });
        Assert.Equal([version, later], (await ReadAsync(amelia))!.ToSign.Select(open => open.Version.Id));

        var id = await school.SignAsync(amelia, version);

        var reading = (await ReadAsync(amelia))!;
        Assert.Equal([later], reading.ToSign.Select(open => open.Version.Id));
        Assert.Equal(
            [(id, version, "Visitors Policy", "Version 1", school.Clock.Now)],
            reading.Signed.Select(line => (line.Id, line.VersionId, line.Title, line.Label, line.SignedAt))
        );
        Assert.Empty(reading.NotAsked);
    }

    [Fact]
    public async Task A_signature_of_an_old_version_stays_next_to_the_new_one_that_is_to_sign()
    {
        await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(1);
        var second = await school.PublishAsync(SmallPolicy.Amended);

        var reading = (await ReadAsync(amelia))!;

        Assert.Equal([second], reading.ToSign.Select(open => open.Version.Id));
        Assert.Equal([version], reading.Signed.Select(line => line.VersionId));
    }

    [Fact]
    public async Task An_exempt_person_is_told_what_is_not_asked()
    {
        await school.ExemptAsync(amelia, version, new DateOnly(2026, 9, 1));

        var reading = (await ReadAsync(amelia))!;

        Assert.Equal(["Visitors Policy"], reading.NotAsked);
        Assert.Empty(reading.ToSign);
    }

    [Fact]
    public async Task A_new_starter_sees_before_the_first_day_what_will_be_due()
    {
        var starter = await school.HireAsync("Starts next week", startsOn: new DateOnly(2026, 9, 21));

        Assert.Equal([new DateOnly(2026, 9, 25)], (await ReadAsync(starter))!.ToSign.Select(open => open.DueOn));
    }

    [Fact]
    public async Task Nobody_else_has_any_reading()
    {
        Assert.Empty((await ReadAsync(await school.HireAsync("A Visitor", Audience.Visitor)))!.ToSign);
        Assert.Null(await ReadAsync(amelia with { StaffId = StaffId.New() }));
        Assert.Null(await ReadAsync(amelia with { Roles = AccessRoles.Governor }));
    }

    private Task<MyReading?> ReadAsync(Actor actor) =>
        school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken));
}
