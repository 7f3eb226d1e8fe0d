using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StocksGreen.Induction.Data.Configurations;

/// <summary>Marks tables whose rows are written once. The database keeps them so by triggers of its own, which are made from these marks.</summary>
internal static class AppendOnlyTables
{
    private const string Mark = "AppendOnly";
    private const string Never = "Never";
    private const string WithTheFacts = "WithTheFacts";
    private const string AlsoCollides = "AppendOnly:Collides";

    /// <summary>Rows of this table never change and never go.</summary>
    internal static void IsAppendOnly(this EntityTypeBuilder table) => table.HasAnnotation(Mark, Never);

    /// <summary>Rows of this table never change, and go only once retention has emptied the facts in their entry.</summary>
    internal static void IsAppendOnlyUntilPurged(this EntityTypeBuilder table) => table.HasAnnotation(Mark, WithTheFacts);

    /// <summary>What else keeps a row out of an append-only table, besides its keys and unique indexes.</summary>
    /// <param name="sql">About a row that is there and <c>NEW</c>.</param>
    internal static void AlsoCollidesWhere(this EntityTypeBuilder table, string sql) => table.HasAnnotation(AlsoCollides, sql);

    /// <summary>Whether rows of a type are written once.</summary>
    internal static bool IsAppendOnly(this IReadOnlyEntityType type) => type.FindAnnotation(Mark) is not null;

    /// <summary>Whether rows of an append-only type may go once their facts are purged.</summary>
    internal static bool GoesWithItsFacts(this IReadOnlyEntityType type) => type.FindAnnotation(Mark)?.Value is WithTheFacts;

    /// <returns>What was said by <see cref="AlsoCollidesWhere"/>; null where nothing was.</returns>
    internal static string? CollidesWhere(this IReadOnlyEntityType type) => type.FindAnnotation(AlsoCollides)?.Value as string;
}
