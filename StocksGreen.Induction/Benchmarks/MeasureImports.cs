using System.CommandLine;
using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Child;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// <c>measure imports</c>: what reading a policy takes of time, processor and memory, each file in the process of its own that the server starts for it (text,
/// which the server reads itself, too): forty pages in every form, the most that each form may hold, and any files that are named.
/// </summary>
internal static class MeasureImports
{
    private const int ChaptersOfFortyPages = 20;

    // As many headings as a policy may have, and as many bytes as its file.
    private const int MostChapters = 380;
    private const int SideOfPicture = 3_000;

    internal static Command Build()
    {
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "Documents to read in place of those that are made here.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "Where to leave the files that are made here.", HelpName = "folder" };
        var imports = new Command("imports", "Measure what reading a policy takes: forty pages and twenty megabytes of each form, or the files you name.")
        {
            files,
            keep,
        };
        imports.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(files) ?? [], parsed.GetValue(keep), cancellationToken));
        return imports;
    }

    private static async Task<int> RunAsync(FileInfo[] files, DirectoryInfo? keep, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => !file.Exists) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing.FullName}.");
            return 1;
        }

        // The first start of a process reads the program from disk.
        await WatchedReading.ReadAsync("Policy\n\nWords."u8.ToArray(), "policy.txt", ReadingLimits.Usual, cancellationToken);
        IEnumerable<(string Name, Func<byte[]> Make)> inputs =
            files.Length > 0 ? files.Select(file => (file.Name, (Func<byte[]>)(() => File.ReadAllBytes(file.FullName)))) : [.. FortyPages(), .. Large()];
        keep?.Create();
        foreach (var (name, make) in inputs)
        {
            var file = make();
            if (keep is not null)
            {
                await File.WriteAllBytesAsync(Path.Combine(keep.FullName, name), file, cancellationToken);
            }

            var reading = await WatchedReading.ReadAsync(file, name, ReadingLimits.Usual, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -28} {file.Length / 1_000_000.0, 5:0.0} MB {reading}"));
        }

        return 0;
    }

    private static IEnumerable<(string Name, Func<byte[]> Make)> FortyPages()
    {
        var policy = LongPolicy.Text(1, ChaptersOfFortyPages);
        var picture = SampleFiles.Noise(100, new Random(1));
        return
        [
            ("forty-pages.docx", () => LongPolicy.Word(1, ChaptersOfFortyPages)),
            ("forty-pages.pdf", () => SampleFiles.Pdf(policy)),
            ("forty-pages.odt", () => SampleFiles.OpenDocument(policy, picture)),
            ("forty-pages.html", () => SampleFiles.WebPage(policy, picture)),
            ("forty-pages.mht", () => SampleFiles.WebPageInOneFile(policy, picture)),
            ("forty-pages.txt", () => SampleFiles.Text(policy)),
            ("forty-pages.md", () => SampleFiles.Markdown(policy)),
        ];
    }

    /// <summary>Close to what a file may hold of words, and with pictures to what it may weigh.</summary>
    private static IEnumerable<(string Name, Func<byte[]> Make)> Large()
    {
        var policy = LongPolicy.Text(1, MostChapters);
        var random = new Random(1);
        var pictures = Enumerable.Range(0, 2).Select(_ => SampleFiles.Noise(SideOfPicture, random)).ToList();
        return
        [
            ("words.docx", () => LongPolicy.Word(1, MostChapters)),
            ("pictures.docx", () => SampleFiles.Word(WithPictures(policy, pictures), hash => Find(pictures, hash))),
            ("words.pdf", () => SampleFiles.Pdf(policy)),
            ("pictures.pdf", () => SampleFiles.Pdf(WithPictures(LongPolicy.Text(1, ChaptersOfFortyPages), pictures), hash => Find(pictures, hash))),
            ("pictures.odt", () => SampleFiles.OpenDocument(policy, SampleFiles.Noise(SideOfPicture + 100, random))),
            ("pictures.html", () => SampleFiles.WebPage(policy, SampleFiles.Noise(SideOfPicture + 100, random))),
            ("pictures.mht", () => SampleFiles.WebPageInOneFile(policy, SampleFiles.Noise(SideOfPicture + 100, random))),
            ("words.txt", () => SampleFiles.Text(policy)),
            ("one-line.txt", () => [.. SampleFiles.Text(policy).Select(each => each == (byte)'\n' ? (byte)' ' : each)]),
            ("words.md", () => SampleFiles.Markdown(policy)),
        ];
    }

    private static PolicyContent WithPictures(PolicyContent policy, IReadOnlyList<byte[]> pictures) =>
        policy with
        {
            Preamble = [.. pictures.Select(each => new Domain.PolicyText.Blocks.Picture(Domain.Text.Sha256Hex.Compute(each), "image/png", "Noise", 400, 400))],
        };

    private static ReadOnlyMemory<byte>? Find(IReadOnlyList<byte[]> pictures, string hash) =>
        pictures.FirstOrDefault(each => Domain.Text.Sha256Hex.Compute(each) == hash) is { } found ? found : null;
}
