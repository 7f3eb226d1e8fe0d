using System.Text.Json;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is sealed when an edition of outside guidance is recorded as in force.</summary>
/// <param name="Form">"edition/1".</param>
/// <param name="RecordedAt">UTC.</param>
public sealed record EditionFacts(string Form, Guid Id, string Name, int Year, DateOnly From, DateTimeOffset RecordedAt, string RecordedBy)
{
    public static EditionFacts Of(Guid id, Edition edition, DateOnly from, DateTimeOffset recordedAt, string recordedBy) =>
        new("edition/1", id, edition.Name, edition.Year, from, recordedAt, recordedBy);

    /// <summary>True when a stored row says what these facts sealed.</summary>
    public bool AreOf(EditionInForce row) => Of(row.Id, row.Edition, row.From, row.RecordedAt, row.RecordedBy) == this;

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static EditionFacts Parse(string json) => SealedJson.Parse<EditionFacts>(json);
}
