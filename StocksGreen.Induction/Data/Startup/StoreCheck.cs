using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;

namespace StocksGreen.Induction.Data.Startup;

/// <summary>Whether a store is whole, asked before a server writes anything to it: a school that was set up never becomes a new one.</summary>
public static class StoreCheck
{
    /// <summary>What is wrong with the files, before the database is opened: opening it would make an empty one.</summary>
    /// <returns>A sentence; null where nothing is.</returns>
    public static string? MissingDatabase(DataFolder folder) =>
        File.Exists(folder.SigningKey) && new FileInfo(folder.Database) is not { Exists: true, Length: > 0 }
            ? $"{folder.Database} is missing or empty, and {folder.Keys} holds the keys of a school: this is no new school but one whose data is not here."
            : null;

    /// <summary>What is wrong with the database itself, once it has the shape that this program knows.</summary>
    /// <returns>A sentence; null where nothing is.</returns>
    public static async Task<string?> FaultAsync(InductionDb db, DataFolder folder, EvidenceHead head, CancellationToken cancellationToken)
    {
        if (await db.Provider.DamageAsync(db, isThorough: false, cancellationToken) is { } damage)
        {
            return $"{folder.Database} is damaged ({damage.Trim()}). Nothing was changed in it.";
        }

        var last = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        return last is null && File.Exists(folder.SigningKey)
            ? $"{folder.Database} holds no school, and {folder.Keys} holds the keys of one: this is no new school but one whose data is not here."
            : EvidenceHead.Missing(head.Read(), last);
    }
}
