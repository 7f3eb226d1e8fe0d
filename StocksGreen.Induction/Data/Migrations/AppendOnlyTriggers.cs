namespace StocksGreen.Induction.Data.Migrations;

/// <summary>The database itself refuses to change or delete what proves something, whoever asks.</summary>
internal static class AppendOnlyTriggers
{
    /// <summary>Tables in which a row is written once.</summary>
    private static readonly string[] Frozen = ["PolicyVersions", "SectionConfirmations", "Attestations", "Chases"];

    /// <summary>What makes a row collide with one that is there, by table: its keys and unique indexes.</summary>
    private static readonly (string Table, string Collides)[] Keys =
    [
        ("PolicyVersions", "Id = NEW.Id OR (PolicyId = NEW.PolicyId AND Number = NEW.Number)"),
        ("SectionConfirmations", "StaffId = NEW.StaffId AND VersionId = NEW.VersionId AND Ordinal = NEW.Ordinal"),
        ("Attestations", "Id = NEW.Id OR (StaffId = NEW.StaffId AND VersionId = NEW.VersionId)"),
        ("Chases", "Id = NEW.Id"),
        ("Evidence", "Number = NEW.Number OR Hash = NEW.Hash"),
    ];

    internal static IEnumerable<string> Create()
    {
        foreach (var table in Frozen)
        {
            yield return Refuse($"{table}_never_change", $"UPDATE ON {table}", table);
            yield return Refuse($"{table}_never_go", $"DELETE ON {table}", table);
        }

        // INSERT OR REPLACE deletes the row it collides with and asks no trigger on DELETE.
        foreach (var (table, collides) in Keys)
        {
            yield return Refuse($"{table}_never_replaced", $"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {collides})", table);
        }

        yield return Refuse("Evidence_never_goes", "DELETE ON Evidence", "Evidence");

        // Retention may empty a payload and nothing else; the chain then asks for an entry that says so.
        yield return """
            CREATE TRIGGER Evidence_never_changes BEFORE UPDATE ON Evidence
            WHEN NOT (NEW.Payload IS NULL AND OLD.Payload IS NOT NULL
                AND NEW.Number IS OLD.Number AND NEW.Kind IS OLD.Kind AND NEW.At IS OLD.At AND NEW.Subject IS OLD.Subject
                AND NEW.PayloadHash IS OLD.PayloadHash AND NEW.PreviousHash IS OLD.PreviousHash AND NEW.Hash IS OLD.Hash)
            BEGIN SELECT RAISE(ABORT, 'Evidence is append-only: its rows never change.'); END;
            """;
    }

    internal static IEnumerable<string> Drop()
    {
        foreach (var table in Frozen)
        {
            yield return $"DROP TRIGGER {table}_never_change;";
            yield return $"DROP TRIGGER {table}_never_go;";
        }

        foreach (var (table, _) in Keys)
        {
            yield return $"DROP TRIGGER {table}_never_replaced;";
        }

        yield return "DROP TRIGGER Evidence_never_goes;";
        yield return "DROP TRIGGER Evidence_never_changes;";
    }

    private static string Refuse(string name, string action, string table) =>
        $"CREATE TRIGGER {name} BEFORE {action} BEGIN SELECT RAISE(ABORT, '{table} is append-only: its rows never change.'); END;";
}
