using System.CommandLine;
using System.Globalization;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;

namespace StocksGreen.Induction.Cli;

/// <summary><c>evidence verify</c>: re-computes the whole chain; exits 0 when it holds, 1 naming the first broken entry, 2 when it could not be read.</summary>
internal sealed class EvidenceCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var data = StoreOption.Create();
        var verify = new Command("verify", "Re-compute the whole chain of evidence and name the first entry that does not hold.") { data };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetValue(data), cancellationToken));
        return new Command("evidence", "Look after the chain of evidence.") { verify };
    }

    private async Task<int> VerifyAsync(string? folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder);
        await using var scope = services.CreateAsyncScope();
        try
        {
            switch (await scope.ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(cancellationToken))
            {
                case ChainVerdict.Intact intact:
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The chain holds: {intact.Entries} entries, head {intact.HeadHash}"));
                    Console.WriteLine(Signed(scope.ServiceProvider.GetRequiredService<EvidenceSigner>().From));
                    return 0;
                case ChainVerdict.Broken broken:
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The chain is broken at entry {broken.Number}: {broken.Reason}"));
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

    private static string Signed(long? from) =>
        from switch
        {
            null => "Signatures of entries were not checked: the school’s keys are not next to the database, or never signed one.",
            1 => "Each entry is signed with a key of the school.",
            { } number => string.Create(
                CultureInfo.InvariantCulture,
                $"Each entry from {number} on is signed with a key of the school; those before it are from a time when entries were not signed, or "
                    + $"their keys are gone."
            ),
        };
}
