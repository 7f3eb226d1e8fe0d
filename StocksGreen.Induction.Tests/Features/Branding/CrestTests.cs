using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Branding;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Images;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Branding;

/// <summary>The school's crest: who may set it, that it is evidence, and which papers carry it.</summary>
public sealed class CrestTests : IAsyncLifetime
{
    private static readonly byte[] Shield = CrestImageTests.Shield(300, 200);

    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_office_sets_it_and_gives_it_up_and_both_are_sealed()
    {
        (await DecideAsync(office, Shield)).Value();
        Assert.Equal([new ValidationError("File", "That is the crest already.")], (await DecideAsync(office, Shield)).Errors());
        school.Clock.Now += TimeSpan.FromMinutes(1);
        (await DecideAsync(school.Headteacher, null)).Value();
        Assert.Equal([new ValidationError("File", "The school has no crest here.")], (await DecideAsync(office, null)).Errors());

        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM Evidence WHERE Kind = 'CrestDecided'"));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Anyone_who_may_not_sets_none_and_what_is_no_picture_is_refused()
    {
        var teacher = await school.HireAsync("Daniel Okafor");

        Assert.True((await DecideAsync(teacher, Shield)).IsNotFound());
        Assert.Equal("File", Assert.Single((await DecideAsync(office, [1, 2, 3])).Errors()).Key);

        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM Crests"));
    }

    [Fact]
    public async Task A_changed_letter_of_the_picture_is_found()
    {
        await DecideAsync(office, Shield);
        await school.SqlAsync("DROP TRIGGER Crests_never_change; UPDATE Crests SET Png = replace(Png, 'A', 'B')");

        Assert.Equal("The stored crest is not the one that was recorded.", Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason);
    }

    [Fact]
    public async Task The_database_refuses_to_change_or_delete_it()
    {
        await DecideAsync(office, Shield);

        foreach (var sql in new[] { "UPDATE Crests SET Png = NULL", "DELETE FROM Crests", "INSERT OR REPLACE INTO Crests SELECT * FROM Crests" })
        {
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => school.SqlAsync(sql));
        }
    }

    [Fact]
    public async Task A_paper_carries_the_crest_of_its_day_whenever_it_is_asked_for()
    {
        var version = await school.PublishAsync();
        var early = await school.SignAsync(office, version);
        var before = CertificateDocument.Create((await CertificateAsync(early)).Certificate, TestSchool.Monday);

        school.Clock.Now += TimeSpan.FromDays(1);
        await DecideAsync(office, Shield);
        school.Clock.Now += TimeSpan.FromMinutes(1);
        var late = await school.SignAsync(school.Headteacher, version);
        school.Clock.Now += TimeSpan.FromDays(1);
        await DecideAsync(office, null);

        Assert.Equal(before, CertificateDocument.Create((await CertificateAsync(early)).Certificate, TestSchool.Monday));
        Assert.Equal((256, 171), (await CertificateAsync(late)).Certificate.Crest is { } crest ? (crest.Width, crest.Height) : default);
        var (first, second, third) = (await HasCrestAsync(0), await HasCrestAsync(1), await HasCrestAsync(2));
        Assert.Equal((false, true, false), (first, second, third));
    }

    private async Task<bool> HasCrestAsync(int days) =>
        (
            await school.AskAsync(
                (RegisterQuery query) =>
                    query.ExecuteAsync(school.Headteacher, DateOnly.FromDateTime(TestSchool.Monday.Date).AddDays(days), TestContext.Current.CancellationToken)
            )
        )!.Crest
            is not null;

    private async Task<(Certificate Certificate, StocksGreen.Induction.Domain.PolicyText.PolicyContent Text)> CertificateAsync(AttestationId id) =>
        (await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(school.Headteacher, id, TestContext.Current.CancellationToken)))!.Value;

    private Task<Result<Unit>> DecideAsync(Actor actor, byte[]? file) =>
        school.AskAsync((DecideCrest decide) => decide.ExecuteAsync(actor, file, TestContext.Current.CancellationToken));
}
