namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>A stored row that names the entry by which it was sealed.</summary>
public interface ISealedRow
{
    long EvidenceNumber { get; }

    /// <summary>Whether the entry sealed just this row.</summary>
    /// <param name="purge">What retention sealed when it emptied the entry; null where it did not.</param>
    /// <exception cref="System.Text.Json.JsonException">The sealed facts are not in a form that this program seals.</exception>
    bool IsSealedBy(EvidenceEntry entry, PurgeFacts? purge);
}
