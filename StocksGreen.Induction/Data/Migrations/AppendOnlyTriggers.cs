namespace StocksGreen.Induction.Data.Migrations;

/// <summary>The database itself refuses to change or delete what proves something, whoever asks.</summary>
internal static class AppendOnlyTriggers
{
    /// <summary>Tables in which a row is written once, with what makes a row collide with one that is there: its keys and unique indexes.</summary>
    internal static readonly (string Table, string Collides)[] Beginning =
    [
        ("PolicyVersions", "Id = NEW.Id OR (PolicyId = NEW.PolicyId AND Number = NEW.Number)"),
        ("SectionConfirmations", "StaffId = NEW.StaffId AND VersionId = NEW.VersionId AND Ordinal = NEW.Ordinal"),
        ("Attestations", "Id = NEW.Id OR (StaffId = NEW.StaffId AND VersionId = NEW.VersionId)"),
        ("Chases", "Id = NEW.Id"),
    ];

    /// <summary>Those that came with publishing; a signature is one of its depth since then.</summary>
    internal static readonly (string Table, string Collides)[] Publishing =
    [
        ("Attestations", "Id = NEW.Id OR (StaffId = NEW.StaffId AND VersionId = NEW.VersionId AND Duty = NEW.Duty)"),
        ("PolicyVersions", "Id = NEW.Id OR (PolicyId = NEW.PolicyId AND Number = NEW.Number)"),
        ("AudienceDecisions", "Id = NEW.Id"),
        ("KeyRoleChanges", "Id = NEW.Id"),
        ("EditionsInForce", "Id = NEW.Id"),
    ];

    /// <summary>Those that came with the ceremony. A row goes only once the facts in its entry have been purged.</summary>
    internal static readonly string[] Ceremony =
    [
        "ReaderQuestions",
        "ReaderAnswers",
        "CheckQuestions",
        "CheckAttempts",
        "AdjustmentRequests",
        "AdjustmentsMade",
        "Declarations",
        "DeclarationDecisions",
        "DeclarationAcknowledgements",
        "Packs",
        "Briefings",
        "BriefingConfirmations",
        "BriefingChases",
        "VisitorReminders",
        "EventReminders",
        "CopiesGiven",
        "ReportCardsShown",
        "Corrections",
    ];

    /// <summary>Those that came with the school's calendar.</summary>
    internal static readonly string[] Calendar = ["TermDates", "CalendarDays", "WorkingPatterns"];

    /// <summary>Those that came with mail.</summary>
    internal static readonly string[] Mail = ["Notices", "NoticeOutcomes"];

    /// <summary>Those that came with what is entered about people.</summary>
    internal static readonly string[] People = ["PersonChanges"];

    /// <summary>Those that came with exemptions, extensions and due rules.</summary>
    internal static readonly string[] Requirements = ["Exemptions", "ExemptionEnds", "Extensions", "DueRules"];

    /// <summary>Those that came with the school's crest.</summary>
    internal static readonly string[] Crests = ["Crests"];

    /// <summary>Somebody signs a second time in one depth only where the first signature was withdrawn.</summary>
    internal const string SignedAgain =
        "Id = NEW.Id OR (StaffId = NEW.StaffId AND VersionId = NEW.VersionId AND Duty = NEW.Duty"
        + " AND NOT EXISTS (SELECT 1 FROM Corrections WHERE Corrections.AttestationId = Attestations.Id AND Corrections.Does = 'Withdraws'))";

    private static readonly string[] Hashed = ["Number", "Kind", "At", "Subject", "PayloadHash", "PreviousHash", "Hash"];

    /// <summary>Freezes tables of sealed records, all of them in one line of a migration.</summary>
    internal static string FreezeSealed(IEnumerable<string> tables) => string.Join('\n', tables.SelectMany(FreezeSealed));

    internal static IEnumerable<string> FreezeSealed(string table)
    {
        yield return Refuse($"{table}_never_change", $"UPDATE ON {table}", table);
        yield return Refuse($"{table}_never_go", $"DELETE ON {table} WHEN EXISTS (SELECT 1 FROM Evidence WHERE Number = OLD.EvidenceNumber AND Payload IS NOT NULL)", table);
        yield return RefuseReplacing(table, "Id = NEW.Id");
    }

    internal static IEnumerable<string> Freeze(string table, string collides)
    {
        yield return Refuse($"{table}_never_change", $"UPDATE ON {table}", table);
        yield return Refuse($"{table}_never_go", $"DELETE ON {table}", table);
        yield return RefuseReplacing(table, collides);
    }

    internal static IEnumerable<string> Thaw(string table)
    {
        yield return $"DROP TRIGGER {table}_never_change;";
        yield return $"DROP TRIGGER {table}_never_go;";
        yield return $"DROP TRIGGER {table}_never_replaced;";
    }

    internal static IEnumerable<string> FreezeEvidence() =>
    [
        RefuseReplacing("Evidence", "Number = NEW.Number OR Hash = NEW.Hash"),
        Refuse("Evidence_never_goes", "DELETE ON Evidence", "Evidence"),
        RefuseChanges(Hashed),
    ];

    /// <summary>In place of the one that knew no signatures.</summary>
    internal static IEnumerable<string> FreezeSignatures() =>
        ["DROP TRIGGER Evidence_never_changes;", RefuseChanges([.. Hashed, "SignedWith", "Signature"])];

    internal static IEnumerable<string> ThawSignatures() =>
        ["DROP TRIGGER Evidence_never_changes;", RefuseChanges(Hashed)];

    internal static IEnumerable<string> ThawEvidence()
    {
        yield return "DROP TRIGGER Evidence_never_replaced;";
        yield return "DROP TRIGGER Evidence_never_goes;";
        yield return "DROP TRIGGER Evidence_never_changes;";
    }

    // INSERT OR REPLACE deletes the row it collides with and asks no trigger on DELETE.
    internal static string RefuseReplacing(string table, string collides) =>
        Refuse($"{table}_never_replaced", $"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {collides})", table);

    // Retention may empty a payload and nothing else; the chain then asks for an entry that says so.
    private static string RefuseChanges(IEnumerable<string> columns) => $"""
        CREATE TRIGGER Evidence_never_changes BEFORE UPDATE ON Evidence
        WHEN NOT (NEW.Payload IS NULL AND OLD.Payload IS NOT NULL AND {string.Join(" AND ", columns.Select(column => $"NEW.{column} IS OLD.{column}"))})
        BEGIN SELECT RAISE(ABORT, 'Evidence is append-only: its rows never change.'); END;
        """;

    private static string Refuse(string name, string action, string table) =>
        $"CREATE TRIGGER {name} BEFORE {action} BEGIN SELECT RAISE(ABORT, '{table} is append-only: its rows never change.'); END;";
}
