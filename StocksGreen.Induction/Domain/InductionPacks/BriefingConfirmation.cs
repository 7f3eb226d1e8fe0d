using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.InductionPacks;

/// <summary>What the person who was briefed says of it.</summary>
/// <param name="TookPlace">False where they say that it was not so; the briefing then does not count.</param>
/// <param name="Statement">The words that were confirmed, verbatim.</param>
[Evidence("BriefingConfirmed", "BriefingConfirmations", "confirmation of a briefing", GoesWithItsFacts = true)]
public sealed record BriefingConfirmation(Guid Id, DateTimeOffset At, Guid BriefingId, StaffId StaffId, bool TookPlace, string Statement) : SealedRecord(Id, At)
{
    public override string Form => "briefing-confirmed/1";
}
