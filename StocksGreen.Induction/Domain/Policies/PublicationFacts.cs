using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What is sealed when a version is published.</summary>
/// <param name="Form">"publication/1"; "publication/2" where a day is named from which it is in force.</param>
/// <param name="Release">Why it was published, what changed, and who must do what.</param>
/// <param name="TextHash">SHA-256 of the canonical Markdown of the whole text.</param>
/// <param name="PartHashes">The same of each part, in reading order.</param>
/// <param name="Pictures">SHA-256 of every picture that the text shows, each once.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Original">The document it was read from; null where it was read from none, or none was recorded.</param>
/// <param name="Fidelity">How that document was read, and what people decided about it; null where there was nothing to decide.</param>
/// <param name="Extract">Which parts of that document it is; null where it is all of it.</param>
/// <param name="InForceFrom">First day in force; null where that is the day of publication.</param>
public sealed record PublicationFacts(
    string Form,
    Guid Policy,
    Guid Version,
    int Number,
    string Title,
    string TextHash,
    IReadOnlyList<string> PartHashes,
    IReadOnlyList<string> Pictures,
    IReadOnlyList<string> LinkedPolicies,
    string? BasedOn,
    string? NextReview,
    DateTimeOffset PublishedAt,
    string PublishedBy,
    string SourceName,
    OriginalFile? Original,
    FidelityRecord? Fidelity,
    ExtractRecord? Extract,
    PublicationFacts.ReleaseFacts Release,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? InForceFrom = null
)
{
    private const string AtOnce = "publication/1";
    private const string Later = "publication/2";

    public static PublicationFacts From(PolicyVersion version) =>
        new(
            version.InForceFrom == version.PublishedOn ? AtOnce : Later,
            version.PolicyId.Value,
            version.Id.Value,
            version.Number,
            version.Text.Title,
            version.TextHash,
            [.. version.Parts.Select(part => part.Hash)],
            TextPlaces.PictureHashes(version.Text),
            version.Text.LinkedPolicies,
            version.Text.BasedOn,
            version.Text.NextReview?.ToString(),
            version.PublishedAt,
            version.PublishedBy,
            version.SourceName,
            version.Original,
            version.Fidelity,
            version.Extract,
            new(
                version.Release.Reason?.ToString(),
                version.Release.Note,
                version.Release.DecidedBy,
                version.Release.Summary,
                [
                    .. version.Release.Changes.Select(change => new ChangeFacts(
                        change.Ordinal,
                        change.Before,
                        change.Heading,
                        change.Kind.ToString(),
                        change.Weight.ToString(),
                        change.Reason
                    )),
                ],
                DutyFacts.From(version.Release.Duties)
            ),
            version.InForceFrom == version.PublishedOn ? null : version.InForceFrom
        );

    /// <summary>True when a stored version says what these facts sealed.</summary>
    public bool AreOf(PolicyVersion version) => string.Equals(From(version).ToJson(), ToJson(), StringComparison.Ordinal);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static PublicationFacts Parse(string json) => SealedJson.Parse<PublicationFacts>(json);

    public sealed record ReleaseFacts(
        string? Reason,
        string Note,
        string DecidedBy,
        string Summary,
        IReadOnlyList<ChangeFacts> Changes,
        IReadOnlyList<DutyFacts> Duties
    );

    public sealed record ChangeFacts(int? Ordinal, int? Before, string Heading, string Kind, string Weight, string Reason);
}
