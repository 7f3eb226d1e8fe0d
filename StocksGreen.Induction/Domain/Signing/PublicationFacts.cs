using System.Text.Json;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is sealed when a version is published.</summary>
/// <param name="Form">"publication/1".</param>
/// <param name="TextHash">SHA-256 of the canonical Markdown of the whole text.</param>
/// <param name="PartHashes">The same of each part, in reading order.</param>
/// <param name="PublishedAt">UTC.</param>
public sealed record PublicationFacts(
    string Form,
    Guid Policy,
    Guid Version,
    int Number,
    string Title,
    string TextHash,
    IReadOnlyList<string> PartHashes,
    IReadOnlyList<string> LinkedPolicies,
    string? BasedOn,
    string? NextReview,
    IReadOnlyList<string> SignedBy,
    DateTimeOffset PublishedAt,
    string PublishedBy,
    string SourceName)
{
    public static PublicationFacts Of(PolicyVersion version, Policy policy) => new(
        "publication/1",
        version.PolicyId.Value,
        version.Id.Value,
        version.Number,
        version.Text.Title,
        version.TextHash,
        [.. version.Parts.Select(part => part.Hash)],
        version.Text.LinkedPolicies,
        version.Text.BasedOn,
        version.Text.NextReview?.ToString(),
        [.. policy.SignedBy.Select(audience => audience.ToString())],
        version.PublishedAt,
        version.PublishedBy,
        version.SourceName);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static PublicationFacts Parse(string json) => SealedJson.Parse<PublicationFacts>(json);
}
