using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;

namespace StocksGreen.Induction.Benchmarks;

/// <summary><c>measure kills</c>: people sign while the server is killed again and again; nothing that was answered may be lost.</summary>
internal sealed class MeasureKills(CommandLine.Wiring wire)
{
    private const int Clients = 4;

    internal Command Build()
    {
        var times = new Option<int>("--times") { Description = "How often the server is killed.", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Of the moments at which it is killed.", DefaultValueFactory = _ => 1 };
        var command = new Command("kills", "Kill the server again and again while people sign; count what was answered and is not there.") { times, seed };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(times), parsed.GetValue(seed), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(int kills, int seed, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("stocksgreen-kills-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            var crowd = await SimulatedReaders.MakeAsync(wire, folder, Math.Max(20, kills * 2), cancellationToken, hasRead: false);
            var address = MeasuredServer.FreeAddress();
            var told = new Told();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var waiting = new ConcurrentQueue<SimulatedReaders.Member>(crowd.Members);
            var clients = Enumerable
                .Range(0, Clients)
                .Select(_ => Task.Run(() => ReadAsync(crowd, waiting, address, told, end.Token), CancellationToken.None))
                .ToList();
            var random = new Random(seed);
            List<double> starts = [];
            for (var i = 0; i < kills; i++)
            {
                await using var server = await MeasuredServer.StartAsync(folder, address, cancellationToken);
                starts.Add(server.Start.TotalSeconds);
                await Task.Delay(TimeSpan.FromSeconds(0.1 + (random.NextDouble() * 1.9)), cancellationToken);
                await server.KillAsync();
            }

            await end.CancelAsync();
            await Task.WhenAll(clients);
            return await CompareAsync(folder, told, kills, starts, cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task ReadAsync(
        SimulatedReaders crowd,
        ConcurrentQueue<SimulatedReaders.Member> waiting,
        Uri address,
        Told told,
        CancellationToken cancellationToken
    )
    {
        while (!cancellationToken.IsCancellationRequested && waiting.TryDequeue(out var member))
        {
            using var reader = new SimulatedReader(crowd.Version, member, address);
            // A link whose answer was lost is used up; that person asks the office for another, and the next one comes.
            if (!await UntilAnsweredAsync(() => reader.ComeInAsync(Unwatched, cancellationToken), isOnce: true, cancellationToken))
            {
                continue;
            }

            for (var ordinal = 0; ordinal < reader.Parts; ordinal++)
            {
                var part = ordinal;
                if (!await UntilAnsweredAsync(() => reader.ConfirmAsync(part, Unwatched, cancellationToken), isOnce: false, cancellationToken))
                {
                    return;
                }

                told.Confirmations.Add((reader.Name, part));
            }

            if (await UntilAnsweredAsync(() => reader.SignAsync(Unwatched, cancellationToken), isOnce: false, cancellationToken))
            {
                told.Signatures.Add(reader.Name);
            }
        }
    }

    /// <returns>False where it was given up.</returns>
    private static async Task<bool> UntilAnsweredAsync(Func<Task> act, bool isOnce, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await act();
                return true;
            }
            catch (Exception fault) when (fault is HttpRequestException or InvalidOperationException or OperationCanceledException)
            {
                if (isOnce && fault is InvalidOperationException)
                {
                    return false;
                }

                await Task.Delay(50, CancellationToken.None);
            }
        }

        return false;
    }

    private async Task<int> CompareAsync(DataFolder folder, Told told, int kills, List<double> starts, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder.FolderPath);
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var names = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var confirmed = (await db.Confirmations.AsNoTracking().Select(row => new { row.StaffId, row.Ordinal }).ToListAsync(cancellationToken))
            .Select(row => (names[row.StaffId], row.Ordinal))
            .ToHashSet();
        var signed = (await db.Attestations.AsNoTracking().Select(row => row.StaffId).ToListAsync(cancellationToken))
            .Select(id => names[id])
            .ToHashSet(StringComparer.Ordinal);
        var lost = told.Confirmations.Count(one => !confirmed.Contains(one)) + told.Signatures.Count(one => !signed.Contains(one));
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(cancellationToken);
        starts.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kills} kills; answered {told.Confirmations.Count} confirmations and {told.Signatures.Count} signatures; {lost} lost; "
                    + $"evidence {(verdict is ChainVerdict.Intact intact ? $"holds, {intact.Entries} entries" : "does not hold")}; "
                    + $"start median {starts[starts.Count / 2]:0.0} s, longest {starts[^1]:0.0} s"
            )
        );
        return lost == 0 && verdict is ChainVerdict.Intact ? 0 : 1;
    }

    private static Task<HttpResponseMessage> Unwatched(string kind, Func<Task<HttpResponseMessage>> request) => request();

    /// <summary>What people were told is done.</summary>
    private sealed class Told
    {
        internal ConcurrentBag<(string Name, int Part)> Confirmations { get; } = [];

        internal ConcurrentBag<string> Signatures { get; } = [];
    }
}
