using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>All that is printed of one attestation: who signed which text, when, in which words, and how the record is sealed.</summary>
/// <remarks>
/// Taken from the stored record, never recomputed; a null is printed as "not recorded". Times are instants of any offset, printed in Europe/London.
/// </remarks>
public sealed record Certificate
{
    /// <summary>The field of <see cref="Record"/> that is known only when the file is sealed.</summary>
    public const string TimeStampField = "Time-stamp of an outside service";

    public required string School { get; init; }

    /// <summary>That the school used on the day of the paper; null for none.</summary>
    public RasterImage? Crest { get; init; }

    public required string PolicyTitle { get; init; }

    /// <summary>"1" or "September 2024", printed after the word "version".</summary>
    public required string VersionLabel { get; init; }

    /// <summary>The day from which the version is in force, as sealed on the day.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>"October 2025", as sealed on the day; null where the policy does not say.</summary>
    public string? NextReview { get; init; }

    /// <summary>The policy's state at signing: "In force. Full review overdue since October 2025".</summary>
    public required string ReviewLine { get; init; }

    public required bool IsReviewOverdue { get; init; }

    public required string PersonName { get; init; }

    public string? Email { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>The group by which the policy was required: "Employees".</summary>
    public string? Audience { get; init; }

    /// <summary>The statement of having read, word for word as it was ticked.</summary>
    public required string ReadStatement { get; init; }

    /// <summary>The statement of having understood, word for word as it was ticked; empty in a short signature, which has one statement.</summary>
    public required string UnderstoodStatement { get; init; }

    /// <summary>What of the text was read and signed, where it was not all of it: "What changed since version 1 …".</summary>
    public string? Scope { get; init; }

    /// <summary>Which parts of its document the policy is: "Part one, Annex B of …, pages 7–22"; null where it is all of it.</summary>
    public string? Extract { get; init; }

    /// <summary>True where only what changed since an earlier signature was read and signed.</summary>
    public bool IsOfChangesOnly { get; init; }

    /// <summary>True where the signer is shown a selection of the text; the copy then holds that selection.</summary>
    public bool IsSelection { get; init; }

    /// <summary>
    /// That the text was published as pictures of pages: "Published as 4 page pictures with text alternatives; …"; null for one that was not.
    /// </summary>
    public string? Pages { get; init; }

    /// <summary>The consent to sign electronically, word for word as it stood above the button.</summary>
    public string? Consent { get; init; }

    /// <summary>The name exactly as the person typed it.</summary>
    public string? TypedName { get; init; }

    /// <summary>What was stated on relationships and situations, never what it is about: "Nothing to declare".</summary>
    public string? Declaration { get; init; }

    /// <summary>How the questions on the text were answered: "3 of 3 answered rightly, 2 at the first attempt".</summary>
    public string? Understanding { get; init; }

    /// <summary>"Password, at 14 September 2026, 15:58 BST; again by password for this signature".</summary>
    public string? IdentityProof { get; init; }

    /// <summary>By the server's clock; of a signature on paper, when it was entered.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The reading ledger, in the order of the text; empty where nothing was recorded, or where all that had changed was taken out.</summary>
    public required IReadOnlyList<CertifiedSection> Sections { get; init; }

    /// <summary>SHA-256 of the whole text, 64 hexadecimal digits.</summary>
    public required string TextHash { get; init; }

    public required long EvidenceNumber { get; init; }

    /// <summary>SHA-256 of the evidence entry of the signature.</summary>
    public required string EvidenceHash { get; init; }

    /// <summary>SHA-256 of the entry before it.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>SHA-256 of the sealed content of the entry.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>What the entry seals, to be carried inside the file; null where it is not at hand.</summary>
    public SealedData? Sealed { get; init; }

    /// <summary>SHA-256 of the certificate of the school's first key, from which all trust in later ones comes; null where none is named.</summary>
    public string? FirstKey { get; init; }

    /// <summary>What to know before relying on the record, one sentence each: that a key was lost, or that the clock had been set back.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>True where an outside service has stamped the seal of the file with the time (<see cref="WithTimeStamp"/>).</summary>
    public bool IsTimeStamped { get; private init; }

    /// <summary>Who released the version: "Helen Ashdown".</summary>
    public string? ReleasedBy { get; init; }

    /// <summary>Who agreed to the policy and when, in its own words: "Date agreed: September 2024; Governing Committee: Full Governing Body".</summary>
    public string? Approval { get; init; }

    /// <summary>"in 11 minutes; about 9 minutes of text"; null where the times do not tell.</summary>
    public string? Pace { get; init; }

    /// <summary>Where the signature came from: "192.0.2.7 (connection); Safari on iPhone".</summary>
    public string? Place { get; init; }

    /// <summary>How the person came to be asked: "by Helen Ashdown; 14 school days from …; due 28 September 2026".</summary>
    public string? Path { get; init; }

    /// <summary>Designated Safeguarding Lead on the day.</summary>
    public string? Dsl { get; init; }

    /// <summary>Named governor on the day.</summary>
    public string? Governor { get; init; }

    public required Guid AttestationId { get; init; }

    public string? SoftwareVersion { get; init; }

    /// <summary>Every other field that the evidence of a signature may hold, in groups; printed on the page of proof.</summary>
    public IReadOnlyList<RecordLine> Record { get; init; } = [];

    /// <summary>What has come of it since, as known when the paper is made.</summary>
    public IReadOnlyList<RecordLine> Afterwards { get; init; } = [];

    /// <summary>The drawn signature as lines of points on a field of 1000 by 300; empty where none was drawn.</summary>
    public IReadOnlyList<IReadOnlyList<(int X, int Y)>> Drawing { get; init; } = [];

    /// <summary>"Witnessed by …; entered by …"; null for a signature on a screen.</summary>
    public string? OnPaper { get; init; }

    /// <summary>The date on the paper; null for a signature on a screen.</summary>
    public DateOnly? DatedOnPaper { get; init; }

    /// <summary>That the signature was taken back, when, by whom and why; null while it stands.</summary>
    public string? Withdrawal { get; init; }

    /// <summary>What is wrong in the record, one sentence each; empty where nothing is known to be.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>The version that followed and its day; null while there is none.</summary>
    public string? Superseded { get; init; }

    /// <summary>The same, in a file whose seal an outside service stamps.</summary>
    public Certificate WithTimeStamp() =>
        this with
        {
            IsTimeStamped = true,
            Record = [.. Record.Select(line => line.Name == TimeStampField ? line with { Value = "on the seal of this file: by when it was there" } : line)],
        };

    /// <summary>What to type on the check page.</summary>
    public PaperCode CheckCode => PaperCode.From(EvidenceNumber, EvidenceHash);

    /// <summary>The whole address behind the QR code; null where the school's address is not known, and then there is no code.</summary>
    public string? CheckAddress { get; init; }

    /// <summary>True prints that the people are invented.</summary>
    public bool IsDemonstration { get; init; }
}
