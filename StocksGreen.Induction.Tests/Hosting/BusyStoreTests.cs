using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Layout;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Security;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>A database that another program holds, and a disk that is full: people are told in words, keep what they typed, and nothing is half-done.</summary>
public sealed class BusyStoreTests(OwnSchool school) : IClassFixture<OwnSchool>
{
    [Fact]
    public async Task While_another_program_holds_the_database_people_read_on_are_told_and_send_the_same_again()
    {
        var person = await school.App.AddPersonAsync("Bea Busy");
        using var visitor = await Visitor.AsAsync(school.App, person);
        var part = Urls.Part((await school.App.VersionAsync()).Id, 0);
        var fields = await visitor.HiddenFieldsAsync(part, "confirm");

        Answer refused;
        await using (var other = new SqliteConnection($"Data Source={school.Folder.Database};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction();

            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(part)).Status);
            refused = await visitor.PostAsync(part, [.. fields, .. Visitor.Pairs(("Note", "two “words” & <more>"))]);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The school’s computer is busy"), (refused.Status, refused.Title));
        Assert.Equal("30", refused.Header("Retry-After"));
        Assert.Empty(school.App.Faults.All);
        var again = Assert.IsAssignableFrom<IHtmlFormElement>(refused.Document.QuerySelector("form.actions"));
        Assert.EndsWith(part, again.Action, StringComparison.Ordinal);
        var kept = again
            .QuerySelectorAll("input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Select(field => KeyValuePair.Create(field.Name!, field.Value))
            .ToList();
        Assert.Contains(KeyValuePair.Create("Note", "two “words” & <more>"), kept);

        var answer = await visitor.PostAsync(part, kept);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.NotEqual(part, answer.Location);
    }

    [Fact]
    public async Task Whoever_waits_too_long_for_their_turn_is_told_and_has_done_nothing()
    {
        var gate = new OneAtATime();
        var first = new TaskCompletionSource<bool>();
        var holding = gate.RunAsync(() => first.Task, TestContext.Current.CancellationToken);
        var didIt = false;

        await Assert.ThrowsAsync<StoreBusyException>(() =>
            gate.RunAsync(() => Task.FromResult(didIt = true), TestContext.Current.CancellationToken, TimeSpan.FromMilliseconds(20))
        );
        first.SetResult(true);
        await holding;

        Assert.False(didIt);
        Assert.True(await gate.RunAsync(() => Task.FromResult(true), TestContext.Current.CancellationToken, TimeSpan.FromMilliseconds(20)));
    }

    [Theory]
    [InlineData(5, FaultKind.Busy)] // SQLITE_BUSY
    [InlineData(6, FaultKind.Busy)] // SQLITE_LOCKED
    [InlineData(13, FaultKind.NotWritable)] // SQLITE_FULL
    [InlineData(10, FaultKind.NotWritable)] // SQLITE_IOERR
    [InlineData(8, FaultKind.NotWritable)] // SQLITE_READONLY
    [InlineData(19, FaultKind.Unknown)] // SQLITE_CONSTRAINT
    public void What_the_database_complains_of_is_found_below_other_exceptions(int code, FaultKind expected) =>
        Assert.Equal(expected, KindOf(new InvalidOperationException("save", new InvalidOperationException("update", new SqliteException("x", code)))));

    [Theory]
    [InlineData(28, FaultKind.NotWritable)] // no room on Linux
    [InlineData(unchecked((int)0x80070070), FaultKind.NotWritable)] // no room on Windows
    [InlineData(2, FaultKind.Unknown)] // no such file
    public void A_full_disk_is_known_from_other_faults_of_files(int code, FaultKind expected) => Assert.Equal(expected, KindOf(new IOException("x", code)));

    [Fact]
    public void A_fault_of_the_program_is_not_taken_for_a_busy_one() => Assert.Equal(FaultKind.Unknown, KindOf(new InvalidCastException("x")));

    private FaultKind KindOf(Exception fault) => Faults.KindOf(fault, school.App.Services.GetRequiredService<IDatabaseProvider>());
}
