using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>One version as one person meets it: the text, how far they are, and their signature if there is one.</summary>
/// <param name="Attestation">The signature that counts; null while there is none.</param>
/// <param name="Signed">The version that the person signed last, this one or an earlier one; null where they have signed none.</param>
/// <param name="DueOn">Last day on which signing is in time.</param>
/// <param name="Header">The key details with those who hold the key roles today.</param>
/// <param name="Links">Where the policies lead that this one says it links with.</param>
public sealed record PolicyToRead(
    StaffMember Person,
    ReadingLedger Ledger,
    Attestation? Attestation,
    PolicyVersion? Signed,
    DateOnly DueOn,
    Standing Standing,
    ReviewStatus Review,
    IReadOnlyList<ShownDetail> Header,
    IReadOnlyList<LinkedPolicy> Links)
{
    public PolicyVersion Version => Ledger.Version;

    public Assignment Assignment => Ledger.Assignment;

    /// <summary>The part that a person may look at; null where their audience is not shown it.</summary>
    public PolicyPart? Part(int ordinal) => Assignment.Shown.Contains(ordinal) ? Version.Parts[ordinal] : null;

    /// <summary>The confirmation asked for a part; null where none is asked.</summary>
    public ReadingLedger.Line? Line(int ordinal) => Ledger.Parts.FirstOrDefault(line => line.Part.Ordinal == ordinal);

    /// <summary>What changed between the version that the person signed and this one, as far as they are shown it; empty where it is the same version.</summary>
    public IReadOnlyList<PartComparison> Changes => Signed is null || Signed.Id == Version.Id
        ? []
        : [.. PolicyComparison.Between(Signed.Parts, Version.Parts).Where(part => part.NeedsDecision && (part.After is null ? Assignment.Shown.Count == Version.Parts.Count : Assignment.Shown.Contains(part.After.Ordinal)))];
}
