using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.InductionPacks;

/// <summary>That someone talked a person through the topics of a briefing, by their own word.</summary>
/// <param name="Statement">The words that the briefer confirmed, verbatim.</param>
[Evidence("BriefingGiven", "Briefings", "briefing", GoesWithItsFacts = true)]
public sealed record Briefing(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    string Title,
    DateOnly HeldOn,
    IReadOnlyList<string> Topics,
    StaffId BriefedBy,
    string BriefedByName,
    string Statement
) : SealedRecord(Id, At)
{
    public override string Form => "briefing/1";
}
