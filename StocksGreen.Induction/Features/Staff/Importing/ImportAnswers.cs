using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>What the office says next to the file.</summary>
/// <param name="Doubts">By line; a line without an answer is left out.</param>
/// <param name="Leaving">Those of the proposed who have left.</param>
/// <param name="LastDay">Of those; needed where there is one.</param>
public sealed record ImportAnswers(IReadOnlyDictionary<int, DoubtAnswer> Doubts, IReadOnlySet<StaffId> Leaving, DateOnly? LastDay)
{
    /// <summary>True to list people by the name they are known by, where the file has a legal one too. Certificates print what is listed.</summary>
    public bool ArePreferredNamesUsed { get; init; }

    /// <summary>Nothing is said: what the command line does.</summary>
    public static ImportAnswers None { get; } = new(new Dictionary<int, DoubtAnswer>(), new HashSet<StaffId>(), LastDay: null);
}
