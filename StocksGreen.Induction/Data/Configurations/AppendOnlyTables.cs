using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StocksGreen.Induction.Data.Configurations;

/// <summary>Marks tables whose rows are written once. The database keeps them so by triggers of its own, which are made from these marks.</summary>
internal static class AppendOnlyTables
{
    private const string Mark = "AppendOnly";
    private const string Never = "Never";
    private const string WithTheFacts = "WithTheFacts";
    private const string ForDays = "ForDays";
    private const string Names = "AppendOnly:LosesNames";
    private const string AlsoCollides = "AppendOnly:Collides";

    /// <summary>Rows of this table never change and never go.</summary>
    internal static void IsAppendOnly(this EntityTypeBuilder table) => table.HasAnnotation(Mark, Never);

    /// <summary>Rows of this table never change, and go only once retention has emptied the facts in their entry.</summary>
    internal static void IsAppendOnlyUntilPurged(this EntityTypeBuilder table) => table.HasAnnotation(Mark, WithTheFacts);

    /// <summary>Rows of this table never change, and go only once they are so many days older than the newest of them.</summary>
    /// <param name="column">When a row was written.</param>
    internal static void IsAppendOnlyFor(this EntityTypeBuilder table, int days, string column) =>
        table.HasAnnotation(Mark, string.Create(CultureInfo.InvariantCulture, $"{ForDays}:{days}:{column}"));

    /// <summary>A row may change once retention has emptied the facts in its entry: it then loses the name of someone who left.</summary>
    internal static void MayLoseNames(this EntityTypeBuilder table) => table.HasAnnotation(Names, value: true);

    internal static bool LosesNames(this IReadOnlyEntityType type) => type.FindAnnotation(Names) is not null;

    /// <summary>What else keeps a row out of an append-only table, besides its keys and unique indexes.</summary>
    /// <param name="sql">About a row that is there and <c>NEW</c>.</param>
    internal static void AlsoCollidesWhere(this EntityTypeBuilder table, string sql) => table.HasAnnotation(AlsoCollides, sql);

    /// <summary>Whether rows of a type are written once.</summary>
    internal static bool IsAppendOnly(this IReadOnlyEntityType type) => type.FindAnnotation(Mark) is not null;

    /// <summary>Whether rows of an append-only type may go once their facts are purged.</summary>
    internal static bool GoesWithItsFacts(this IReadOnlyEntityType type) => type.FindAnnotation(Mark)?.Value is WithTheFacts;

    /// <returns>After how many days rows may go, by which column; null where that does not let them go.</returns>
    internal static (int Days, string Column)? KeptFor(this IReadOnlyEntityType type) =>
        (type.FindAnnotation(Mark)?.Value as string)?.Split(':') is [ForDays, var days, var column]
            ? (int.Parse(days, CultureInfo.InvariantCulture), column)
            : null;

    /// <returns>What was said by <see cref="AlsoCollidesWhere"/>; null where nothing was.</returns>
    internal static string? CollidesWhere(this IReadOnlyEntityType type) => type.FindAnnotation(AlsoCollides)?.Value as string;
}
