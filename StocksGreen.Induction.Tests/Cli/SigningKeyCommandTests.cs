using System.Security.Cryptography.X509Certificates;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

/// <summary>Looking after the key at a console.</summary>
public sealed class SigningKeyCommandTests(DemoStoreFixture demo) : IClassFixture<DemoStoreFixture>, IDisposable
{
    private readonly DataFolder work = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(work);

    [Fact]
    public async Task A_report_from_the_console_carries_the_schools_seal()
    {
        Assert.Equal(0, (await RunAsync("report", "register", "--out", "./register.pdf", "--data", demo.Folder.FolderPath)).ExitCode);

        var intact = Assert.IsType<PdfVerdict.Intact>(
            PdfVerifier.Verify(await File.ReadAllBytesAsync(Path.Combine(work.FolderPath, "register.pdf"), TestContext.Current.CancellationToken))
        );

        Assert.Equal(Assert.Single((await NamedAsync(demo.Folder)).All).Certificate.RawData, intact.Certificate.RawData);
    }

    [Fact]
    public async Task A_key_is_shown_replaced_by_a_new_one_and_by_a_bought_one()
    {
        var copy = demo.Copy();
        try
        {
            (await RunAsync("seal", "show", "--data", copy.FolderPath)).AssertRefused(
                "There is no key that can be read. Start the server once, or make one: seal new."
            );

            var made = await RunAsync("seal", "new", "--data", copy.FolderPath);
            Assert.StartsWith("The school’s own key: ", made.Output, StringComparison.Ordinal);
            Assert.Equal((0, made.Output), ((await RunAsync("seal", "show", "--data", copy.FolderPath)).ExitCode, made.Output));

            using var bought = TestKey.Curve("Bought", until: DateTimeOffset.UtcNow.AddDays(30));
            await File.WriteAllBytesAsync(
                Path.Combine(work.FolderPath, "bought.pfx"),
                bought.Export(X509ContentType.Pkcs12, ""),
                TestContext.Current.CancellationToken
            );
            var imported = await RunAsync("seal", "import", "./bought.pfx", "--data", copy.FolderPath);

            Assert.Equal(0, imported.ExitCode);
            Assert.Contains("CN=Bought", imported.Output, StringComparison.Ordinal);
            Assert.Contains("The key with which papers are sealed ends on ", imported.Output, StringComparison.Ordinal);
            var named = await NamedAsync(copy);
            Assert.Equal([true, false, true], named.All.Select(key => key.IsVouchedFor));
            Assert.Equal(bought.RawData, named.Last!.Certificate.RawData);
            var verified = await RunAsync("evidence", "verify", "--data", copy.FolderPath);
            Assert.Equal(0, verified.ExitCode);
            Assert.Contains($"Entry {named.All[1].Entry}: The school’s earlier key was lost. Since ", verified.Output, StringComparison.Ordinal);
            Assert.Contains(named.First!.Fingerprint, verified.Output, StringComparison.Ordinal);
        }
        finally
        {
            TestSchool.Delete(copy);
        }
    }

    [Fact]
    public async Task What_is_no_key_is_refused_in_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(work.FolderPath, "letter.pfx"), "Dear parents", TestContext.Current.CancellationToken);

        foreach (
            var (file, sentence) in new[]
            {
                ("letter.pfx", "That is no PFX file, or the password is wrong."),
                ("missing.pfx", "./missing.pfx cannot be read: "),
            }
        )
        {
            var run = await RunAsync("seal", "import", $"./{file}", "--data", demo.Folder.FolderPath);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        }
    }

    private static async Task<NamedKeys> NamedAsync(DataFolder folder)
    {
        using var store = new OpenedStore(folder);
        await using var db = store.CreateDbContext();
        return await NamedKeys.ReadAsync(db, TestContext.Current.CancellationToken);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.HereAsync(work.FolderPath, arguments);
}
