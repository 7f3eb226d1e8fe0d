using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Branding;

/// <summary>The school's decision on the crest at the head of its pages and papers. A paper carries the one that was in use on its day.</summary>
/// <param name="Png">The picture as Base64; null where the school gave its crest up again.</param>
[Evidence("CrestDecided", "Crests", "crest")]
public sealed record SchoolCrest(Guid Id, DateTimeOffset At, string? Png, StaffId DecidedBy, string DecidedByName) : SealedRecord(Id, At)
{
    public override string Form => "crest/1";
}
