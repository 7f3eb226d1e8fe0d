using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>Everything that one signature seals, as at signing. A certificate is printed from this and nothing else.</summary>
/// <param name="Form">"attestation/1": how to read the rest.</param>
/// <param name="Kind">"electronic" or "paper".</param>
/// <param name="Ledger">The parts that were confirmed for this signature: all that were asked of the signer.</param>
/// <param name="Scope">How deep the signature is and what it builds on.</param>
/// <param name="Roles">Who held the key roles on the day, where the school keeps them.</param>
/// <param name="Reading">How the policy was read.</param>
/// <param name="Declaration">What was stated on relationships and situations; null where the policy asks for no such statement.</param>
/// <param name="Briefings">The talks that belong to the signer's induction, as far as they were held by then.</param>
/// <param name="Path">How the signer came to be asked; null where it is not known.</param>
/// <param name="Life">On what basis and for how long this is kept.</param>
/// <param name="Paper">The signature on paper, where it is one.</param>
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
    AttestationFacts.ScopeFacts Scope,
    IReadOnlyList<AttestationFacts.RoleFacts> Roles,
    AttestationFacts.ReadingFacts Reading,
    IReadOnlyList<AttestationFacts.BriefingFacts> Briefings,
    AttestationFacts.LifeFacts Life,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AttestationFacts.DeclarationFacts? Declaration = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AttestationFacts.PathFacts? Path = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AttestationFacts.PaperFacts? Paper = null
)
{
    public const string CurrentForm = "attestation/1";

    public const string Electronic = "electronic";

    public const string OnPaper = "paper";

    /// <summary>The facts as anyone who may not know what was declared is given them.</summary>
    public AttestationFacts WithoutDeclaration() => this with { Declaration = null };

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static AttestationFacts Parse(string json) => SealedJson.Parse<AttestationFacts>(json);

    /// <summary>Who signed. Role and audience decide the duty, so they are kept as they were.</summary>
    public sealed record SignerFacts(Guid Id, string FullName, string? Email, string JobTitle, string Audience);

    /// <summary>How the signer's identity was proved for the session in which they signed.</summary>
    /// <param name="At">UTC.</param>
    /// <param name="Session">Random name of the session.</param>
    /// <param name="AddressRule">How the address was found: "connection" or "trusted proxy"; null where it was not recorded.</param>
    /// <param name="ProvedAgain">How identity was shown again for this signature, because the session was old: "password"; null where it was not asked.</param>
    /// <param name="GivenBy">Who made the link or code that opened the session, where it was someone else; null where no one else did.</param>
    public sealed record IdentityFacts(
        string Method,
        DateTimeOffset At,
        string Session,
        string? Address,
        string? Browser,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AddressRule = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProvedAgain = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? GivenBy = null
    );

    /// <summary>What was signed.</summary>
    /// <param name="Number">Of the version: 1 for the first.</param>
    /// <param name="TextHash">SHA-256 of the canonical Markdown of the whole text.</param>
    /// <param name="Review">How its review stood on the day: "Full review overdue since October 2025".</param>
    /// <param name="DueOn">Last day on which signing was in time.</param>
    /// <param name="DecidedBy">Who decided on this version; null where it was not recorded.</param>
    /// <param name="InForceFrom">First day in force; null where that is the day of publication.</param>
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
        DateOnly DueOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DecidedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? InForceFrom = null
    );

    /// <summary>One part as it was read.</summary>
    /// <param name="Hash">SHA-256 of the part's canonical Markdown.</param>
    /// <param name="ConfirmedAt">UTC.</param>
    /// <param name="Evidence">Number of the entry that sealed the confirmation.</param>
    /// <param name="Reopened">How often it was opened again between confirmation and signature.</param>
    /// <param name="Questions">Entries of the questions that the signer asked about it, and of the answers; null where there were none.</param>
    /// <param name="Quiz">The questions that showed whether it was understood; null where there were none.</param>
    public sealed record PartFacts(
        int Ordinal,
        string Heading,
        string Hash,
        DateTimeOffset ConfirmedAt,
        long Evidence,
        int Reopened,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AskedFacts>? Questions = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<QuizFacts>? Quiz = null
    );

    /// <summary>A question that the signer asked before signing.</summary>
    /// <param name="Question">Number of its entry.</param>
    /// <param name="Answers">Numbers of the entries of its answers.</param>
    public sealed record AskedFacts(long Question, IReadOnlyList<long> Answers);

    /// <summary>A question that the signer answered rightly before signing.</summary>
    /// <param name="Number">Of the wording that was answered rightly.</param>
    /// <param name="Answer">As it was chosen.</param>
    /// <param name="Attempts">How often it was answered, the right answer included.</param>
    /// <param name="PassedAt">UTC.</param>
    /// <param name="Evidence">Number of the entry of the right answer.</param>
    public sealed record QuizFacts(Guid Question, int Number, string Text, string Answer, int Attempts, DateTimeOffset PassedAt, long Evidence);

    /// <summary>How the policy was read.</summary>
    /// <param name="Format">"On a screen, in English".</param>
    /// <param name="Pace">"As people read" or "Far faster than people read"; null where the times do not tell.</param>
    /// <param name="Adjustments">Other ways that the signer asked for, and what was done.</param>
    /// <param name="Seconds">From the first showing of each part to its confirmation, together; null where the times do not tell.</param>
    /// <param name="Words">Of those parts.</param>
    public sealed record ReadingFacts(
        string Format,
        string? Pace,
        IReadOnlyList<AdjustmentFacts> Adjustments,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Seconds = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Words = null
    );

    /// <param name="Way">"in large print".</param>
    /// <param name="AskedAt">UTC.</param>
    /// <param name="Made">What the school did; null where nothing was recorded by then.</param>
    public sealed record AdjustmentFacts(string Way, DateTimeOffset AskedAt, string? Made);

    /// <summary>What was stated, never what it is about.</summary>
    /// <param name="Statement">The words next to the choice, verbatim.</param>
    /// <param name="Record">Of the restricted register, where there is something to discuss.</param>
    /// <param name="Salt">
    /// 32 random hexadecimal digits. Without them anyone who holds all the rest and its hash could try out which of the two was chosen.
    /// </param>
    public sealed record DeclarationFacts(string Outcome, string Statement, Guid? Record, string Salt);

    /// <summary>A talk that was part of the signer's induction.</summary>
    /// <param name="ConfirmedByBrieferAt">UTC.</param>
    /// <param name="ConfirmedBySignerAt">UTC; null while it was not confirmed.</param>
    public sealed record BriefingFacts(
        string Title,
        string BriefedBy,
        DateOnly HeldOn,
        IReadOnlyList<string> Topics,
        DateTimeOffset ConfirmedByBrieferAt,
        DateTimeOffset? ConfirmedBySignerAt
    );

    /// <summary>How the signer came to be asked.</summary>
    /// <param name="AskedBy">Who decided that people like the signer sign.</param>
    /// <param name="Rule">How the due day is calculated, in words.</param>
    /// <param name="Notices">Reminders before the signature.</param>
    /// <param name="Pauses">Long absences up to the signature.</param>
    /// <param name="Exemption">A recorded decision that the signer need not sign; null where there was none.</param>
    public sealed record PathFacts(
        string AskedBy,
        string Rule,
        IReadOnlyList<NoticeFacts> Notices,
        IReadOnlyList<PauseFacts> Pauses,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExemptionFacts? Exemption = null
    );

    /// <param name="From">First day on which it held.</param>
    public sealed record ExemptionFacts(string Reason, string DecidedBy, DateOnly From);

    /// <param name="At">UTC.</param>
    /// <param name="Delivery">What is known of its delivery; null where it was not recorded.</param>
    public sealed record NoticeFacts(DateTimeOffset At, string Channel, string By, string? Delivery);

    /// <param name="Until">Last day; null while it lasts.</param>
    public sealed record PauseFacts(DateOnly From, DateOnly? Until);

    /// <param name="Basis">Lawful basis of keeping it.</param>
    /// <param name="Retention">How long it is kept, in words.</param>
    public sealed record LifeFacts(string Basis, string Retention);

    /// <summary>A signature on paper.</summary>
    /// <param name="SignedOn">The date on the paper.</param>
    /// <param name="Witness">Who saw it signed.</param>
    /// <param name="KeyedInBy">Who entered it.</param>
    /// <param name="KeyedInAt">UTC.</param>
    /// <param name="ScanHash">SHA-256 of the scanned file.</param>
    public sealed record PaperFacts(
        DateOnly SignedOn,
        string Witness,
        Guid? WitnessId,
        string KeyedInBy,
        Guid KeyedInById,
        DateTimeOffset KeyedInAt,
        string ScanName,
        string ScanHash
    );

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
    /// <param name="Drawing">A drawn signature as lines on a field of 1000 by 300, "x,y x,y;x,y x,y"; null where none was drawn. Neither pace nor pressure is
    /// kept.</param>
    public sealed record StatementFacts(
        string Read,
        string Understood,
        string Consent,
        string Button,
        string TypedName,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Drawing = null
    );

    /// <summary>When it was signed.</summary>
    /// <param name="SignedAt">UTC, from the server's clock.</param>
    /// <param name="Zone">"Europe/London".</param>
    /// <param name="ZoneName">"BST" or "GMT".</param>
    /// <param name="Offset">"+01:00" or "+00:00".</param>
    /// <param name="Clock">Where the time came from: "server". No outside time-stamp is taken.</param>
    public sealed record TimeFacts(DateTimeOffset SignedAt, string Zone, string ZoneName, string Offset, string Clock);
}
