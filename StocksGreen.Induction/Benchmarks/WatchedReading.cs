using System.Diagnostics;
using System.Globalization;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>What the process that reads a document took.</summary>
/// <param name="Wall">From the question to the answer, the start of the process counted.</param>
/// <param name="Processor">Of all its threads, up to ten milliseconds before its end.</param>
/// <param name="PeakBytes">The most memory that the system counted for it; 0 where the system does not say.</param>
internal sealed record WatchedReading(ImportOutcome Outcome, TimeSpan Wall, TimeSpan Processor, long PeakBytes)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    internal static async Task<WatchedReading> ReadAsync(ReadOnlyMemory<byte> file, string name, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var watching = Task.FromResult((TimeSpan.Zero, 0L));
        var clock = Stopwatch.StartNew();
        var outcome = await new SeparateProcess(limits, process => watching = WatchAsync(process, cancellationToken)).ReadAsync(file, name, cancellationToken);
        var wall = clock.Elapsed;
        var (processor, peak) = await watching;
        return new WatchedReading(outcome, wall, processor, peak);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Wall.TotalSeconds, 6:0.00} s, {Processor.TotalSeconds, 6:0.00} s of the processor, {PeakBytes / 1_000_000.0, 4:0} MB; {Told(Outcome)}"
        );

    private static string Told(ImportOutcome outcome) =>
        outcome switch
        {
            ImportOutcome.Imported imported => string.Create(
                CultureInfo.InvariantCulture,
                $"read: {imported.Coverage.SourceWords:N0} words, {imported.Policy.Sections.Count:N0} sections"
            ),
            ImportOutcome.Refused refused => $"refused: {refused.Sentence}",
            _ => throw new UnreachableException(),
        };

    private static async Task<(TimeSpan Processor, long Peak)> WatchAsync(int id, CancellationToken cancellationToken)
    {
        var (processor, peak) = (TimeSpan.Zero, 0L);
        try
        {
            using var process = Process.GetProcessById(id);
            while (!process.HasExited)
            {
                process.Refresh();
                (processor, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
                await Task.Delay(LookEvery, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or System.ComponentModel.Win32Exception)
        {
            // It ended while it was looked at.
        }

        return (processor, peak);
    }
}
