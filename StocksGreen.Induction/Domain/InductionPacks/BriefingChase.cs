using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.InductionPacks;

/// <summary>That someone was reminded of a talk that both sides have not confirmed.</summary>
/// <param name="Title">Of the briefing in the person's pack.</param>
/// <param name="ChasedByName">Who reminded them.</param>
[Evidence("BriefingChased", "BriefingChases", "reminder of a briefing", GoesWithItsFacts = true)]
public sealed record BriefingChase(Guid Id, DateTimeOffset At, StaffId StaffId, string Title, ChaseChannel Channel, StaffId ChasedBy, string ChasedByName)
    : SealedRecord(Id, At)
{
    public override string Form => "briefing-chase/1";
}
