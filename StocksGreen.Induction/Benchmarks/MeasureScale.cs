using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Demo.Large;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// <c>measure scale</c>: how long the office's questions take in a small and in a large school, side by side, and by which way the database answers them.
/// </summary>
internal sealed class MeasureScale(CommandLine.Wiring wire)
{
    private const int Runs = 60;

    private static readonly string[] Names = ["chloe fairbairn", "NOWAK", "yusuf", "o'sullivan", "rees", "lunchtime zoe", "bello cook"];

    private delegate Task Asking(IServiceProvider services, Actor actor, int run, CancellationToken cancellationToken);

    internal Command Build()
    {
        var people = new Option<int[]>("--people")
        {
            Description = "How many people, a school each.",
            DefaultValueFactory = _ => [500, 5_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var policies = new Option<int>("--policies") { Description = "How many policies.", DefaultValueFactory = _ => 40 };
        var years = new Option<int>("--years") { Description = "How many years of signatures.", DefaultValueFactory = _ => 5 };
        var scale = new Command(
            "scale",
            "Measure the office's list and its figures in schools of several sizes, with the query plans. Filling the large one takes minutes and gigabytes."
        )
        {
            people,
            policies,
            years,
        };
        scale.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(people), parsed.GetValue(policies), parsed.GetValue(years), cancellationToken)
        );
        return scale;
    }

    private static IReadOnlyList<(string Question, Asking Ask)> Questions() =>
        [
            ("First page", List(_ => new ChaseFilter())),
            (
                "Filter: one policy, overdue",
                ListBy((list, run) => new ChaseFilter(Policy: list.Policies[run % list.Policies.Count].Id, Standing: ChaseStanding.Overdue))
            ),
            ("Filter: one role", ListBy((list, run) => new ChaseFilter(JobTitle: list.JobTitles[run % list.JobTitles.Count]))),
            ("Filter: one team", ListBy((list, run) => new ChaseFilter(Lead: list.Leads[run % list.Leads.Count].Id))),
            ("Search: a name", List(run => new ChaseFilter(Search: Names[run % Names.Length]))),
            ("Search: a policy", List(run => new ChaseFilter(Search: run % 2 == 0 ? "fire safety" : "visits"))),
            ("Sorted by role, page 9", List(_ => new ChaseFilter(Order: ChaseOrder.Role, Page: 9))),
            ("Today", (services, actor, _, cancellationToken) => services.GetRequiredService<TodayQuery>().ExecuteAsync(actor, cancellationToken)),
            (
                "Choose all that are overdue",
                (services, actor, _, cancellationToken) =>
                    services.GetRequiredService<ChaseListQuery>().ChoosableAsync(actor, new ChaseFilter(Standing: ChaseStanding.Overdue), cancellationToken)
            ),
            ("One person derived again", DeriveOneAsync),
        ];

    private static Asking List(Func<int, ChaseFilter> filter) =>
        (services, actor, run, cancellationToken) => services.GetRequiredService<ChaseListQuery>().ExecuteAsync(actor, filter(run), cancellationToken);

    private static Asking ListBy(Func<ChaseList, int, ChaseFilter> filter)
    {
        ChaseList? choices = null;
        return async (services, actor, run, cancellationToken) =>
        {
            var query = services.GetRequiredService<ChaseListQuery>();
            choices ??= await query.ExecuteAsync(actor, new ChaseFilter(), cancellationToken);
            await query.ExecuteAsync(actor, filter(choices!, run), cancellationToken);
        };
    }

    /// <summary>What each signature pays for the lines: its own person and no one else.</summary>
    private static async Task DeriveOneAsync(IServiceProvider services, Actor actor, int run, CancellationToken cancellationToken)
    {
        await services
            .GetRequiredService<EvidenceWriter>()
            .WriteAsync(
                (db, _) =>
                    db.Database.ExecuteSqlAsync(
                        $"INSERT INTO RequirementsToDerive (Scope, Key) SELECT 'person', Id FROM People WHERE true LIMIT 1 OFFSET {run} ON CONFLICT DO NOTHING",
                        cancellationToken
                    ),
                cancellationToken
            );
    }

    private async Task<int> RunAsync(int[] sizes, int policies, int years, CancellationToken cancellationToken)
    {
        if (sizes.Select(people => new LargeSize(people, policies, years, 1).Refusal()).OfType<string>().FirstOrDefault() is { } refusal)
        {
            return CommandLine.Refuse(refusal);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, {Runs} runs of each question"
            )
        );
        var measured = new List<(string Question, string Figures)[]>();
        IReadOnlyList<(string Question, IReadOnlyList<string> Steps)> plans = [];
        foreach (var people in sizes)
        {
            (var figures, plans) = await MeasureAsync(new LargeSize(people, policies, years, 1), cancellationToken);
            measured.Add(figures);
        }

        Console.WriteLine();
        Console.WriteLine(
            $"{"", -30}{string.Concat(sizes.Select(people => $"{people.ToString("N0", CultureInfo.InvariantCulture)} people: median, p95".PadLeft(34)))}"
        );
        for (var row = 0; row < measured[0].Length; row++)
        {
            Console.WriteLine($"{measured[0][row].Question, -30}{string.Concat(measured.Select(column => column[row].Figures.PadLeft(34)))}");
        }

        Console.WriteLine();
        Console.WriteLine("Query plans of the last:");
        foreach (var (question, steps) in plans)
        {
            Console.WriteLine($"{question}{string.Concat(steps.Select(step => $"{Environment.NewLine}    {step}"))}");
        }

        return 0;
    }

    private async Task<((string Question, string Figures)[] Figures, IReadOnlyList<(string Question, IReadOnlyList<string> Steps)> Plans)> MeasureAsync(
        LargeSize size,
        CancellationToken cancellationToken
    )
    {
        var temporary = Directory.CreateTempSubdirectory("stocksgreen-scale-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            Console.WriteLine(
                await new DemoCommand(wire, (_, _, _) => Task.FromResult(0)).FillLargeAsync(folder, size, DateTimeOffset.UtcNow, cancellationToken)
            );
            var registered = wire(new ServiceCollection().AddLogging(), folder, true);
            registered.AddSingleton<QueryPlans>();
            registered.ConfigureDbContext<InductionDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<QueryPlans>()));
            await using var services = registered.BuildServiceProvider(validateScopes: true);
            var asked = services.GetRequiredService<QueryPlans>();
            await using var scope = services.CreateAsyncScope();
            var actor = StoreOption.Actor(services.GetRequiredService<TimeProvider>());
            var figures = new List<(string, string)>();
            var plans = new List<(string, IReadOnlyList<string>)>();
            foreach (var (question, ask) in Questions())
            {
                await ask(scope.ServiceProvider, actor, 0, cancellationToken);
                asked.IsAsking = true;
                await ask(scope.ServiceProvider, actor, 1, cancellationToken);
                asked.IsAsking = false;
                plans.Add((question, asked.Take()));
                var times = new List<double>();
                for (var run = 2; run < Runs + 2; run++)
                {
                    var clock = Stopwatch.StartNew();
                    await ask(scope.ServiceProvider, actor, run, cancellationToken);
                    times.Add(clock.Elapsed.TotalMilliseconds);
                }

                times.Sort();
                figures.Add(
                    (
                        question,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{times[times.Count / 2]:0.0} ms, {times[(int)Math.Round(0.95 * (times.Count - 1))]:0.0} ms"
                        )
                    )
                );
            }

            return ([.. figures], plans);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
