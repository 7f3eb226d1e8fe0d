using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Demo.Large;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Cli;

/// <summary><c>demo</c>: the whole job with the real policy and invented people, on a store that is thrown away at the end.</summary>
internal sealed class DemoCommand(CommandLine.Wiring wire, CommandLine.Serving serve)
{
    private const string LastLine =
        "The people are invented, and so are the policies but one: the Social Media Policy is the school's own. "
        + "Stop with Ctrl+C: everything is then thrown away.";

    internal Command Build()
    {
        var port = new Option<int>("--port") { Description = "Port on this machine.", DefaultValueFactory = _ => 5080 };
        var people = new Option<int?>("--people") { Description = "A large school instead: so many invented people." };
        var policies = new Option<int>("--policies") { Description = "With so many invented policies.", DefaultValueFactory = _ => 40 };
        var years = new Option<int>("--years") { Description = "And so many years of signatures.", DefaultValueFactory = _ => 5 };
        var seed = new Option<int>("--seed") { Description = "Another seed gives other people.", DefaultValueFactory = _ => 1 };
        var demo = new Command("demo", "Show the whole job: the real policy, invented people, a store that is thrown away at the end.")
        {
            port,
            people,
            policies,
            years,
            seed,
        };
        demo.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(port),
                    parsed.GetValue(people) is { } count
                        ? new LargeSize(count, parsed.GetValue(policies), parsed.GetValue(years), parsed.GetValue(seed))
                        : null,
                    cancellationToken
                )
        );
        return demo;
    }

    private async Task<int> RunAsync(int port, LargeSize? size, CancellationToken cancellationToken)
    {
        if ((size?.Refusal() ?? RefusalOf(port)) is { } refusal)
        {
            return CommandLine.Refuse(refusal);
        }

        var temporary = Directory.CreateTempSubdirectory("stocksgreen-demo-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            Console.WriteLine(
                size is null ? "Making the demonstration: a term of a primary school …" : "Making a large school. Five thousand people take some minutes …"
            );
            if (size is null)
            {
                await FillAsync(folder, cancellationToken);
            }
            else
            {
                Console.WriteLine(await FillLargeAsync(folder, size, DateTimeOffset.UtcNow, cancellationToken));
            }

            var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
            return await ServeAsync(
                port,
                [
                    $"--urls={address}",
                    $"--{InductionOptions.AddressSetting}={address}",
                    $"--{MailOptions.Section}:PickupFolder={Path.Combine(temporary.FullName, "mail")}",
                    $"--{MailOptions.Section}:From={DemoSchool.Email(DemoStaffList.Office)}",
                ],
                folder
            );
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Asked before the store is filled, which takes its time.</summary>
    /// <returns>Null where the port may be listened on.</returns>
    private static string? RefusalOf(int port)
    {
        if (port is <= IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            return $"--port takes a number from 1 to {IPEndPoint.MaxPort}, not “{port.ToString(CultureInfo.InvariantCulture)}”.";
        }

        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            using var listener = new TcpListener(address, port);
            try
            {
                listener.Start();
            }
            catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                return Taken(port);
            }
            catch (SocketException)
            {
                // A machine without IPv6; the server does without it too.
            }
        }

        return null;
    }

    private static string Taken(int port) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Port {port} of this machine is taken, or may not be used. Stop what uses it, or choose another with --port {(port == 5081 ? 5082 : 5081)}."
        );

    private async Task<int> ServeAsync(int port, string[] settings, DataFolder folder)
    {
        try
        {
            return await serve(settings, folder, Announce);
        }
        catch (OperatorException refusal) when (refusal.InnerException is IOException or SocketException)
        {
            // Someone took the port meanwhile; the server's own words name an option that the demonstration has not.
            throw new OperatorException(Taken(port), refusal);
        }
    }

    /// <summary>Fills an empty store with the term that ends today.</summary>
    internal Task FillAsync(DataFolder folder, CancellationToken cancellationToken) => FillAsync(folder, DateTimeOffset.UtcNow, cancellationToken);

    /// <summary>Fills an empty store with the term that ends at an instant; also what tests start from.</summary>
    internal Task FillAsync(DataFolder folder, DateTimeOffset now, CancellationToken cancellationToken) =>
        FillAsync(folder, now, DemoPolicyList.Policies, cancellationToken);

    /// <summary>Fills an empty store with a large school; the few who sign in are those of the small one.</summary>
    /// <returns>What was made, in a sentence.</returns>
    internal async Task<string> FillLargeAsync(DataFolder folder, LargeSize size, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(now);
        var first = new DateTimeOffset((today.Month >= 9 ? today.Year : today.Year - 1) - size.Years + 1, 8, 24, 8, 0, 0, TimeSpan.Zero);
        await FillAsync(folder, first, [], cancellationToken);
        var services = wire(new ServiceCollection().AddLogging(), folder, true);
        services.AddSingleton<TimeProvider>(new DemoClock(now));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        return await new LargeSchool(scope.ServiceProvider, folder, size, now).FillAsync(cancellationToken);
    }

    /// <param name="policies">The invented policies next to the real one; none for a school that has only begun.</param>
    internal async Task FillAsync(DataFolder folder, DateTimeOffset now, IReadOnlyList<DemoPolicy> policies, CancellationToken cancellationToken)
    {
        var clock = new DemoClock(now);
        var services = wire(new ServiceCollection().AddLogging(), folder, true);
        services.AddSingleton<TimeProvider>(clock);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        var factory = scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>();
        await DatabaseStartup.PrepareAsync(factory, folder, cancellationToken);
        await new DemoSchool(scope.ServiceProvider, clock, LondonTime.DateIn(clock.Now), policies).FillAsync();
        // The server of this school was on every night: deleting on time goes on without anyone having to say that the date is right.
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.RetentionRuns.Add(new RetentionRun(EvidenceHash.ToWholeMilliseconds(clock.Now), rows: 0, confirmedBy: null));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Announce(string address)
    {
        Console.WriteLine(
            $"""

            The demonstration answers on {address}

              new starter                 {DemoSchool.Email(DemoStaffList.NewStarter)}
              teacher                     {DemoSchool.Email(DemoStaffList.Teacher)}
              office                      {DemoSchool.Email(DemoStaffList.Office)}
              headteacher, also the DSL   {DemoSchool.Email(DemoStaffList.Headteacher)}
              governor                    {DemoSchool.Email(DemoStaffList.Governor)}

              password of all five        {DemoSchool.Password}

            {LastLine}
            """
        );
    }
}
