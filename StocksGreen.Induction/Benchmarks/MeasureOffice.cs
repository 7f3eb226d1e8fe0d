using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo.Large;
using StocksGreen.Induction.Features.Chasing.Matrix;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Benchmarks;

/// <summary><c>measure office</c>: how long what the office's live pages ask takes in a large school.</summary>
internal sealed class MeasureOffice(CommandLine.Wiring wire)
{
    private const int Runs = 100;

    internal Command Build()
    {
        var people = new Option<int>("--people") { Description = "How many people.", DefaultValueFactory = _ => 5_000 };
        var policies = new Option<int>("--policies") { Description = "How many policies.", DefaultValueFactory = _ => 40 };
        var years = new Option<int>("--years") { Description = "How many years of signatures.", DefaultValueFactory = _ => 1 };
        var office = new Command("office", "Measure the list, the matrix and a person's panel in a large school.") { people, policies, years };
        office.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(new LargeSize(parsed.GetValue(people), parsed.GetValue(policies), parsed.GetValue(years), 1), cancellationToken)
        );
        return office;
    }

    private async Task<int> RunAsync(LargeSize size, CancellationToken cancellationToken)
    {
        if (size.Refusal() is { } refusal)
        {
            return CommandLine.Refuse(refusal);
        }

        var temporary = Directory.CreateTempSubdirectory("stocksgreen-office-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            Console.WriteLine(
                await new DemoCommand(wire, (_, _, _) => Task.FromResult(0)).FillLargeAsync(folder, size, DateTimeOffset.UtcNow, cancellationToken)
            );
            await using var services = wire(new ServiceCollection().AddLogging(), folder, true).BuildServiceProvider(validateScopes: true);
            await MeasureTimesAsync(services, cancellationToken);
            return 0;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task MeasureTimesAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var actor = StoreOption.Actor(services.GetRequiredService<TimeProvider>());
        var list = scope.ServiceProvider.GetRequiredService<ChaseListQuery>();
        var matrix = scope.ServiceProvider.GetRequiredService<MatrixQuery>();
        var panel = scope.ServiceProvider.GetRequiredService<PanelQuery>();
        var first = await list.ExecuteAsync(actor, new ChaseFilter(), cancellationToken);
        await TimeAsync("List, first page", _ => list.ExecuteAsync(actor, new ChaseFilter(), cancellationToken));
        await TimeAsync("Matrix, one page", run => matrix.ExecuteAsync(actor, new ChaseFilter(Page: (run % 9) + 1), cancellationToken));
        await TimeAsync("Panel of a person", run => panel.ExecuteAsync(actor, first!.People[run % first.People.Count].StaffId, cancellationToken));
    }

    private static async Task TimeAsync(string what, Func<int, Task> ask)
    {
        await ask(0);
        var times = new List<double>();
        for (var run = 1; run <= Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            await ask(run);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -20} median {times[times.Count / 2]:0.0} ms, p95 {times[(int)Math.Round(0.95 * (times.Count - 1))]:0.0} ms"
            )
        );
    }
}
