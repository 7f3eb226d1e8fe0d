using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// All sealed rows that go with a person: those of every kind that bears their id, and what answers such a row. Which kinds these are is read
/// from the model, so
/// that a new one is not forgotten.
/// </summary>
internal sealed class LeaverRows(InductionDb db, StaffId person)
{
    private const string Sentence = "What is kept about people goes six years after they leave, at the end of that school year.";

    /// <summary>How many rows there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (kind, _) in Kinds())
        {
            count += (await NumbersAsync(kind, cancellationToken)).Count;
        }

        return count;
    }

    public async Task DeleteAsync(Purge purge, CancellationToken cancellationToken)
    {
        purge.Count(RetentionRules.Reminders, "OutboxMails", await db.OutboxMails.Where(mail => mail.StaffId == person).ExecuteDeleteAsync(cancellationToken));
        foreach (var (kind, type) in Kinds())
        {
            var rule = RetentionRules.All.First(rule => rule.Tables.Contains(type.ClrType));
            await purge.DeleteSealedAsync(rule, kind.Table, await NumbersAsync(kind, cancellationToken), kind.Kind, Sentence, cancellationToken);
        }
    }

    /// <summary>Those that refer to others come first.</summary>
    private List<(EvidenceRows Kind, IEntityType Type)> Kinds()
    {
        var kinds = EvidenceRegistry
            .Kinds.Where(kind => kind.GoesWithItsFacts)
            .Select(kind => (Kind: kind, Type: db.Model.FindEntityType(kind.Row)!))
            .Where(kind => OfPerson(kind.Type) is not null)
            .ToList();
        return [.. kinds.OrderByDescending(kind => Depth(kind.Type)).ThenBy(kind => kind.Kind.Table, StringComparer.Ordinal)];
    }

    private static int Depth(IEntityType type) => Parents(type).Select(key => 1 + Depth(key.PrincipalEntityType)).DefaultIfEmpty(0).Max();

    private static IEnumerable<IForeignKey> Parents(IEntityType type) =>
        type.GetForeignKeys()
            .Where(key =>
                key.PrincipalEntityType != type && EvidenceRegistry.Kinds.Any(kind => kind.GoesWithItsFacts && kind.Row == key.PrincipalEntityType.ClrType)
            );

    /// <summary>What a row of a table must say to be the person's; null where no row is anyone's.</summary>
    private static string? OfPerson(IEntityType type)
    {
        var own = type.ClrType != typeof(NoticeOutcome) && type.FindProperty("StaffId") is not null ? "StaffId = {0}" : null;
        var answers = Parents(type)
            .Select(key =>
                OfPerson(key.PrincipalEntityType) is { } of
                    ? $"{key.Properties[0].GetColumnName()} IN (SELECT Id FROM {key.PrincipalEntityType.GetTableName()} WHERE {of})"
                    : null
            );
        return answers.Prepend(own).OfType<string>().ToList() is [_, ..] all ? string.Join(" OR ", all) : null;
    }

    private async Task<IReadOnlyList<long>> NumbersAsync(EvidenceRows kind, CancellationToken cancellationToken)
    {
        // Names of tables and columns of the model; the person goes as a value.
        var sql = $"SELECT EvidenceNumber AS Value FROM {kind.Table} WHERE {OfPerson(db.Model.FindEntityType(kind.Row)!)} ORDER BY EvidenceNumber";
        return await db.Database.SqlQueryRaw<long>(sql, person.Value).ToListAsync(cancellationToken);
    }
}
