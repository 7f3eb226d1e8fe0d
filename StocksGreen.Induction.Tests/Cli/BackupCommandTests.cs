using System.IO.Compression;
using System.Security.Cryptography;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

/// <summary>Backing a school up, and putting it back after its computer broke.</summary>
public sealed class BackupCommandTests(DemoStoreFixture demo) : IClassFixture<DemoStoreFixture>, IDisposable
{
    private const string File1 = "./back-up.zip";

    private readonly DataFolder work = TestSchool.NewFolder();

    private DataFolder Live => DataFolder.At(Path.Combine(work.FolderPath, "live"));

    private string Archive => Path.Combine(work.FolderPath, "back-up.zip");

    public void Dispose() => TestSchool.Delete(work);

    [Fact]
    public async Task A_school_is_back_on_an_empty_computer_with_its_keys_and_says_that_it_was_restored()
    {
        MakeLive();
        var key = (await RunAsync("backup", "recovery-key", "--data", "./live")).Output.Trim();
        Assert.Matches("^([A-HJKMNP-Z2-9]{5}-){4}[A-HJKMNP-Z2-9]{5}$", key);
        var made = await RunAsync("backup", File1, "--data", "./live");
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        var sealing = await File.ReadAllBytesAsync(Live.SigningKey, TestContext.Current.CancellationToken);

        var verified = await RunAsync("backup", "verify", File1);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Contains("is whole, and its evidence holds.", verified.Output, StringComparison.Ordinal);

        (await RunAsync("restore", File1, "--data", "./new")).AssertRefused(
            "The school’s keys are not here. Give the recovery key that was printed: --recovery-key. To go on with a new key, add --without-keys."
        );
        (await RunAsync("restore", File1, "--data", "./new", "--recovery-key", "ABCDE-FGHJK-MNPQR-STUVW-XYZ23")).AssertRefused(
            "That is not the recovery key with which this back-up was made."
        );
        (await RunAsync("restore", File1, "--data", "./new", "--recovery-key", "let me in")).AssertRefused(
            "A recovery key has five groups of five letters and digits, as in ABCDE-FGHJK-MNPQR-STUVW-XYZ23."
        );
        var restored = await RunAsync("restore", File1, "--data", "./new", "--recovery-key", key.ToLowerInvariant().Replace('-', ' '));

        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Equal(
            sealing,
            await File.ReadAllBytesAsync(DataFolder.At(Path.Combine(work.FolderPath, "new")).SigningKey, TestContext.Current.CancellationToken)
        );
        var chain = await RunAsync("evidence", "verify", "--data", "./new");
        Assert.Equal((0, ""), (chain.ExitCode, chain.Error));
        Assert.Contains("The school’s data was restored from a back-up that ended with entry ", chain.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is lost", chain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newer_data_is_named_kept_and_said_to_be_lost()
    {
        MakeLive();
        await RunAsync("backup", File1, "--data", "./live");
        await RunAsync("seal", "new", "--data", "./live");

        var refused = await RunAsync("restore", File1, "--data", "./live");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Matches(
            "^The data here is newer: 1 entries since the back-up would be lost \\(KeyTakenIntoUse 1\\), the last of .*\\. To go on and keep what is there in "
                + "a folder next to it, add --replace\\.\n$",
            refused.Error.ReplaceLineEndings("\n")
        );
        var before = Sha256Hex.Compute(await File.ReadAllBytesAsync(Live.Database, TestContext.Current.CancellationToken));

        var restored = await RunAsync("restore", File1, "--data", "./live", "--replace");

        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        var kept = Assert.Single(Directory.GetDirectories(Live.FolderPath, "replaced-*"));
        Assert.Contains(Path.GetFileName(kept), restored.Output, StringComparison.Ordinal);
        Assert.Equal(before, Sha256Hex.Compute(await File.ReadAllBytesAsync(Path.Combine(kept, "induction.db"), TestContext.Current.CancellationToken)));
        var chain = await RunAsync("evidence", "verify", "--data", "./live");
        Assert.Equal(0, chain.ExitCode);
        Assert.Matches("Before that entry [0-9]+ was known: what came after entry [0-9]+ is lost\\.", chain.Output);
    }

    [Fact]
    public async Task A_back_up_that_is_damaged_anywhere_is_found_and_replaces_nothing()
    {
        MakeLive();
        await RunAsync("backup", File1, "--data", "./live");
        var whole = await File.ReadAllBytesAsync(Archive, TestContext.Current.CancellationToken);
        var before = Sha256Hex.Compute(await File.ReadAllBytesAsync(Live.Database, TestContext.Current.CancellationToken));
        var random = new Random(71);
        for (var i = 0; i < 40; i++)
        {
            var damaged = whole.ToArray();
            var at = random.Next(damaged.Length);
            if (i % 4 == 0)
            {
                damaged = damaged[..at];
            }
            else
            {
                damaged[at] ^= (byte)(1 << random.Next(8));
            }

            await File.WriteAllBytesAsync(Archive, damaged, TestContext.Current.CancellationToken);

            var run = await RunAsync("backup", "verify", File1);

            // A bit of the archive's own frame, such as the time of a file in it, may say something else without any content being another.
            Assert.True(run.ExitCode == 1 || (run.ExitCode == 0 && await SameAsync(whole, damaged)), $"{i}, byte {at}: {run.ExitCode} {run.Output}{run.Error}");
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            if (run.ExitCode == 1)
            {
                Assert.Equal(2, (await RunAsync("restore", File1, "--data", "./live", "--replace")).ExitCode);
            }
        }

        Assert.Equal(before, Sha256Hex.Compute(await File.ReadAllBytesAsync(Live.Database, TestContext.Current.CancellationToken)));
        Assert.Empty(Directory.GetDirectories(Live.FolderPath, "re*-*"));
    }

    [Theory]
    [InlineData("Dear parents")]
    [InlineData("")]
    public async Task A_file_that_is_no_back_up_is_answered_in_a_sentence(string content)
    {
        await File.WriteAllTextAsync(Archive, content, TestContext.Current.CancellationToken);

        Assert.Equal(
            (1, $"{File1} cannot be relied on. It is no back-up of this program, or it was cut off or damaged."),
            await RunAsync("backup", "verify", File1) is var run ? (run.ExitCode, run.Output.TrimEnd()) : default
        );
        (await RunAsync("restore", File1, "--data", "./new")).AssertRefused(
            $"{File1} cannot be restored. It is no back-up of this program, or it was cut off or damaged."
        );
        (await RunAsync("restore", "./none.zip", "--data", "./new")).AssertRefused("There is no file at ./none.zip.");
    }

    [Theory]
    [InlineData("../escaped.txt")]
    [InlineData("/tmp/escaped.txt")]
    [InlineData("keys/seal.key")]
    public async Task An_archive_of_someone_else_does_not_choose_where_its_files_go(string name)
    {
        await using (var file = File.Create(Archive))
        await using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            await WriteAsync(archive, name, "Dear parents");
            var hash = Convert.ToHexStringLower(SHA256.HashData("Dear parents"u8));
            await WriteAsync(
                archive,
                "backup.json",
                """{"form":"backup/1","school":"","madeAt":"2026-12-01T02:00:00Z","program":"","entries":0,"headHash":"","fault":null,"keys":null,"files":"""
                    + $$"""[{"name":"{{name}}","bytes":12,"sha256":"{{hash}}"}]}"""
            );
        }

        (await RunAsync("restore", File1, "--data", "./new")).AssertRefused(
            $"{File1} cannot be restored. The file “{name}” is not in it as its list of contents says."
        );
        Assert.Equal(["induction.lock"], Directory.GetFileSystemEntries(Path.Combine(work.FolderPath, "new")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task No_back_up_is_written_over_another()
    {
        MakeLive();
        await RunAsync("backup", File1, "--data", "./live");
        var before = await File.ReadAllBytesAsync(Archive, TestContext.Current.CancellationToken);

        var again = await RunAsync("backup", File1, "--data", "./live");

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("is there already. Name a file that is not, so that no back-up is written over.", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Archive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lost_end_is_accepted_only_where_something_is_lost()
    {
        MakeLive();
        var older = await File.ReadAllBytesAsync(Live.Database, TestContext.Current.CancellationToken);
        (await RunAsync("evidence", "accept-loss", "--data", "./live")).AssertRefused(
            "Nothing is missing from the end of the evidence, so there is no loss to accept."
        );
        await RunAsync("seal", "new", "--data", "./live");
        StoreFiles.Close(Live);
        await File.WriteAllBytesAsync(Live.Database, older, TestContext.Current.CancellationToken);

        var broken = await RunAsync("evidence", "verify", "--data", "./live");
        var writing = await RunAsync("seal", "new", "--data", "./live");
        var accepted = await RunAsync("evidence", "accept-loss", "--data", "./live");
        var holds = await RunAsync("evidence", "verify", "--data", "./live");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("the evidence or the key is from another back-up", broken.Output, StringComparison.Ordinal);
        Assert.Equal(2, writing.ExitCode);
        Assert.Contains("Nothing can be added before the last back-up is restored", writing.Error, StringComparison.Ordinal);
        Assert.Equal(0, accepted.ExitCode);
        Assert.Equal(0, holds.ExitCode);
        Assert.Matches("The school went on from a database that ended with entry [0-9]+\\. Before that entry [0-9]+ was known", holds.Output);
    }

    private void MakeLive()
    {
        Directory.CreateDirectory(Live.FolderPath);
        StoreFiles.Copy(demo.Folder, Live, withKeys: true);
    }

    private static async Task WriteAsync(ZipArchive archive, string name, string text)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    private static async Task<bool> SameAsync(byte[] one, byte[] other) =>
        (await ContentAsync(one)).SequenceEqual(await ContentAsync(other), StringComparer.Ordinal);

    private static async Task<List<string>> ContentAsync(byte[] bytes)
    {
        await using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var hashes = new List<string>();
        foreach (var entry in archive.Entries.Where(entry => entry.Name != "backup.json"))
        {
            await using var content = await entry.OpenAsync(TestContext.Current.CancellationToken);
            hashes.Add(entry.FullName + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, TestContext.Current.CancellationToken)));
        }

        return hashes;
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.HereAsync(work.FolderPath, arguments);
}
