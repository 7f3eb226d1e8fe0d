using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// <c>measure fuzz</c>: damages files at random, and what is packed in them, and has every reader read them. It may read or refuse; one that throws, takes
/// more than it may, answers with what is no sentence, or gives a policy that does not come whole out of the process that reads it, is a fault.
/// </summary>
/// <remarks>Files are read here; one in fifty, and each that was slow or took much memory, in a process of its own, as the server reads them.</remarks>
internal static class MeasureFuzz
{
    private const long MostMemoryInBytes = 600L * 1000 * 1000;
    private const int EachInAProcess = 50;
    private const int LongestRefusal = 600;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
    private static readonly DateOnly Today = new(2026, 9, 1);

    internal static Command Build()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "More files to damage. Staff lists are named staff….", Arity = ArgumentArity.ZeroOrMore };
        var seconds = new Option<int>("--seconds") { Description = "How long, all readers together.", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "The same seed damages the same files in the same way.", DefaultValueFactory = _ => 1 };
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "Where to leave each file that shows a fault.", HelpName = "folder" };
        var fuzz = new Command("fuzz", "Read damaged files with every reader and count what comes of it.") { files, seconds, seed, keep };
        fuzz.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    [.. Made(), .. (parsed.GetValue(files) ?? []).Select(file => (file.Name, File.ReadAllBytes(file.FullName)))],
                    TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                    parsed.GetValue(seed),
                    parsed.GetValue(keep),
                    cancellationToken
                )
        );
        return fuzz;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<(string Name, byte[] File)> seeds,
        TimeSpan time,
        int seed,
        DirectoryInfo? keep,
        CancellationToken cancellationToken
    )
    {
        keep?.Create();
        var counts = seeds
            .Select(each => KindOf(each.Name))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(kind => kind, _ => new Counts(), StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        for (var round = 0; clock.Elapsed < time; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (name, whole) = seeds[round % seeds.Count];
            // A file that shows a fault can be made again from the number of its round alone.
            var file = new Damage(new Random(unchecked((seed * 1_000_003) + round))).Of(whole, name);
            var count = counts[KindOf(name)];
            var faults = count.Faults;
            await ReadAsync(name, file, round / seeds.Count % EachInAProcess == 0, count, cancellationToken);
            if (count.Faults > faults && keep is not null)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(keep.FullName, string.Create(CultureInfo.InvariantCulture, $"{round}-{name}")),
                    file,
                    cancellationToken
                );
            }
        }

        foreach (var (kind, count) in counts)
        {
            Console.WriteLine($"{kind, -16}{count}");
        }

        return counts.Values.All(count => count.Faults == 0) ? 0 : 1;
    }

    private static async Task ReadAsync(string name, byte[] file, bool isInProcess, Counts count, CancellationToken cancellationToken)
    {
        var isStaff = IsStaff(name);
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            var fault = isStaff ? FaultOf(StaffFile.Parse(file, Today), count) : FaultOf(PolicyImport.Parse(file, name), count);
            if (fault is not null)
            {
                count.Wrong++;
                Console.WriteLine($"{name}: {fault}");
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What a reader throws is what is counted here.
            count.Crashed++;
            var where = fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("StocksGreen", StringComparison.Ordinal));
            Console.WriteLine($"{name}: {fault.GetType().Name} {where?.Trim()}");
        }

        var (took, allocated) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
        count.Longest = took > count.Longest ? took : count.Longest;
        // What was ever asked for is more than what is held, so that only what asks for much has to be looked at in its own process.
        if (!isStaff && (isInProcess || took > Slow || allocated > MostMemoryInBytes))
        {
            var reading = await WatchedReading.ReadAsync(file, name, ReadingLimits.Usual, cancellationToken);
            count.InProcess++;
            count.MostMemory = Math.Max(count.MostMemory, reading.PeakBytes);
            if (
                reading.Wall > Longest
                || reading.PeakBytes > MostMemoryInBytes
                || reading.Outcome is ImportOutcome.Refused { Sentence: SeparateProcess.TookTooMuch or SeparateProcess.Ended }
            )
            {
                count.OverLimits++;
                Console.WriteLine($"{name}: {reading}");
            }
        }
        else if (took > Longest)
        {
            count.OverLimits++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {took.TotalSeconds:0.0} s"));
        }
    }

    /// <returns>What is wrong with an answer; null where nothing is.</returns>
    private static string? FaultOf(ImportOutcome outcome, Counts count)
    {
        if (outcome is ImportOutcome.Refused refused)
        {
            count.Refused++;
            return FaultOf(refused.Sentence);
        }

        count.Read++;
        var imported = (ImportOutcome.Imported)outcome;
        // What comes out of the process that reads it is what would be stored.
        return ImportMessage.ReadAnswer(ImportMessage.Answer(imported)) is not ImportOutcome.Imported there
            || PolicyInspection.ToJson(there) != PolicyInspection.ToJson(imported)
                ? "It does not come whole out of the process that reads it."
            : imported.Policy.Title.Length == 0 ? "It has no title."
            : NoSentence(imported.Warnings);
    }

    private static string? FaultOf(StaffFileOutcome outcome, Counts count)
    {
        switch (outcome)
        {
            case StaffFileOutcome.Refused refused:
                count.Refused++;
                return FaultOf(refused.Sentence);
            case StaffFileOutcome.Recognised recognised:
                count.Read++;
                return recognised.List.People.FirstOrDefault(person => string.IsNullOrWhiteSpace(person.FullName)) is { } nameless
                    ? string.Create(CultureInfo.InvariantCulture, $"Line {nameless.Line} is a person without a name.")
                    : NoSentence(recognised.List.Ignored.Concat(recognised.List.Warnings).Select(note => note.Text));
            default:
                throw new UnreachableException();
        }
    }

    private static string? FaultOf(string refusal) => refusal.Length > LongestRefusal ? $"This refusal does not end: {refusal[..200]}" : NoSentence([refusal]);

    // What was left out is quoted in full, however long it is.
    private static string? NoSentence(IEnumerable<string> sentences) =>
        sentences.FirstOrDefault(each =>
            each.Length == 0 || each.TrimEnd('”', '"', ')')[^1] is not ('.' or '?' or '!' or '…') || each.Contains("Exception", StringComparison.Ordinal)
        )
            is { } found
            ? $"This is no sentence: {found[..Math.Min(found.Length, 200)]}"
            : null;

    private static bool IsStaff(string name) => name.StartsWith("staff", StringComparison.OrdinalIgnoreCase);

    private static string KindOf(string name) => (IsStaff(name) ? "staff" : "policy") + Path.GetExtension(name).ToLowerInvariant();

    private static List<(string Name, byte[] File)> Made()
    {
        var picture = SampleFiles.Noise(40, new Random(1));
        var policy = ((ImportOutcome.Imported)PolicyImport.Parse(Encoding.UTF8.GetBytes(Policy(picture)), "policy.md")).Policy;
        ReadOnlyMemory<byte>? Find(string hash) => picture;
        using var xls = typeof(MeasureFuzz).Assembly.GetManifestResourceStream("Benchmarks/staff.xls")!;
        using var staff = new MemoryStream();
        xls.CopyTo(staff);
        const int People = 60;
        return
        [
            ("policy.txt", SampleFiles.Text(policy)),
            ("policy.md", Encoding.UTF8.GetBytes(Policy(picture))),
            ("policy.docx", SampleFiles.Word(policy, Find)),
            ("policy.pdf", SampleFiles.Pdf(policy, Find)),
            ("policy.odt", SampleFiles.OpenDocument(policy, picture)),
            ("policy.html", SampleFiles.WebPage(policy, picture)),
            ("policy.mht", SampleFiles.WebPageInOneFile(policy, picture)),
            ("staff.csv", CsvDocument.Create(SampleFiles.Staff(People))),
            ("staff.xlsx", XlsxDocument.Create(SampleFiles.Staff(People))),
            ("staff.xls", staff.ToArray()),
            ("staff-page.xls", SampleFiles.StaffPage(People)),
        ];
    }

    /// <summary>Small, so that many are read, with each kind of thing that a policy holds.</summary>
    private static string Policy(byte[] picture) =>
        $"""
            # Visitors Policy

            Stocks Green Primary School

            Approved by: Full governing body

            Next review: October 2027

            ## 1. Aims

            Visitors **must** sign in at [the office](https://school.example/office) before they go *anywhere*.[^1]

            - Wear a badge
              - A red one without an escort
            - Leave by the same door

            ## 2. Rules

            1. Sign in.
            2. Read the leaflet.
               (a) both sides
               (b) the map
            3. Switch phones off, as part (b) says.

            | Who | May | Must not |
            |---|---|---|
            | Parents | wait in the hall |  |
            | Contractors | work alone | take photographs |

            ![A plan of the hall](data:image/png;base64,{Convert.ToBase64String(picture)})

            ### 2.1 Photographs

            > No one may take photographs of pupils.

            ## 3. Links with other policies

            - Safeguarding Policy
            - Data Protection Policy

            ## Appendix A: Form

            Name: [insert name]

            [^1]: Including contractors.
            """;

    private sealed class Counts
    {
        public int Read { get; set; }

        public int Refused { get; set; }

        public int Crashed { get; set; }

        public int Wrong { get; set; }

        public int OverLimits { get; set; }

        public int InProcess { get; set; }

        public TimeSpan Longest { get; set; }

        public long MostMemory { get; set; }

        public int Faults => Crashed + Wrong + OverLimits;

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Read} read, {Refused} refused, {Crashed} crashed, {Wrong} wrongly answered, {OverLimits} over limits; longest "
                    + $"{Longest.TotalSeconds:0.00} s; {InProcess} in a process of their own, at most {MostMemory / 1_000_000.0:0} MB"
            );
    }
}
