using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Benchmarks;

/// <summary><c>measure inset-day</c>: a whole school reads and signs on one morning, over real HTTP against a server of its own.</summary>
internal sealed class MeasureInsetDay(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var people = new Option<int>("--people") { Description = "How many read and sign.", DefaultValueFactory = _ => 500 };
        var minutes = new Option<double>("--minutes") { Description = "Within how long.", DefaultValueFactory = _ => 10 };
        var command = new Command("inset-day", "Let a whole school read and sign one policy within some minutes; say what each page took.") { people, minutes };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(people), parsed.GetValue(minutes), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(int people, double minutes, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("stocksgreen-inset-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            var crowd = await SimulatedReaders.MakeAsync(wire, folder, people, cancellationToken, hasRead: false);
            await using var server = await MeasuredServer.StartAsync(folder, MeasuredServer.FreeAddress(), cancellationToken);
            var day = new Day();
            var clock = Stopwatch.StartNew();
            var length = TimeSpan.FromMinutes(minutes);
            await Task.WhenAll(
                crowd
                    .Members.Take(people)
                    .Select((member, i) => day.LiveAsync(new SimulatedReader(crowd.Version, member, server.Address), i, length, cancellationToken))
            );
            var (processor, peak) = server.Cost();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{people} people in {clock.Elapsed.TotalSeconds:0} s: {day.Signed} signed, {day.Errors.Count} errors, "
                        + $"{day.MostAtOnce} requests at once at most"
                )
            );
            foreach (var (kind, times) in day.Times.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                Console.WriteLine($"{kind, -12} {Spread([.. times])}");
            }

            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Server: {processor.TotalSeconds:0.0} s of processor time, {peak / 1_000_000} MB at most")
            );
            foreach (var error in day.Errors.Take(5))
            {
                Console.WriteLine(error);
            }

            return day.Errors.IsEmpty ? 0 : 1;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static string Spread(List<double> milliseconds)
    {
        milliseconds.Sort();
        double At(double share) => milliseconds[(int)Math.Round(share * (milliseconds.Count - 1))];
        return string.Create(CultureInfo.InvariantCulture, $"median {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, of {milliseconds.Count}");
    }

    /// <summary>What happens in the time: half of the people come at any moment of its first half, the others all at its beginning.</summary>
    private sealed class Day
    {
        private int now;
        private int most;
        private int signed;

        internal ConcurrentDictionary<string, ConcurrentBag<double>> Times { get; } = new(StringComparer.Ordinal);

        internal ConcurrentQueue<string> Errors { get; } = [];

        internal int MostAtOnce => most;

        internal int Signed => signed;

        internal async Task LiveAsync(SimulatedReader reader, int number, TimeSpan length, CancellationToken cancellationToken)
        {
            using (reader)
            {
                var random = new Random(number);
                try
                {
                    await Task.Delay(random.NextDouble() * (number % 2 == 0 ? 0.5 : 0.1) * length, cancellationToken);
                    await reader.ComeInAsync(WatchAsync, cancellationToken);
                    for (var ordinal = 0; ordinal < reader.Parts; ordinal++)
                    {
                        await Task.Delay(random.NextDouble() * 0.7 / reader.Parts * length, cancellationToken);
                        await reader.ConfirmAsync(ordinal, WatchAsync, cancellationToken);
                    }

                    await reader.SignAsync(WatchAsync, cancellationToken);
                    Interlocked.Increment(ref signed);
                }
                catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException)
                {
                    Errors.Enqueue(fault.Message);
                }
            }
        }

        private async Task<HttpResponseMessage> WatchAsync(string kind, Func<Task<HttpResponseMessage>> request)
        {
            var at = Interlocked.Increment(ref now);
            for (var seen = most; at > seen && Interlocked.CompareExchange(ref most, at, seen) != seen; seen = most) { }

            var clock = Stopwatch.StartNew();
            try
            {
                return await request();
            }
            finally
            {
                Times.GetOrAdd(kind, _ => []).Add(clock.Elapsed.TotalMilliseconds);
                Interlocked.Decrement(ref now);
            }
        }
    }
}
