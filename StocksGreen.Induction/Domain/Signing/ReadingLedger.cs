using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>How far a person is through what they must read of a version: each part and its confirmation.</summary>
public sealed class ReadingLedger
{
    /// <param name="assignment">What of the version this person must read.</param>
    /// <param name="confirmations">The person's own for this version, in any order.</param>
    public ReadingLedger(PolicyVersion version, Assignment assignment, IEnumerable<SectionConfirmation> confirmations)
    {
        Version = version;
        Assignment = assignment;
        var byOrdinal = confirmations.ToDictionary(confirmation => confirmation.Ordinal);
        Parts = [.. assignment.Parts.Select(ordinal => new Line(version.Parts[ordinal], byOrdinal.GetValueOrDefault(ordinal)))];
    }

    public PolicyVersion Version { get; }

    public Assignment Assignment { get; }

    /// <summary>The parts to confirm, in reading order; a part that is not asked of this person is not among them.</summary>
    public IReadOnlyList<Line> Parts { get; }

    public int ConfirmedCount => Parts.Count(line => line.Confirmation is not null);

    public bool IsComplete => ConfirmedCount == Parts.Count;

    /// <summary>The first part that is not confirmed; null when all are.</summary>
    public PolicyPart? Next => Parts.FirstOrDefault(line => line.Confirmation is null)?.Part;

    /// <summary>Minutes of reading that are left; 0 when every part is confirmed.</summary>
    public int MinutesLeft => ReadingTime.MinutesFor(Parts.Where(line => line.Confirmation is null).Sum(line => line.Part.Words));

    /// <summary>The open part to go on with after one was confirmed: the next open one below it, else the first open one; null when all are confirmed.</summary>
    public PolicyPart? NextAfter(int ordinal) =>
        Parts.FirstOrDefault(line => line.Confirmation is null && line.Part.Ordinal > ordinal)?.Part ?? Next;

    /// <param name="Confirmation">Null while the part is open.</param>
    public sealed record Line(PolicyPart Part, SectionConfirmation? Confirmation);
}
