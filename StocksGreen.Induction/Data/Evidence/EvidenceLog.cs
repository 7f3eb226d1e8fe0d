using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>The end of the chain inside one write: each entry follows the one before.</summary>
public sealed class EvidenceLog
{
    private readonly InductionDb db;
    private readonly Action<EvidenceEntry> sign;
    private EvidenceEntry? last;

    private EvidenceLog(InductionDb db, Action<EvidenceEntry> sign, EvidenceEntry? last)
    {
        this.db = db;
        this.sign = sign;
        this.last = last;
    }

    /// <summary>Adds an entry; it is stored with everything else of the same write, or not at all.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="subject">Id of what the entry is about.</param>
    /// <param name="payload">The facts as JSON, exactly as they are to be sealed.</param>
    /// <remarks>Where the clock was set back since the last entry, an entry that says so comes first.</remarks>
    public EvidenceEntry Append(EvidenceKind kind, DateTimeOffset at, string subject, string payload)
    {
        if (ClockFacts.EntryAfter(last, at) is { } back)
        {
            Add(back);
        }

        return Add(EvidenceEntry.Append(last, kind, at, subject, payload));
    }

    /// <summary>Stores a record and the entry that seals it.</summary>
    /// <returns>The record with the number of its entry.</returns>
    public T Record<T>(T record)
        where T : SealedRecord
    {
        var entry = Append(EvidenceKind.Of(record.GetType()), record.At, record.Id.ToString(), record.ToJson());
        var stored = record with { EvidenceNumber = entry.Number };
        db.Add(stored);
        return stored;
    }

    /// <param name="sign">Signs each entry.</param>
    /// <param name="head">What is known of the end of the chain outside the database.</param>
    /// <exception cref="OperatorException">The end of the chain is missing: what is added now would stand in place of what was signed.</exception>
    internal static async Task<EvidenceLog> OpenAsync(InductionDb db, Action<EvidenceEntry> sign, EvidenceHead head, CancellationToken cancellationToken)
    {
        var end = await db.Evidence.OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        return EvidenceHead.Missing(head.Read(), end) is { } missing
            ? throw new OperatorException($"{missing} Nothing can be added before the last back-up is restored, or the loss is accepted: evidence accept-loss.")
            : new EvidenceLog(db, sign, end);
    }

    private EvidenceEntry Add(EvidenceEntry entry)
    {
        sign(entry);
        db.Evidence.Add(entry);
        return last = entry;
    }
}
