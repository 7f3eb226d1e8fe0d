namespace StocksGreen.Induction.Data.Sqlite;

/// <summary>The database notes by itself which lines no longer hold, no matter who writes, and counts the lines. Decision 10.</summary>
internal static class RequirementTriggers
{
    private const string NewPerson = "'person', NEW.StaffId",
        OldPerson = "'person', OLD.StaffId",
        Everything = "'all', ''";

    /// <summary>Of every table that the rule reads. One that comes later gets its lines in the migration that makes it.</summary>
    internal static IEnumerable<string> Initial() =>
        [
            Note("People", "INSERT", "'person', NEW.Id"),
            Note("People", "UPDATE", "'person', NEW.Id"),
            Note("People", "DELETE", "'person', OLD.Id"),
            .. OfPerson("Absences"),
            .. OfPerson("Exemptions"),
            Note("ExemptionEnds", "INSERT", "'person', (SELECT StaffId FROM Exemptions WHERE Id = NEW.ExemptionId)"),
            .. OfPerson("Extensions"),
            Note("DueRules", "INSERT", "CASE WHEN NEW.PolicyId IS NULL THEN 'all' ELSE 'policy' END, COALESCE(NEW.PolicyId, '')"),
            Note("Attestations", "INSERT", NewPerson),
            Note("ReaderQuestions", "INSERT", NewPerson),
            Note("ReaderQuestions", "DELETE", OldPerson),
            Note("ReaderAnswers", "INSERT", "'person', (SELECT StaffId FROM ReaderQuestions WHERE Id = NEW.QuestionId)"),
            // A confirmation matters to the rule only where it ends a wait for an answer; there are hundreds of others to one such.
            Note(
                "SectionConfirmations",
                "INSERT",
                NewPerson,
                "EXISTS (SELECT 1 FROM ReaderQuestions WHERE StaffId = NEW.StaffId AND VersionId = NEW.VersionId)"
            ),
            Note("Corrections", "INSERT", "'person', (SELECT StaffId FROM Attestations WHERE Id = NEW.AttestationId)"),
            Note("Policies", "UPDATE", "'policy', NEW.Id", "NEW.Title IS NOT OLD.Title"),
            Note("PolicyVersions", "INSERT", "'policy', NEW.PolicyId"),
            Note("PolicyWithdrawals", "INSERT", "'policy', NEW.PolicyId"),
            Note("AudienceDecisions", "INSERT", "'policy', (SELECT PolicyId FROM PolicyVersions WHERE Id = NEW.VersionId)"),
            Note("Packs", "INSERT", Everything),
            .. OfSchool("TermDates"),
            .. OfSchool("CalendarDays"),
            .. OfPerson("WorkingPatterns"),
            .. Counting(),
        ];

    /// <summary>For a table with a <c>StaffId</c> whose rows may come, change and go.</summary>
    internal static IEnumerable<string> OfPerson(string table) =>
        [Note(table, "INSERT", NewPerson), Note(table, "UPDATE", NewPerson), Note(table, "DELETE", OldPerson)];

    /// <summary>For a table on which every due day of the school hangs.</summary>
    internal static IEnumerable<string> OfSchool(string table) =>
        [Note(table, "INSERT", Everything), Note(table, "UPDATE", Everything), Note(table, "DELETE", Everything)];

    private static string Note(string table, string action, string what, string when = "") =>
        $"""
            CREATE TRIGGER {table}_note_{action.ToLowerInvariant()} AFTER {action} ON {table}{(when.Length == 0 ? "" : $" WHEN {when}")}
            BEGIN INSERT OR IGNORE INTO RequirementsToDerive (Scope, Key) VALUES ({what}); END;
            """;

    private static IEnumerable<string> Counting()
    {
        const string Changed =
            "NEW.State IS NOT OLD.State OR NEW.DueOn IS NOT OLD.DueOn OR NEW.SignedOn IS NOT OLD.SignedOn OR NEW.Audience IS NOT OLD.Audience";
        yield return $"CREATE TRIGGER RequirementLines_count_insert AFTER INSERT ON RequirementLines BEGIN {Count("NEW", 1)} END;";
        yield return $"CREATE TRIGGER RequirementLines_count_delete AFTER DELETE ON RequirementLines BEGIN {Count("OLD", -1)} END;";
        yield return $"CREATE TRIGGER RequirementLines_count_update AFTER UPDATE ON RequirementLines WHEN {Changed} BEGIN "
            + $"{Count("OLD", -1)} {Count("NEW", 1)} END;";
    }

    // 4 is signed, 0 is open; of the others no day matters.
    private static string Count(string row, int by)
    {
        var day = $"CASE {row}.State WHEN 4 THEN {row}.SignedOn WHEN 0 THEN {row}.DueOn ELSE '0001-01-01' END";
        return $"""
            INSERT INTO RequirementCounts (PolicyId, Audience, State, Day, Lines) VALUES ({row}.PolicyId, {row}.Audience, {row}.State, {day}, {by})
            ON CONFLICT (PolicyId, Audience, State, Day) DO UPDATE SET Lines = Lines + {by};
            """;
    }
}
