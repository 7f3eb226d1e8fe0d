using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Reading.Library;

/// <summary>A policy in force as anyone with an account may read it.</summary>
/// <param name="Parts">Ordinals that the reader's audience is shown.</param>
/// <param name="Header">The key details with those who hold the key roles today.</param>
/// <param name="Open">What the reader is asked to sign of it and has not signed; null where that is nothing.</param>
public sealed record LibraryEntry(
    PolicyVersion Version,
    IReadOnlyList<int> Parts,
    ReviewStatus Review,
    IReadOnlyList<ShownDetail> Header,
    IReadOnlyList<LinkedPolicy> Links,
    Requirement? Open
)
{
    /// <summary>The day from which it will be in force; null where it is.</summary>
    public DateOnly? ReadyFrom { get; init; }

    /// <summary>True where the reader is shown a selection.</summary>
    public bool IsSelection => Parts.Count < Version.Parts.Count;

    /// <summary>Minutes for what the reader is shown.</summary>
    public int Minutes => ReadingTime.MinutesFor(Version.Parts.Where(part => Parts.Contains(part.Ordinal)).Sum(part => part.WordsToRead));
}
