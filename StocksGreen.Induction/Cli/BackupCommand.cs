using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Evidence.Backups;

namespace StocksGreen.Induction.Cli;

/// <summary>
/// <c>backup [FILE]</c>, <c>backup verify FILE</c>, <c>backup recovery-key</c> and <c>restore FILE</c>: the school's data as one file, made while the server
/// works and put back while it does not. Each exits 0 when it is done, 1 when a back-up cannot be relied on, 2 when nothing was done.
/// </summary>
internal sealed class BackupCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var (data, of) = (StoreOption.Create(), StoreOption.Create());
        var file = new Argument<string?>("file")
        {
            Description = "File to write, which must not be there yet; else one in the folder of back-ups.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var which = new Argument<string>("file") { Description = "A back-up (induction-….zip)." };
        var verify = new Command("verify", "Open a back-up, compare everything in it with its hashes and check its evidence.") { which };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetRequiredValue(which), cancellationToken));
        var key = new Command("recovery-key", "Make the key that opens the school’s keys in back-ups from now on, and print it this once.") { of };
        key.SetAction((parsed, _) => MakeKeyAsync(parsed.GetValue(of)));
        var backup = new Command("backup", "Back the school up into one file, also while the server works.") { file, data, verify, key };
        backup.SetAction((parsed, cancellationToken) => MakeAsync(parsed.GetValue(data), parsed.GetValue(file), cancellationToken));
        return backup;
    }

    internal Command BuildRestore()
    {
        var data = StoreOption.Create();
        var file = new Argument<string>("file") { Description = "A back-up (induction-….zip)." };
        var key = new Option<string?>("--recovery-key")
        {
            Description = "The recovery key as it was printed; needed where the school’s keys are not there.",
            HelpName = "key",
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "Go on where the data that is there is newer or cannot be read; it is kept in a folder next to it.",
        };
        var without = new Option<bool>("--without-keys")
        {
            Description = "Go on with a new key where the school’s own cannot be had. Every later paper says so.",
        };
        var restore = new Command("restore", "Put a back-up in the place of the school’s data. Stop the server first.") { file, data, key, replace, without };
        restore.SetAction(
            (parsed, cancellationToken) =>
                RestoreAsync(
                    parsed.GetValue(data),
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(key),
                    parsed.GetValue(replace),
                    parsed.GetValue(without),
                    cancellationToken
                )
        );
        return restore;
    }

    private async Task<int> MakeAsync(string? folder, string? file, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder, mayWrite: true);
        await using var scope = services.CreateAsyncScope();
        var actor = StoreOption.Actor(scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var answer = await scope.ServiceProvider.GetRequiredService<MakeBackup>().ExecuteAsync(actor, file, cancellationToken);
        return answer.Match(
            made =>
            {
                Console.WriteLine($"Backed up and checked: {made.Path}");
                Describe(made.Manifest);
                return made.Manifest.Fault is null ? 0 : 1;
            },
            errors => CommandLine.Refuse(Sentences(errors)),
            () => CommandLine.Refuse("This cannot be done from here.")
        );
    }

    private async Task<int> VerifyAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return CommandLine.Refuse($"There is no file at {file}.");
        }

        var work = Directory.CreateTempSubdirectory("induction-backup-");
        try
        {
            var manifest = await BackupFile.ExtractAsync(file, work.FullName, cancellationToken);
            await using var services = wire(new ServiceCollection().AddLogging(), DataFolder.At(work.FullName), mayWrite: false)
                .BuildServiceProvider(validateScopes: true);
            await using var scope = services.CreateAsyncScope();
            var (entries, head, fault) = await BackupCheck.ExecuteAsync(scope.ServiceProvider, asksEvidence: true, cancellationToken);
            if (fault is null && (entries, head) != (manifest.Entries, manifest.HeadHash))
            {
                fault = "Its evidence does not end where its list of contents says.";
            }

            Console.WriteLine(fault is null ? $"{file} is whole, and its evidence holds." : $"{file} is whole, and its evidence does not hold. {fault}");
            Describe(manifest with { Fault = null });
            return fault is null ? 0 : 1;
        }
        catch (DamagedBackupException damage)
        {
            Console.WriteLine($"{file} cannot be relied on. {damage.Message}");
            return 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{file} cannot be read: {fault.Message}");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<int> MakeKeyAsync(string? folder)
    {
        await using var services = StoreOption.Open(wire, folder, mayWrite: true);
        await using var scope = services.CreateAsyncScope();
        return (
            await scope
                .ServiceProvider.GetRequiredService<MakeRecoveryKey>()
                .ExecuteAsync(StoreOption.Actor(scope.ServiceProvider.GetRequiredService<TimeProvider>()))
        ).Match(
            key =>
            {
                Console.WriteLine(key);
                Console.Error.WriteLine(
                    "Write it down or print it, and keep it in the school’s safe: it is shown this once. Back-ups that are made from now on are "
                        + "opened with it."
                );
                return 0;
            },
            errors => CommandLine.Refuse(Sentences(errors)),
            () => CommandLine.Refuse("This cannot be done from here.")
        );
    }

    private async Task<int> RestoreAsync(
        string? folder,
        string file,
        string? recoveryKey,
        bool mayReplace,
        bool withoutKeys,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(file))
        {
            return CommandLine.Refuse($"There is no file at {file}.");
        }

        var restore = new RestoreBackup(
            (store, mayWrite) => wire(new ServiceCollection().AddLogging(), store, mayWrite).BuildServiceProvider(validateScopes: true)
        );
        var answer = await restore.ExecuteAsync(file, StoreOption.Folder(folder), recoveryKey, mayReplace, withoutKeys, cancellationToken);
        return answer.Match(
            lines =>
            {
                foreach (var line in lines)
                {
                    Console.WriteLine(line);
                }

                return 0;
            },
            errors => CommandLine.Refuse(Sentences(errors)),
            () => CommandLine.Refuse("This cannot be done from here.")
        );
    }

    private static string Sentences(IEnumerable<ValidationError> errors) => string.Join(Environment.NewLine, errors.Select(error => error.Sentence));

    private static void Describe(BackupManifest manifest)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(manifest.School.Length > 0 ? manifest.School : "No school yet")}, {LondonTime.ToWords(manifest.MadeAt)}: {manifest.Entries} entries, "
                    + $"head {manifest.HeadHash}"
            )
        );
        if (manifest.Keys is null)
        {
            Console.WriteLine("It does not hold the school’s keys: make a recovery key first (backup recovery-key), then back up again.");
        }

        if (manifest.Fault is { } fault)
        {
            Console.WriteLine($"The evidence did not hold when it was made. {fault}");
        }
    }
}
