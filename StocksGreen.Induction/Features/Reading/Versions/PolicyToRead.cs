using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Reading.Versions;

/// <summary>One version as one person meets it: the text, how far they are, and their signature if there is one.</summary>
/// <param name="Attestation">The signature that counts; null while there is none.</param>
/// <param name="Signed">The version that the person signed last, this one or an earlier one; null where they have signed none.</param>
/// <param name="Later">What was published after that version, up to this one, in the order of publication; empty where they have signed none.</param>
/// <param name="DueOn">Last day on which signing is in time.</param>
/// <param name="Header">The key details with those who hold the key roles today.</param>
/// <param name="Links">Where the policies lead that this one says it links with.</param>
public sealed record PolicyToRead(
    StaffMember Person,
    ReadingLedger Ledger,
    Attestation? Attestation,
    PolicyVersion? Signed,
    IReadOnlyList<PolicyVersion> Later,
    DateOnly DueOn,
    Standing Standing,
    ReviewStatus Review,
    IReadOnlyList<ShownDetail> Header,
    IReadOnlyList<LinkedPolicy> Links
)
{
    private IReadOnlyList<PartComparison>? changes;

    /// <summary>By which rules the due day was calculated.</summary>
    public DueRules Rules { get; init; } = DueRules.Usual;

    /// <summary>By which it is as late as it is; null where no one gave more time.</summary>
    public Extension? Extension { get; init; }

    public PolicyVersion Version => Ledger.Version;

    public Assignment Assignment => Ledger.Assignment;

    /// <summary>True where the signature that counts is of an earlier version, since which nothing changed materially.</summary>
    public bool StandsFromEarlier => Attestation is not null && Signed!.Id != Version.Id;

    /// <summary>
    /// What differs between the version that the person signed and this one, as far as they are shown it, and every part that they must confirm; empty where it
    /// is the same version.
    /// </summary>
    /// <remarks>
    /// A part that was changed materially and then changed back is still to be confirmed: it stands here though its words are those that were signed.
    /// </remarks>
    public IReadOnlyList<PartComparison> Changes =>
        changes ??=
            Signed is null || Signed.Id == Version.Id
                ? []
                :
                [
                    .. PolicyComparison
                        .Between(Signed.Parts, Version.Parts)
                        .Where(IsShown)
                        .Where(part => part.NeedsDecision || (Assignment.IsOfChangesOnly && IsAsked(part))),
                ];

    /// <summary>Headings of what was materially removed since the signature and is no longer missing, because a later version brought it back.</summary>
    public IEnumerable<string> RemovedInBetween =>
        Assignment.Removed.Where(heading => !Changes.Any(part => part.After is null && string.Equals(part.Heading, heading, StringComparison.Ordinal)));

    /// <summary>The part that a person may look at; null where their audience is not shown it.</summary>
    public PolicyPart? Part(int ordinal) => Assignment.Shown.Contains(ordinal) ? Version.Parts[ordinal] : null;

    /// <summary>The confirmation asked for a part; null where none is asked.</summary>
    public ReadingLedger.Line? Line(int ordinal) => Ledger.Parts.FirstOrDefault(line => line.Part.Ordinal == ordinal);

    /// <summary>True where a part differs from what the person signed, be it ever so little.</summary>
    public bool HasChanged(int ordinal) => Changes.Any(part => part.After?.Ordinal == ordinal);

    /// <summary>True where a part must be confirmed for the signature that is asked.</summary>
    public bool IsAsked(PartComparison part) => part.After is { } after && Line(after.Ordinal) is not null;

    // Anyone who is shown a selection was never shown what has gone.
    private bool IsShown(PartComparison part) =>
        part.After is { } after ? Assignment.Shown.Contains(after.Ordinal) : Assignment.Shown.Count == Version.Parts.Count;
}
