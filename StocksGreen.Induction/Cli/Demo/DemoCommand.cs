using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Cli.Demo;

/// <summary><c>demo</c>: the whole job with the real policy and invented people, on a store that is thrown away at the end.</summary>
internal sealed class DemoCommand(CommandLine.Wiring wire, CommandLine.Serving serve)
{
    internal Command Build()
    {
        var port = new Option<int>("--port") { Description = "Port on this machine.", DefaultValueFactory = _ => 5080 };
        var demo = new Command("demo", "Show the whole job: the real policy, invented people, a store that is thrown away at the end.") { port };
        demo.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(port), cancellationToken));
        return demo;
    }

    private async Task<int> RunAsync(int port, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("stocksgreen-demo-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            Console.WriteLine("Making the demonstration: a term of a primary school …");
            await FillAsync(folder, cancellationToken);
            var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
            return await serve(
                [$"--urls={address}", $"--{MailOptions.AddressSetting}={address}", $"--{MailOptions.Section}PickupFolder={Path.Combine(temporary.FullName, "mail")}", $"--{MailOptions.Section}From={DemoSchool.Email(DemoStaffList.Office)}"],
                folder,
                Announce);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Fills an empty store with the term that ends today.</summary>
    internal Task FillAsync(DataFolder folder, CancellationToken cancellationToken) => FillAsync(folder, DateTimeOffset.UtcNow, cancellationToken);

    /// <summary>Fills an empty store with the term that ends at an instant; also what tests start from.</summary>
    internal Task FillAsync(DataFolder folder, DateTimeOffset now, CancellationToken cancellationToken) => FillAsync(folder, now, DemoPolicyList.Policies, cancellationToken);

    /// <param name="policies">The invented policies beside the real one; none for a school that has only begun.</param>
    internal async Task FillAsync(DataFolder folder, DateTimeOffset now, IReadOnlyList<DemoPolicy> policies, CancellationToken cancellationToken)
    {
        var clock = new DemoClock(now);
        var services = wire(new ServiceCollection().AddLogging(), folder, true);
        services.AddSingleton<TimeProvider>(clock);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await DatabaseStartup.PrepareAsync(scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>(), folder, cancellationToken);
        await new DemoSchool(scope.ServiceProvider, clock, LondonTime.DateIn(clock.Now), policies).FillAsync();
    }

    private static void Announce(string address)
    {
        Console.WriteLine($"""

            The demonstration answers on {address}

              new starter                 {DemoSchool.Email(DemoStaffList.NewStarter)}
              teacher                     {DemoSchool.Email(DemoStaffList.Teacher)}
              office                      {DemoSchool.Email(DemoStaffList.Office)}
              headteacher, also the DSL   {DemoSchool.Email(DemoStaffList.Headteacher)}
              governor                    {DemoSchool.Email(DemoStaffList.Governor)}

              password of all five        {DemoSchool.Password}

            The people are invented, and so are the policies but one: the Social Media Policy is the school's own. Stop with Ctrl+C: everything is then thrown away.
            """);
    }
}
