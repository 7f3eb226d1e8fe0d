using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>What a database is made of: a trigger that is gone, or one too many, changes what the database refuses and what it keeps.</summary>
internal static class DatabaseShape
{
    // Without what SQLite makes for itself: its statistics, and the indexes of keys, which the words of their table imply.
    private const string Parts = """
        SELECT type || ' ' || name || ':' || COALESCE(sql, '') AS Value FROM sqlite_master
        WHERE NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4', '__EFMigrationsLock'))
          AND NOT (type = 'index' AND sql IS NULL)
        """;

    /// <summary>Of an empty database in memory that the migrations have just made; made once for all stores of a program.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, string>> AsMade = new(Make);

    /// <returns>A sentence on the first part that is missing, another or too many; null where none is.</returns>
    internal static async Task<string?> FaultAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var found = Named(await db.Database.SqlQueryRaw<string>(Parts).ToListAsync(cancellationToken));
        var made = AsMade.Value;
        foreach (var part in made.Keys.Union(found.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!found.TryGetValue(part, out var words))
            {
                return $"The {part} of the database is gone.";
            }

            if (!made.TryGetValue(part, out var own))
            {
                return $"The database has a {part} that this program does not make.";
            }

            if (!string.Equals(words, own, StringComparison.Ordinal))
            {
                return $"The {part} of the database is not as this program makes it.";
            }
        }

        return null;
    }

    private static Dictionary<string, string> Make()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var provider = new SqliteProvider();
        using var db = new InductionDb(new DbContextOptionsBuilder<InductionDb>().UseSqlite(connection).Options, provider);
        db.Database.Migrate();
        return Named(db.Database.SqlQueryRaw<string>(Parts).ToList());
    }

    /// <summary>The words by kind and name: "trigger Evidence_never_go".</summary>
    private static Dictionary<string, string> Named(IEnumerable<string> parts)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var end = part.IndexOf(':', StringComparison.Ordinal);
            named[part[..end]] = part[(end + 1)..];
        }

        return named;
    }
}
