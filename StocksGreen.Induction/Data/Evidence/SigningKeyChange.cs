using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>Takes another key into use. The evidence names it first: what a key signs that no entry names is nobody's.</summary>
public sealed class SigningKeyChange(SigningKeyStore keys, EvidenceWriter evidence, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>The key in use vouches for the next one; where it cannot be read, or is no key of the school, the entry says that it was lost.</summary>
    /// <param name="by">Who takes it into use.</param>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public async Task ExecuteAsync(SigningKey next, string by, CancellationToken cancellationToken)
    {
        var current = keys.Current();
        await evidence.NameKeyAsync(
            async db => current is not null && (await NamedKeys.ReadAsync(db, cancellationToken)).Has(current.Certificate) ? current : null,
            next,
            by,
            cancellationToken
        );
        keys.TakeIntoUse(next);
    }

    /// <summary>
    /// At the start of a server: makes another key where none can be read or it has ended, and names the one in use where another was named last, as after an
    /// older back-up was restored.
    /// </summary>
    /// <param name="school">Name of the school, for those who look at the certificate.</param>
    /// <returns>What to tell anyone who looks after the server; null where the key was as it should be.</returns>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public async Task<string?> EnsureAsync(string school, CancellationToken cancellationToken)
    {
        var current = keys.Current();
        NamedKeys named;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            named = await NamedKeys.ReadAsync(db, cancellationToken);
        }

        if (current is null || current.HasEnded(clock.GetUtcNow()))
        {
            await ExecuteAsync(keys.Create(school), Software.NameAndVersion, cancellationToken);
            return current is null
                ? "The school’s key could not be read, so another was made. Every paper says from now on that the earlier one does not vouch for it."
                : "The school’s key had ended, so another was made.";
        }

        // Of a chain whose first entry does not hold nothing is to be trusted, and nothing made good: the check says so.
        if (named.Last is not { } last || last.Fingerprint == KeyFacts.FingerprintOf(current.Certificate))
        {
            return null;
        }

        await ExecuteAsync(current, Software.NameAndVersion, cancellationToken);
        return "The school’s key in use was not the one that the evidence names last. An entry says so from now on.";
    }
}
