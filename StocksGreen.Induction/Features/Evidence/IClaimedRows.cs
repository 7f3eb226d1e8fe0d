using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>The rows of one table, whatever they are.</summary>
internal interface IClaimedRows
{
    /// <summary>The first entry that a row claims and that sealed no such row; null when every row was taken.</summary>
    ChainVerdict.Broken? FirstUnsealed { get; }

    /// <summary>Takes the row that an entry sealed.</summary>
    /// <returns>A sentence that says what is wrong; null when nothing is.</returns>
    string? Take(EvidenceEntry entry);

    /// <summary>Reads the rows of one kind of evidence.</summary>
    /// <param name="purges">What retention sealed, by the number of the entry that it emptied.</param>
    static async Task<IClaimedRows> ReadAsync(
        InductionDb db,
        EvidenceRows rows,
        IReadOnlyDictionary<long, PurgeFacts> purges,
        CancellationToken cancellationToken
    )
    {
        var claims = rows.NamesItsEntry
            ? (IClaimedRows)Activator.CreateInstance(typeof(ClaimedRows<>).MakeGenericType(rows.Row), db, rows, purges)!
            : new ClaimedVersions(db);
        await claims.ReadAsync(cancellationToken);
        return claims;
    }

    Task ReadAsync(CancellationToken cancellationToken);
}
