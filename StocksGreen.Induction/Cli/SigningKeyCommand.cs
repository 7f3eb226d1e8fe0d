using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Cli;

/// <summary>
/// <c>seal show|new|import FILE.pfx</c>: the key with which the school seals its papers. A server that is running takes a new key into use by itself.
/// </summary>
internal sealed class SigningKeyCommand(CommandLine.Wiring wire)
{
    private const int LargestFile = 1024 * 1024;
    private const string By = "Command line";

    private delegate Task<int> Doing(IServiceProvider services, SigningKeyStore keys, string school, CancellationToken cancellationToken);

    internal Command Build()
    {
        var file = new Argument<string>("file") { Description = "The bought key with its certificates (.pfx or .p12)." };
        var import = new Command("import", "Take a bought key into use. Its password is read from standard input.") { file };
        var show = new Command("show", "Say which key seals, and until when.");
        var make = new Command("new", "Make a new key of the school’s own and seal with it from now on. Papers sealed earlier can still be checked.");
        Set(show, (_, _) => (services, keys, _, _) => Task.FromResult(Show(services, keys)));
        Set(
            make,
            (_, _) =>
                async (services, keys, school, cancellationToken) =>
                {
                    await services.GetRequiredService<SigningKeyChange>().ExecuteAsync(keys.Create(school), By, cancellationToken);
                    return Show(services, keys);
                }
        );
        Set(import, (parsed, _) => (services, keys, _, cancellationToken) => ImportAsync(services, keys, parsed.GetRequiredValue(file), cancellationToken));
        return new Command("seal", "Look after the key with which papers are sealed.") { show, make, import };
    }

    private void Set(Command command, Func<ParseResult, CancellationToken, Doing> doing)
    {
        var data = StoreOption.Create();
        command.Add(data);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data), doing(parsed, cancellationToken), cancellationToken));
    }

    private async Task<int> RunAsync(string? folder, Doing doing, CancellationToken cancellationToken)
    {
        await using var store = StoreOption.Open(wire, folder, mayWrite: true);
        await using var scope = store.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        return await db.Schools.AsNoTracking().Select(school => school.Name).SingleOrDefaultAsync(cancellationToken) is { } school
            ? await doing(services, services.GetRequiredService<SigningKeyStore>(), school, cancellationToken)
            : CommandLine.Refuse("The school is not set up yet, so there is nothing to seal.");
    }

    private static async Task<int> ImportAsync(IServiceProvider services, SigningKeyStore keys, string path, CancellationToken cancellationToken)
    {
        byte[] pfx;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            {
                return CommandLine.Refuse($"{path} is too large to be a key.");
            }

            pfx = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{path} cannot be read: {fault.Message}");
        }

        await Console.Error.WriteLineAsync("Password of the file (press Enter for none):");
        var (key, refusal) = keys.Open(pfx, Console.ReadLine() ?? "");
        if (key is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        await services.GetRequiredService<SigningKeyChange>().ExecuteAsync(key, By, cancellationToken);
        return Show(services, keys);
    }

    private static int Show(IServiceProvider services, SigningKeyStore keys)
    {
        if (keys.Current() is not { } key)
        {
            return CommandLine.Refuse("There is no key that can be read. Start the server once, or make one: seal new.");
        }

        Console.WriteLine($"{(key.IsOwn ? "The school’s own key" : "A bought key")}: {key.Certificate.Subject}");
        Console.WriteLine($"Valid until {LondonTime.ToWords(key.EndsAt)}");
        Console.WriteLine($"Certificate, SHA-256: {KeyFacts.FingerprintOf(key.Certificate)}");
        if (key.WarningAt(services.GetRequiredService<TimeProvider>().GetUtcNow()) is { } warning)
        {
            Console.WriteLine(warning);
        }

        return 0;
    }
}
