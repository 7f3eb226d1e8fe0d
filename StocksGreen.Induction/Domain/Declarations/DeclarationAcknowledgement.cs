using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Declarations;

/// <summary>That the person who declared has read the decision and the advice.</summary>
/// <param name="Statement">The words that were acknowledged, verbatim.</param>
[Evidence("DeclarationAcknowledged", "DeclarationAcknowledgements", "acknowledgement", GoesWithItsFacts = true)]
public sealed record DeclarationAcknowledgement(Guid Id, DateTimeOffset At, Guid DecisionId, StaffId StaffId, string Statement) : SealedRecord(Id, At)
{
    public override string Form => "acknowledgement/1";
}
