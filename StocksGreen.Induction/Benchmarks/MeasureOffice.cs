using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MudBlazor.Services;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Demo.Large;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Features.Chasing.Matrix;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// <c>measure office</c>: how long the office's live pages take in a large school, and how much memory each open list keeps.
/// </summary>
internal sealed class MeasureOffice(CommandLine.Wiring wire)
{
    private const int Runs = 100;

    internal Command Build()
    {
        var people = new Option<int>("--people") { Description = "How many people.", DefaultValueFactory = _ => 5_000 };
        var policies = new Option<int>("--policies") { Description = "How many policies.", DefaultValueFactory = _ => 40 };
        var years = new Option<int>("--years") { Description = "How many years of signatures.", DefaultValueFactory = _ => 1 };
        var lists = new Option<int[]>("--lists")
        {
            Description = "How many lists are open at once, for each measurement of memory.",
            DefaultValueFactory = _ => [1, 50, 150],
            AllowMultipleArgumentsPerToken = true,
        };
        var office = new Command("office", "Measure the list, the matrix and a person's panel in a large school, and the memory of open lists.")
        {
            people,
            policies,
            years,
            lists,
        };
        office.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    new LargeSize(parsed.GetValue(people), parsed.GetValue(policies), parsed.GetValue(years), 1),
                    parsed.GetRequiredValue(lists),
                    cancellationToken
                )
        );
        return office;
    }

    private async Task<int> RunAsync(LargeSize size, int[] lists, CancellationToken cancellationToken)
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
            var registered = wire(new ServiceCollection().AddLogging(), folder, true);
            registered.AddRazorComponents();
            registered.AddMudServices();
            await using var services = registered.BuildServiceProvider();
            await MeasureTimesAsync(services, cancellationToken);
            var viewer = await ViewerAsync(services, cancellationToken);
            foreach (var count in lists)
            {
                var bytes = await MemoryOfAsync(services, viewer, count);
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{count} open lists: {bytes / 1024 / 1024:0.00} MB each, without what the connection keeps")
                );
            }

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

    private static async Task<ClaimsPrincipal> ViewerAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var id = (await db.People.FirstAsync(person => person.FullName == DemoStaffList.Office, cancellationToken)).Id;
        var account = await db.Users.SingleAsync(row => row.StaffId == id, cancellationToken);
        var viewer = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        ((ClaimsIdentity)viewer.Identity!).AddClaim(new Claim(SessionClaims.ProvedAt, DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)));
        return viewer;
    }

    /// <returns>Bytes that each of so many open lists keeps: its components, what they show, and the services of its circuit.</returns>
    private static async Task<double> MemoryOfAsync(ServiceProvider services, ClaimsPrincipal viewer, int count)
    {
        // One first, so that what is made once is not counted.
        await (await OpenAsync(services, viewer)).DisposeAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var open = new List<OpenList>();
        for (var number = 0; number < count; number++)
        {
            open.Add(await OpenAsync(services, viewer));
        }

        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
        foreach (var list in open)
        {
            await list.DisposeAsync();
        }

        return each;
    }

    private static async Task<OpenList> OpenAsync(ServiceProvider services, ClaimsPrincipal viewer)
    {
        var scope = services.CreateAsyncScope();
        var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        RenderFragment list = builder =>
        {
            builder.OpenComponent<ChaseIsland>(0);
            builder.CloseComponent();
        };
        await renderer.Dispatcher.InvokeAsync(() =>
            renderer.RenderComponentAsync<CascadingValue<Task<AuthenticationState>>>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["Value"] = Task.FromResult(new AuthenticationState(viewer)),
                        ["ChildContent"] = list,
                    }
                )
            )
        );
        return new OpenList(scope, renderer);
    }

    /// <summary>What a server keeps for one open page: a renderer and a scope of services.</summary>
    private sealed record OpenList(AsyncServiceScope Scope, HtmlRenderer Renderer) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Renderer.DisposeAsync();
            await Scope.DisposeAsync();
        }
    }
}
