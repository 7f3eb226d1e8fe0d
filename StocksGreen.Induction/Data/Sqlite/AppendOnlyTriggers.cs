#nullable enable

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using StocksGreen.Induction.Data.Configurations;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>The database itself refuses to change or delete what proves something, no matter who asks.</summary>
/// <remarks>
/// Which tables these are, and what makes a row collide with one that is there, is read from the model that a migration arrives at: a table is marked where it
/// is
/// mapped and listed nowhere.
/// </remarks>
internal static class AppendOnlyTriggers
{
    private static readonly string[] PurgedColumns = [nameof(EvidenceEntry.Payload)];

    /// <summary>
    /// Makes the triggers of every marked table. Each migration that makes or rebuilds such a table ends with this: SQLite drops triggers with their table.
    /// </summary>
    /// <param name="model">The model that the migration arrives at.</param>
    internal static void KeepAppendOnly(this MigrationBuilder migration, IReadOnlyModel model)
    {
        foreach (var trigger in model.GetEntityTypes().Where(AppendOnlyTables.IsAppendOnly).SelectMany(Of))
        {
            migration.Sql($"DROP TRIGGER IF EXISTS {trigger.Name};");
            migration.Sql(trigger.Sql);
        }
    }

    /// <summary>The triggers of one table.</summary>
    internal static IEnumerable<(string Name, string Sql)> Of(IReadOnlyEntityType type)
    {
        var table = type.GetTableName()!;
        // Retention takes the name of someone who left long ago out of a row; what the row says since is sealed with the purge.
        var whileFactsAreKept = " WHEN EXISTS (SELECT 1 FROM Evidence WHERE Number = OLD.EvidenceNumber AND Payload IS NOT NULL)";
        yield return type.ClrType == typeof(EvidenceEntry) || table == "Evidence"
            ? RefuseAllButPurging(table, type)
            : Refuse(table, "change", $"UPDATE ON {table}{(type.LosesNames() ? whileFactsAreKept : "")}");
        var whileItIsKept =
            type.GoesWithItsFacts() ? whileFactsAreKept
            : type.KeptFor() is var (days, column) ? WhileYoung(table, days, column)
            : "";
        yield return Refuse(table, "go", $"DELETE ON {table}{whileItIsKept}");

        // INSERT OR REPLACE deletes the row it collides with and asks no trigger on DELETE.
        var collides = type.GetKeys()
            .Select(key => key.Properties)
            .Concat(type.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            .Select(columns => string.Join(" AND ", columns.Select(column => $"{column.GetColumnName()} = NEW.{column.GetColumnName()}")))
            .Concat(type.CollidesWhere() is { } more ? [more] : []);
        yield return Refuse(
            table,
            "replaced",
            $"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {string.Join(" OR ", collides.Select(one => $"({one})"))})"
        );
    }

    // Compared with the newest row and not with the time of day: a clock that is set ahead for a moment lets nothing go.
    private static string WhileYoung(string table, int days, string column) =>
        string.Create(CultureInfo.InvariantCulture, $" WHEN OLD.{column} > (SELECT datetime(MAX({column}), '-{days} days') FROM {table})");

    // Retention may empty a payload and nothing else; the chain then asks for an entry that says so.
    private static (string Name, string Sql) RefuseAllButPurging(string table, IReadOnlyEntityType type)
    {
        var kept = type.GetProperties()
            .Select(property => property.GetColumnName())
            .Except(PurgedColumns, StringComparer.Ordinal)
            .Select(column => $"NEW.{column} IS OLD.{column}");
        return Refuse(table, "change", $"UPDATE ON {table} WHEN NOT (NEW.Payload IS NULL AND OLD.Payload IS NOT NULL AND {string.Join(" AND ", kept)})");
    }

    private static (string Name, string Sql) Refuse(string table, string what, string action) =>
        (
            $"{table}_never_{what}",
            $"CREATE TRIGGER {table}_never_{what} BEFORE {action} BEGIN SELECT RAISE(ABORT, '{table} is append-only: its rows never change.'); END;"
        );
}
