using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Evidence;

namespace StocksGreen.Induction.Cli;

/// <summary>
/// <c>evidence verify</c>: re-computes the whole chain; exits 0 when it holds, 1 naming the first broken entry, 2 when it could not be read.
/// With <c>--against FILE</c> it asks also whether it still leads to anchors that were given out.
/// </summary>
internal sealed class EvidenceCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var data = StoreOption.Create();
        var against = new Option<string?>("--against")
        {
            Description = "A witness file or a saved letter with anchors: also say whether the chain was cut or written again since.",
            HelpName = "file",
        };
        var verify = new Command("verify", "Re-compute the whole chain of evidence and name the first entry that does not hold.") { data, against };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetValue(data), parsed.GetValue(against), cancellationToken));
        var of = StoreOption.Create();
        var accept = new Command(
            "accept-loss",
            "Go on with a database whose last part is lost, and seal that it is. Restore a back-up instead where there is one that is newer."
        )
        {
            of,
        };
        accept.SetAction((parsed, cancellationToken) => AcceptLossAsync(parsed.GetValue(of), cancellationToken));
        return new Command("evidence", "Look after the chain of evidence.") { verify, accept };
    }

    private async Task<int> AcceptLossAsync(string? folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder, mayWrite: true);
        using var only = DatabaseLock.Take(StoreOption.Folder(folder));
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var last = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        var known = scope.ServiceProvider.GetRequiredService<EvidenceHead>().Read();
        if (last is null)
        {
            return CommandLine.Refuse("The database holds no evidence at all: restore a back-up.");
        }

        if (EvidenceHead.Missing(known, last) is not { } missing)
        {
            return CommandLine.Refuse("Nothing is missing from the end of the evidence, so there is no loss to accept.");
        }

        var writer = scope.ServiceProvider.GetRequiredService<EvidenceWriter>();
        var school = await scope.ServiceProvider.GetRequiredService<CurrentSchool>().GetAsync(cancellationToken);
        writer.TakeEnd(last.Number, last.Hash);
        if (await scope.ServiceProvider.GetRequiredService<SigningKeyChange>().EnsureAsync(school?.Name ?? "", cancellationToken) is { } told)
        {
            Console.WriteLine(told);
        }

        var entry = await writer.RestoreAsync(backup: null, known, cancellationToken);
        Console.WriteLine(missing);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Number} says so from now on."));
        return 0;
    }

    private async Task<int> VerifyAsync(string? folder, string? against, CancellationToken cancellationToken)
    {
        byte[]? anchors = null;
        try
        {
            anchors = against is null ? null : await File.ReadAllBytesAsync(against, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{against} cannot be read: {fault.Message}");
        }

        await using var services = StoreOption.Open(wire, folder);
        await using var scope = services.CreateAsyncScope();
        if (await DamageAsync(scope.ServiceProvider, cancellationToken) is { } damage)
        {
            Console.WriteLine(
                $"The database is damaged ({damage}): a disk or an interrupted copy did that. Whether anyone changed it cannot be told; restore a back-up."
            );
            return 1;
        }

        try
        {
            switch (await scope.ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(cancellationToken))
            {
                case ChainVerdict.Intact intact:
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The chain holds: {intact.Entries} entries, head {intact.HeadHash}"));
                    Console.WriteLine(await SignedAsync(scope.ServiceProvider, cancellationToken));
                    foreach (var note in intact.Notes)
                    {
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {note.Number}: {note.Sentence}"));
                    }

                    if (scope.ServiceProvider.GetRequiredService<SigningKeyStore>().Fault() is { } fault && intact.Entries > 0)
                    {
                        Console.WriteLine(fault);
                        return 1;
                    }

                    return anchors is null ? 0 : await CompareAsync(scope.ServiceProvider, anchors, against!, cancellationToken);
                case ChainVerdict.Broken broken:
                    Console.WriteLine(broken.Sentence);
                    return 1;
                default:
                    throw new InvalidOperationException("The chain neither holds nor is broken.");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"The school’s keys cannot be read: {fault.Message}");
        }
    }

    private static async Task<string?> DamageAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        return (await db.Provider.DamageAsync(db, isThorough: true, cancellationToken))?.Trim();
    }

    private static async Task<int> CompareAsync(IServiceProvider services, byte[] file, string name, CancellationToken cancellationToken)
    {
        var (count, last, fault) = await services.GetRequiredService<CompareAnchors>().ExecuteAsync(file, cancellationToken);
        if (last is null)
        {
            return CommandLine.Refuse($"{name} holds no anchor.");
        }

        var stamp = CheckpointStamp.Read(last) is var (at, by) ? $" The last was stamped by {by} at {LondonTime.ToWordsWithUtc(at)}." : "";
        var anchors = count == 1 ? "the anchor" : string.Create(CultureInfo.InvariantCulture, $"each of {count} anchors");
        Console.WriteLine(
            fault
                ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"The chain leads to {anchors}; the last, of {LondonTime.ToWords(last.Checkpoint.At)}, fixes entry {last.Checkpoint.Size}.{stamp}"
                )
        );
        return fault is null ? 0 : 1;
    }

    private static async Task<string> SignedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var named = await NamedKeys.ReadAsync(db, cancellationToken);
        return named.First is not { } first
            ? "There are no entries, so no key signed any."
            : $"Each entry is signed with a key of the school. Its first key’s certificate has the SHA-256 {first.Fingerprint}: compare it with a paper."
                + (
                    services.GetRequiredService<SigningKeyStore>() is var keys && keys.Current() is null && keys.Fault() is null
                        ? " The key in use cannot be read from here, so it was not compared with the last that the evidence names."
                        : ""
                );
    }
}
