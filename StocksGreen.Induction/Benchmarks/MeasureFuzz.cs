using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// <c>measure fuzz</c>: damages files at random and has every reader read them. A reader may read or refuse; one that throws, or takes more than it may, is a
/// fault. Word and PDF are read here, as text is, and one in fifty in the process of its own that the server uses.
/// </summary>
internal static class MeasureFuzz
{
    private const int LongestReadInSeconds = 10;
    private const long MostMemoryInBytes = 600L * 1024 * 1024;
    private const int EachInAProcess = 50;

    internal static Command Build()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long, all readers together.", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "The same seed damages the same files in the same way.", DefaultValueFactory = _ => 1 };
        var fuzz = new Command("fuzz", "Read damaged files with every reader and count what comes of it.") { seconds, seed };
        fuzz.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(seconds), new Random(parsed.GetValue(seed)), cancellationToken));
        return fuzz;
    }

    private static async Task<int> RunAsync(int seconds, Random random, CancellationToken cancellationToken)
    {
        var policy = LongPolicy.Text(1);
        var text = Encoding.UTF8.GetBytes(PolicyMarkdown.Whole(policy));
        var seeds = new List<(string Name, byte[] File)>
        {
            ("policy.txt", text),
            ("policy.md", text),
            ("policy.docx", LongPolicy.Word(1)),
            ("policy.pdf", Pdf(policy)),
            ("staff.csv", "Name,Email,Role,Start date\n"u8.ToArray().Concat(StaffRows()).ToArray()),
        };
        using var importer = new PolicyImporter(ReadingLimits.Usual);
        var counts = seeds
            .Select(each => Path.GetExtension(each.Name))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(kind => kind, _ => new Counts(), StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        for (var round = 0; clock.Elapsed < TimeSpan.FromSeconds(seconds); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (name, whole) = seeds[round % seeds.Count];
            var file = Damage(whole, random);
            await ReadAsync(importer, name, file, round / seeds.Count % EachInAProcess == 0, counts[Path.GetExtension(name)], cancellationToken);
        }

        foreach (var (kind, count) in counts)
        {
            Console.WriteLine($"{kind, -8}{count}");
        }

        return counts.Values.All(count => count.Crashed + count.OverLimits == 0) ? 0 : 1;
    }

    private static async Task ReadAsync(PolicyImporter importer, string name, byte[] file, bool isInProcess, Counts count, CancellationToken cancellationToken)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            var isRead =
                name.StartsWith("staff", StringComparison.Ordinal) ? StaffFile.Parse(file, new DateOnly(2026, 9, 1)) is not StaffFileOutcome.Refused
                : isInProcess ? await importer.ReadAsync(file, name, cancellationToken) is ImportOutcome.Imported
                : PolicyImport.Parse(file, name) is ImportOutcome.Imported;
            (count.Read, count.Refused) = isRead ? (count.Read + 1, count.Refused) : (count.Read, count.Refused + 1);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What a reader throws is what is counted here.
            count.Crashed++;
            Console.WriteLine($"{name}: {fault.GetType().Name} at {fault.StackTrace?.Split('\n')[0].Trim()}");
        }

        var took = Stopwatch.GetElapsedTime(started);
        count.Longest = took > count.Longest ? took : count.Longest;
        // What is live is less than what was allocated, so that no file is over its limit that this does not show.
        var memory = GC.GetTotalMemory(forceFullCollection: false);
        count.MostMemory = Math.Max(count.MostMemory, memory);
        count.MostAllocated = Math.Max(count.MostAllocated, GC.GetAllocatedBytesForCurrentThread() - before);
        count.OverLimits += took > TimeSpan.FromSeconds(LongestReadInSeconds) || memory > MostMemoryInBytes ? 1 : 0;
    }

    /// <summary>Flips, removes, doubles or swaps stretches of bytes, or cuts the file.</summary>
    private static byte[] Damage(byte[] whole, Random random)
    {
        var file = whole.ToList();
        for (var times = random.Next(1, 8); times > 0 && file.Count > 1; times--)
        {
            var at = random.Next(file.Count);
            var length = Math.Min(random.Next(1, 200), file.Count - at);
            switch (random.Next(6))
            {
                case 0 or 1:
                    file[at] = (byte)random.Next(256);
                    break;
                case 2:
                    file.RemoveRange(at, length);
                    break;
                case 3:
                    file.InsertRange(at, file.GetRange(at, length));
                    break;
                case 4:
                    file.InsertRange(random.Next(file.Count), file.GetRange(at, length));
                    break;
                default:
                    file.RemoveRange(at, random.Next(3) == 0 ? file.Count - at : length);
                    break;
            }
        }

        return [.. file];
    }

    /// <summary>Tagged, as our own papers are.</summary>
    private static byte[] Pdf(PolicyContent policy)
    {
        var document = new FlowDocument(new PdfMetadata(policy.Title, policy.School, policy.Title, DateTimeOffset.UnixEpoch), PageSetup.Portrait);
        document.AddRange([new Documents.Layout.Heading(1, policy.Title), .. PolicyPages.Compose(policy)]);
        return document.ToPdf();
    }

    private static IEnumerable<byte> StaffRows() =>
        Enumerable
            .Range(0, 300)
            .SelectMany(i => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Ann Example{i},ann{i}@school.example,Teacher,01/09/2024\n")));

    private sealed class Counts
    {
        public int Read { get; set; }

        public int Refused { get; set; }

        public int Crashed { get; set; }

        public int OverLimits { get; set; }

        public TimeSpan Longest { get; set; }

        public long MostMemory { get; set; }

        public long MostAllocated { get; set; }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Read} read, {Refused} refused, {Crashed} crashed, {OverLimits} over limits; longest {Longest.TotalSeconds:0.00} s, most live memory "
                    + $"{MostMemory / 1048576.0:0} MB, most allocated for one {MostAllocated / 1048576.0:0} MB"
            );
    }
}
