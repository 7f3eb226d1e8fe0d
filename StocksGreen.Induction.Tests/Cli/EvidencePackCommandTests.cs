using System.IO.Compression;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

/// <summary>Packs and certificates at a console: whole or not at all, and a sentence for everything else.</summary>
public sealed class EvidencePackCommandTests(DemoStoreFixture demo) : IClassFixture<DemoStoreFixture>, IDisposable
{
    private readonly DataFolder work = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(work);

    [Fact]
    public async Task A_pack_is_one_whole_file_next_to_which_nothing_is_left()
    {
        var run = await RunAsync("report", "pack", "--as-at", "2026-11-12", "--out", "./pack.zip");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("./pack.zip: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Everybody, all policies, as at 12 November 2026", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["pack.zip"], Directory.GetFileSystemEntries(work.FolderPath).Select(Path.GetFileName));
        await using var archive = await ZipFile.OpenReadAsync(Path.Combine(work.FolderPath, "pack.zip"), TestContext.Current.CancellationToken);
        Assert.Contains(archive.Entries, entry => entry.FullName == "register.pdf");
    }

    [Fact]
    public async Task A_pack_of_one_policy_and_one_person_holds_one_copy()
    {
        var run = await RunAsync("report", "pack", "--policy", "social media policy", "--person", "Grace Adeyemi", "--out", "./pack.zip");

        Assert.StartsWith("./pack.zip: 1 signed copies in ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_people_and_groups_may_be_named()
    {
        var both = await RunAsync(
            "report",
            "pack",
            "--person",
            "Grace Adeyemi",
            "--person",
            "ruth.pemberton@stocksgreen.example",
            "--policy",
            "Social Media Policy",
            "--out",
            "./both.zip"
        );
        var group = await RunAsync("report", "pack", "--person", "Grace Adeyemi", "--group", "Governor", "--out", "./none.zip");

        Assert.Matches("^\\./both\\.zip: [12] signed copies in .* Grace Adeyemi, Ruth Pemberton, Social Media Policy, as at ", both.Output);
        group.AssertRefused(
            "Nobody has signed anything of this selection: Grace Adeyemi (Governors), all policies, as at "
                + $"{LondonTime.ToWords(LondonTime.DateIn(TimeProvider.System.GetUtcNow()))}."
        );
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("7")]
    [InlineData("1")]
    [InlineData("Employee,Governor")]
    public async Task A_group_that_there_is_not_is_answered_with_those_that_there_are(string group) =>
        (await RunAsync("report", "pack", "--group", group, "--out", "./pack.zip")).AssertRefused(
            $"There is no group “{group}”. Choose Employee, Governor, Volunteer, Contractor or Visitor. Ask for --help."
        );

    [Theory]
    [InlineData("--port", "demo", "--port", "rubbish")]
    [InlineData("--people", "demo", "--people", "99999999999999999999")]
    [InlineData("--people", "measure", "scale", "--people", "12", "rubbish")]
    public async Task A_number_that_is_none_is_told_without_the_name_of_a_type(string option, params string[] arguments) =>
        (await RunAsync(arguments)).AssertRefused($"{option} takes a whole number, not “{arguments[^1]}”. Ask for --help.");

    [Fact]
    public async Task What_cannot_be_packed_is_refused_in_a_sentence()
    {
        (await RunAsync("report", "pack", "--policy", "No Such Policy", "--out", "./pack.zip")).AssertRefused("There is no policy “No Such Policy”.");
        (await RunAsync("report", "pack", "--person", "Nobody", "--out", "./pack.zip")).AssertRefused(
            "There is no person “Nobody”. Give an id, an e-mail address or a full name."
        );
        (await RunAsync("report", "pack", "--as-at", "2999-01-01", "--out", "./pack.zip")).AssertRefused("A report cannot be of a day that has not come.");
        (await RunAsync("report", "pack", "--as-at", "2020-01-01", "--out", "./pack.zip")).AssertRefused(
            "Nobody has signed anything of this selection: Everybody, all policies, as at 1 January 2020."
        );
        Assert.StartsWith(
            "./missing/pack.zip cannot be written: ",
            (await RunAsync("report", "pack", "--out", "./missing/pack.zip")).Error,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFileSystemEntries(work.FolderPath));
    }

    [Fact]
    public async Task The_certificates_of_a_person_are_sealed_files_named_for_them()
    {
        var run = await RunAsync("certificate", "--person", "Grace Adeyemi", "--out", "./certificates");

        Assert.Equal((0, "./certificates: 1 certificate\n", ""), (run.ExitCode, run.Output.ReplaceLineEndings("\n"), run.Error));
        var file = Assert.Single(Directory.GetFileSystemEntries(Path.Combine(work.FolderPath, "certificates")));
        Assert.Matches("^Grace Adeyemi [0-9]+, Social Media Policy\\.pdf$", Path.GetFileName(file));
        Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task All_certificates_go_into_a_folder_that_may_hold_other_things()
    {
        Directory.CreateDirectory(Path.Combine(work.FolderPath, "out"));
        await File.WriteAllTextAsync(Path.Combine(work.FolderPath, "out", "letter.txt"), "Dear parents", TestContext.Current.CancellationToken);

        var run = await RunAsync("certificate", "--all", "--out", "./out");

        var files = Directory.GetFileSystemEntries(Path.Combine(work.FolderPath, "out")).Length;
        Assert.True(files > 2);
        Assert.Equal($"./out: {files - 1} certificates\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Certificates_that_cannot_be_given_are_refused_in_a_sentence()
    {
        (await RunAsync("certificate", "--out", "./out")).AssertRefused("Say whose: --person ID, or --all.");
        (await RunAsync("certificate", "--person", "Grace Adeyemi", "--all", "--out", "./out")).AssertRefused("Say whose: --person ID, or --all.");
        (await RunAsync("certificate", "--person", "Wendy Maltravers", "--out", "./out")).AssertRefused(
            "Wendy Maltravers has signed nothing yet, so there is no certificate."
        );
        await File.WriteAllTextAsync(Path.Combine(work.FolderPath, "taken"), "", TestContext.Current.CancellationToken);
        Assert.StartsWith("./taken cannot be written: ", (await RunAsync("certificate", "--all", "--out", "./taken")).Error, StringComparison.Ordinal);
        Assert.Equal(["taken"], Directory.GetFileSystemEntries(work.FolderPath).Select(Path.GetFileName));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.HereAsync(work.FolderPath, [.. arguments, "--data", demo.Folder.FolderPath]);
}
