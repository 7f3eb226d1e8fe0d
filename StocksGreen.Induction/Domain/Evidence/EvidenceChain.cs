using System.Globalization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>Re-computes the chain from its first entry.</summary>
public static class EvidenceChain
{
    /// <param name="entries">All entries in order of their numbers; read one by one, so the chain need not fit in memory.</param>
    /// <param name="signatureFault">Says in a sentence what is wrong with the signature of an entry that holds otherwise, null where nothing is; left out where
    /// signatures cannot be checked.</param>
    /// <param name="after">The entry before the first of them; null where they begin the chain.</param>
    public static ChainVerdict Verify(IEnumerable<EvidenceEntry> entries, Func<EvidenceEntry, string?>? signatureFault = null, EvidenceEntry? after = null)
    {
        var previous = after;
        var emptied = new SortedSet<long>();
        var notes = new List<ChainNote>();
        foreach (var entry in entries)
        {
            if ((Fault(previous, entry) ?? signatureFault?.Invoke(entry)) is { } fault)
            {
                return new ChainVerdict.Broken(entry.Number, fault);
            }

            if (entry.Payload is null)
            {
                emptied.Add(entry.Number);
            }
            else if (entry.Kind == EvidenceKind.PayloadPurged && long.TryParse(entry.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var purged))
            {
                emptied.Remove(purged);
            }

            if (previous is not null && entry.At < previous.At)
            {
                notes.Add(
                    new ChainNote(
                        entry.Number,
                        $"It is {ClockFacts.InWords(previous.At - entry.At)} earlier than the entry before it: the server’s clock was set back."
                    )
                );
            }

            if (RestoreFacts.SentenceOf(entry) is { } restored)
            {
                notes.Add(new ChainNote(entry.Number, restored));
            }

            previous = entry;
        }

        if (emptied.Count > 0)
        {
            return new ChainVerdict.Broken(emptied.Min, "Its facts are gone and no later entry says that they were purged.");
        }

        var intact = new ChainVerdict.Intact(previous?.Number ?? 0, previous?.Hash ?? EvidenceHash.Genesis);
        return notes.Count == 0 ? intact : intact with { Notes = notes };
    }

    private static string? Fault(EvidenceEntry? previous, EvidenceEntry entry)
    {
        var expected = (previous?.Number ?? 0) + 1;
        if (entry.Number != expected)
        {
            return $"Entry {expected} is missing before it.";
        }

        if (!string.Equals(entry.PreviousHash, previous?.Hash ?? EvidenceHash.Genesis, StringComparison.Ordinal))
        {
            return "It does not follow from the entry before it.";
        }

        if (entry.Payload is { } payload && !string.Equals(entry.PayloadHash, EvidenceHash.OfPayload(payload), StringComparison.Ordinal))
        {
            return "Its facts do not match their hash.";
        }

        // The canonical text has whole milliseconds, so a finer change of the time would not show in the hash.
        var isWhole = entry.At == EvidenceHash.ToWholeMilliseconds(entry.At);
        if (!isWhole || !string.Equals(entry.Hash, EvidenceHash.OfEntry(entry), StringComparison.Ordinal))
        {
            return "Its own hash does not match what it says.";
        }

        // A program that finds the clock set back says so before it writes anything else.
        return previous is not null && entry.At < previous.At && entry.Kind != EvidenceKind.ClockWentBack
            ? "It is earlier than the entry before it, and no entry says that the clock went back."
            : null;
    }
}
