using System.Text.Json;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is sealed when audiences are decided anew.</summary>
/// <param name="Form">"audiences/1".</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record AudienceFacts(string Form, Guid Decision, Guid Version, IReadOnlyList<DutyFacts> Duties, DateTimeOffset DecidedAt, string DecidedBy)
{
    public static AudienceFacts Of(Guid id, VersionId version, IReadOnlyList<AudienceDuty> duties, DateTimeOffset decidedAt, string decidedBy) =>
        new("audiences/1", id, version.Value, DutyFacts.Of(duties), decidedAt, decidedBy);

    /// <summary>True when a stored decision says what these facts sealed.</summary>
    public bool AreOf(AudienceDecision row) => string.Equals(Of(row.Id, row.VersionId, row.Duties, row.DecidedAt, row.DecidedBy).ToJson(), ToJson(), StringComparison.Ordinal);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static AudienceFacts Parse(string json) => SealedJson.Parse<AudienceFacts>(json);
}
