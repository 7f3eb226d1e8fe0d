using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>The rows of one table by the entry of evidence that each claims.</summary>
internal sealed class Claims<T> : IClaims
    where T : class
{
    private readonly string noun;
    private readonly Func<EvidenceEntry, T, bool> isSealed;
    private readonly bool mayBePurged;
    private readonly AsWritten<T> written;
    private readonly Dictionary<long, List<T>> rows = [];
    private readonly HashSet<long> unreadable = [];
    private bool hasUnnumbered;

    private Claims(string noun, Func<EvidenceEntry, T, bool> isSealed, bool mayBePurged, AsWritten<T> written)
    {
        this.noun = noun;
        this.isSealed = isSealed;
        this.mayBePurged = mayBePurged;
        this.written = written;
    }

    /// <summary>The first entry that a row claims and that sealed no such row; null when every row was taken.</summary>
    public ChainVerdict.Broken? FirstUnsealed =>
        hasUnnumbered ? new ChainVerdict.Broken(0, $"A stored {noun} claims no entry that there can be.")
        : rows.Keys.Concat(unreadable).ToList() is [_, ..] numbers ? new ChainVerdict.Broken(numbers.Min(), $"A stored {noun} claims it, and it sealed none.") : null;

    /// <param name="noun">What a row is called in sentences: "attestation".</param>
    /// <param name="isSealed">Whether a row says what its entry sealed.</param>
    /// <param name="mayBePurged">True where retention deletes the row together with the facts in its entry.</param>
    internal static async Task<Claims<T>> ReadAsync(InductionDb db, string noun, Func<EvidenceEntry, T, bool> isSealed, CancellationToken cancellationToken, bool mayBePurged = false)
    {
        var table = db.Set<T>();
        var claims = new Claims<T>(noun, isSealed, mayBePurged, new AsWritten<T>(db));
        try
        {
            foreach (var row in await table.AsNoTracking().Select(row => new { Number = EF.Property<long>(row, nameof(Attestation.EvidenceNumber)), Row = row }).ToListAsync(cancellationToken))
            {
                claims.Add(row.Number, row.Row);
            }
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            // One by one, to find out which.
            claims.rows.Clear();
            foreach (var number in await db.Database.SqlQueryRaw<long?>(NumbersOf(db)).ToListAsync(cancellationToken))
            {
                if (number is { } known)
                {
                    await claims.ReadOneAsync(table, known, cancellationToken);
                }
                else
                {
                    claims.hasUnnumbered = true;
                }
            }
        }

        return claims;
    }

    /// <inheritdoc/>
    public string? Take(EvidenceEntry entry)
    {
        if (unreadable.Remove(entry.Number))
        {
            return $"The {noun} that it sealed cannot be read.";
        }

        return (rows.Remove(entry.Number, out var found) ? found : []) switch
        {
            [] when mayBePurged && entry.Payload is null => null,
            [] => $"The {noun} that it sealed is gone.",
            [var row] => isSealed(entry, row) && written.Stands(row) ? null : $"The stored {noun} is not the one that was sealed.",
            _ => $"It sealed one {noun}, and more than one claims it.",
        };
    }

    /// <summary>The entries that rows claim; null for what is no whole number.</summary>
    private static string NumbersOf(InductionDb db) =>
        $"SELECT DISTINCT CASE typeof(EvidenceNumber) WHEN 'integer' THEN EvidenceNumber END AS Value FROM \"{db.Model.FindEntityType(typeof(T))!.GetTableName()}\"";

    private async Task ReadOneAsync(IQueryable<T> table, long number, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in await table.AsNoTracking().Where(row => EF.Property<long>(row, nameof(Attestation.EvidenceNumber)) == number).ToListAsync(cancellationToken))
            {
                Add(number, row);
            }
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            unreadable.Add(number);
        }
    }

    private void Add(long number, T row)
    {
        if (!rows.TryGetValue(number, out var list))
        {
            rows[number] = list = [];
        }

        list.Add(row);
    }
}
