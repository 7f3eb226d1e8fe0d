using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Evidence.Backups;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence.Backups;

public sealed class MakeBackupTests
{
    [Fact]
    public async Task While_people_confirm_every_back_up_is_whole_and_holds_all_that_was_answered_before_it_began()
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        var reader = await school.HireAsync("Amelia Hart");
        var confirmed = 0;
        using var stop = new CancellationTokenSource();
        var confirming = Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var person = i == 0 ? reader : await school.HireAsync($"Reader {i}");
                    (await school.ConfirmAsync(person, version, 0)).Value();
                    Interlocked.Increment(ref confirmed);
                }
            },
            TestContext.Current.CancellationToken
        );
        for (var i = 0; i < 3; i++)
        {
            var before = Volatile.Read(ref confirmed);
            school.Clock.Now = school.Clock.Now.AddSeconds(1);
            var (path, manifest) = (await MakeAsync(school)).Value();

            Assert.Null(manifest.Fault);
            Assert.True(manifest.Entries >= before, $"{manifest.Entries} entries, {before} confirmations were answered.");
            Assert.True(File.Exists(path));
        }

        await stop.CancelAsync();
        await confirming;
        Assert.Single(BackupFolder.In(school.Folder.Backups)); // the last of the day
        Assert.Empty(Directory.GetDirectories(school.Folder.Backups));
    }

    [Fact]
    public async Task A_copy_goes_to_the_second_folder_and_what_keeps_it_from_there_is_told()
    {
        await using var school = await TestSchool.OpenAsync(services =>
            services.AddSingleton(new BackupOptions { SecondFolder = Path.Combine(Path.GetTempPath(), $"second-{Guid.NewGuid():N}") })
        );
        var second = school.Get<BackupOptions>().Second!;
        try
        {
            var (path, _) = (await MakeAsync(school)).Value();

            Assert.Equal(
                Sha256Hex.Compute(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)),
                Sha256Hex.Compute(await File.ReadAllBytesAsync(Path.Combine(second, Path.GetFileName(path)), TestContext.Current.CancellationToken))
            );
            Assert.Null((await StatusAsync(school)).SecondFault);
            Directory.Delete(second, recursive: true);
            await File.WriteAllTextAsync(second, "Not a folder", TestContext.Current.CancellationToken);
            school.Clock.Now = school.Clock.Now.AddMinutes(1);

            (await MakeAsync(school)).Value();

            Assert.StartsWith($"The back-up could not be copied to {second}: ", (await StatusAsync(school)).SecondFault, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(second);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_leaves_nothing_half_done()
    {
        await using var school = await TestSchool.OpenAsync();
        await File.WriteAllTextAsync(school.Folder.Backups, "Not a folder", TestContext.Current.CancellationToken);

        var error = Assert.Single((await MakeAsync(school)).Errors());

        Assert.StartsWith($"The back-up could not be written to {school.Folder.Backups}: ", error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_does_not_hold_is_backed_up_all_the_same_and_said_to_be_broken()
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        (await school.ConfirmAsync(await school.HireAsync("Amelia Hart"), version, 0)).Value();
        await school.SqlAsync("DROP TRIGGER Evidence_never_change; UPDATE Evidence SET Payload = '{}' WHERE Number = 2");

        var (_, manifest) = (await MakeAsync(school)).Value();

        Assert.Equal("The chain is broken at entry 2: Its facts do not match their hash.", manifest.Fault);
        Assert.Equal(manifest.Fault, (await StatusAsync(school)).EvidenceFault);
        Assert.True((await QueryAsync(school)).IsLate);
    }

    [Fact]
    public async Task After_two_days_the_last_good_back_up_is_too_old()
    {
        await using var school = await TestSchool.OpenAsync();
        Assert.True((await QueryAsync(school)).IsLate);
        (await MakeAsync(school)).Value();
        Assert.False((await QueryAsync(school)).IsLate);
        school.Clock.Now = school.Clock.Now.AddDays(2).AddMinutes(1);
        Assert.True((await QueryAsync(school)).IsLate);
    }

    [Fact]
    public async Task Only_the_headteacher_backs_up_and_makes_the_recovery_key()
    {
        await using var school = await TestSchool.OpenAsync();
        var office = await school.HireOfficeAsync();

        var made = await school.AskAsync((MakeBackup make) => make.ExecuteAsync(office, file: null, TestContext.Current.CancellationToken));
        var key = await school.Get<MakeRecoveryKey>().ExecuteAsync(office);
        var found = await school.AskAsync((BackupsQuery query) => query.ExecuteAsync(office, TestContext.Current.CancellationToken));

        Assert.IsType<Result<(string, BackupManifest)>.NotFound>(made);
        Assert.IsType<Result<string>.NotFound>(key);
        Assert.Null(found);
        Assert.False(Directory.Exists(school.Folder.Backups));
    }

    private static Task<Result<(string Path, BackupManifest Manifest)>> MakeAsync(TestSchool school) =>
        school.AskAsync((MakeBackup make) => make.ExecuteAsync(school.Headteacher, file: null, TestContext.Current.CancellationToken));

    private static async Task<BackupsFound> QueryAsync(TestSchool school) =>
        (await school.AskAsync((BackupsQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)))!;

    private static async Task<BackupStatus> StatusAsync(TestSchool school) => (await QueryAsync(school)).Status!;
}
