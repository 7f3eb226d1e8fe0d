using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>One write of retention: what is emptied and deleted in it is kept or undone together, tombstones included.</summary>
internal sealed class Purge(InductionDb db, EvidenceLog log, DateTimeOffset now)
{
    private readonly Dictionary<(string Rule, string Kind), int> rows = [];

    public InductionDb Db => db;

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset Now => now;

    /// <summary>How many rows went, or lost what they said.</summary>
    public int Rows => rows.Values.Sum();

    /// <summary>How many entries of the evidence were emptied.</summary>
    public int Emptied { get; private set; }

    public void Count(RetentionRule rule, string kind, int count)
    {
        if (count > 0)
        {
            rows[(rule.Name, kind)] = rows.GetValueOrDefault((rule.Name, kind)) + count;
        }
    }

    /// <summary>Empties the facts of entries, and says so.</summary>
    /// <param name="sentence">The rule in a sentence, to be sealed.</param>
    public async Task EmptyAsync(IReadOnlyList<long> numbers, EvidenceKind kind, string sentence, CancellationToken cancellationToken)
    {
        await EmptyAsync(numbers, cancellationToken);
        foreach (var number in numbers)
        {
            Say(PurgeFacts.Of(number, kind, sentence));
        }
    }

    public async Task EmptyAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        Emptied += numbers.Count;
        await db
            .Evidence.Where(entry => numbers.Contains(entry.Number) && entry.Payload != null)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Payload, (string?)null), cancellationToken);
    }

    /// <summary>Empties the facts of entries and deletes their rows.</summary>
    public async Task DeleteSealedAsync(
        RetentionRule rule,
        string table,
        IReadOnlyList<long> numbers,
        EvidenceKind kind,
        string sentence,
        CancellationToken cancellationToken
    )
    {
        if (numbers.Count == 0)
        {
            return;
        }

        await EmptyAsync(numbers, kind, sentence, cancellationToken);
        var list = string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        // Numbers, and a table of the model.
        var sql = $"DELETE FROM {table} WHERE EvidenceNumber IN ({list})";
        await db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        Count(rule, table, numbers.Count);
    }

    public void Say(PurgeFacts facts) => log.Append(EvidenceKind.PayloadPurged, now, facts.Entry.ToString(CultureInfo.InvariantCulture), facts.ToJson());

    /// <summary>Adds a tombstone for each rule and kind.</summary>
    public void AddTombstones() => db.Tombstones.AddRange(rows.Select(row => new Tombstone(now, row.Key.Rule, row.Key.Kind, row.Value)));
}
