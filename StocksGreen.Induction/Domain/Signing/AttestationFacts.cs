using System.Text.Json;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Everything that one signature seals, as at signing. A certificate is printed from this and nothing else.</summary>
/// <param name="Form">"attestation/1": how to read the rest.</param>
/// <param name="Kind">"electronic"; a paper signature will be a kind of its own.</param>
public sealed record AttestationFacts(
    string Form,
    string Kind,
    Guid Attestation,
    string School,
    AttestationFacts.SignerFacts Signer,
    AttestationFacts.IdentityFacts Identity,
    AttestationFacts.PolicyFacts Policy,
    IReadOnlyList<AttestationFacts.PartFacts> Ledger,
    AttestationFacts.StatementFacts Statements,
    AttestationFacts.TimeFacts Time,
    string Software,
    bool IsDemonstration)
{
    public const string CurrentForm = "attestation/1";

    public const string Electronic = "electronic";

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static AttestationFacts Parse(string json) => SealedJson.Parse<AttestationFacts>(json);

    /// <summary>Who signed. Role and audience decide the duty, so they are kept as they were.</summary>
    public sealed record SignerFacts(Guid Id, string FullName, string? Email, string JobTitle, string Audience);

    /// <summary>How the signer's identity was proved for the session in which they signed.</summary>
    /// <param name="At">UTC.</param>
    /// <param name="Session">Random name of the session.</param>
    public sealed record IdentityFacts(string Method, DateTimeOffset At, string Session, string? Address, string? Browser);

    /// <summary>What was signed.</summary>
    /// <param name="Number">Of the version: 1 for the first.</param>
    /// <param name="TextHash">SHA-256 of the canonical Markdown of the whole text.</param>
    /// <param name="Review">How its review stood on the day: "Full review overdue since October 2025".</param>
    /// <param name="DueOn">Last day on which signing was in time.</param>
    public sealed record PolicyFacts(
        Guid Id,
        Guid Version,
        string Title,
        int Number,
        DateOnly PublishedOn,
        string PublishedBy,
        string TextHash,
        IReadOnlyList<KeyDetail> KeyDetails,
        string? BasedOn,
        string? NextReview,
        string Review,
        bool IsReviewOverdue,
        DateOnly DueOn);

    /// <summary>One part as it was read.</summary>
    /// <param name="Hash">SHA-256 of the part's canonical Markdown.</param>
    /// <param name="ShownAt">UTC; null where it was not recorded.</param>
    /// <param name="ConfirmedAt">UTC.</param>
    /// <param name="Evidence">Number of the entry that sealed the confirmation.</param>
    public sealed record PartFacts(int Ordinal, string Heading, string Hash, DateTimeOffset? ShownAt, DateTimeOffset ConfirmedAt, long Evidence);

    /// <summary>The words signed, verbatim, and the name exactly as typed.</summary>
    public sealed record StatementFacts(string Read, string Understood, string Consent, string Button, string TypedName);

    /// <summary>When it was signed.</summary>
    /// <param name="SignedAt">UTC, from the server's clock.</param>
    /// <param name="Zone">"Europe/London".</param>
    /// <param name="ZoneName">"BST" or "GMT".</param>
    /// <param name="Offset">"+01:00" or "+00:00".</param>
    /// <param name="Clock">Where the time came from: "server".</param>
    public sealed record TimeFacts(DateTimeOffset SignedAt, string Zone, string ZoneName, string Offset, string Clock);
}
