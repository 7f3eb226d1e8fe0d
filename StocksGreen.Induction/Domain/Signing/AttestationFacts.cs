using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Everything that one signature seals, as at signing. A certificate is printed from this and nothing else.</summary>
/// <param name="Form">"attestation/2": how to read the rest. "attestation/1" had neither scope nor roles: all of the version was signed in full.</param>
/// <param name="Kind">"electronic"; a paper signature will be a kind of its own.</param>
/// <param name="Ledger">The parts that were confirmed for this signature: all that were asked of the signer.</param>
/// <param name="Scope">How deep the signature is and what it builds on; null in the first form.</param>
/// <param name="Roles">Who held the key roles on the day, where the school keeps them; null in the first form.</param>
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
    bool IsDemonstration,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AttestationFacts.ScopeFacts? Scope = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AttestationFacts.RoleFacts>? Roles = null)
{
    public const string CurrentForm = "attestation/2";

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

    /// <summary>How deep a signature is and what it builds on.</summary>
    /// <param name="Duty">"FullSignature" or "ShortSignature".</param>
    /// <param name="Since">The signer's earlier signature, where only what changed since was read and signed; null where all of it was.</param>
    /// <param name="Removed">Headings of parts that were materially removed since then.</param>
    public sealed record ScopeFacts(string Duty, EarlierFacts? Since, IReadOnlyList<string> Removed);

    /// <summary>A signature of an earlier version that stays valid for that version's text.</summary>
    /// <param name="Number">Of the version.</param>
    /// <param name="SignedAt">UTC.</param>
    public sealed record EarlierFacts(Guid Attestation, int Number, string TextHash, DateTimeOffset SignedAt);

    /// <summary>Who held a key role on the day.</summary>
    public sealed record RoleFacts(string Role, string Holder, DateOnly From);

    /// <summary>The words signed, verbatim, and the name exactly as typed.</summary>
    /// <param name="Understood">Empty in a short signature, whose one statement is the first.</param>
    public sealed record StatementFacts(string Read, string Understood, string Consent, string Button, string TypedName);

    /// <summary>When it was signed.</summary>
    /// <param name="SignedAt">UTC, from the server's clock.</param>
    /// <param name="Zone">"Europe/London".</param>
    /// <param name="ZoneName">"BST" or "GMT".</param>
    /// <param name="Offset">"+01:00" or "+00:00".</param>
    /// <param name="Clock">Where the time came from: "server".</param>
    public sealed record TimeFacts(DateTimeOffset SignedAt, string Zone, string ZoneName, string Offset, string Clock);
}
