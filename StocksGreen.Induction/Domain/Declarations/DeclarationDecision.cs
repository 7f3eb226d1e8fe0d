using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Declarations;

/// <summary>What was declared, decided and advised. The evidence holds a hash of the words and not the words: they stay in the restricted register.</summary>
/// <param name="ReviewOn">Day by which it is looked at again; null for never.</param>
/// <param name="Salt">Random, so that no one can try out words against the hash.</param>
[Evidence("DeclarationDecided", "DeclarationDecisions", "decision on a declaration", GoesWithItsFacts = true)]
public sealed record DeclarationDecision(
    Guid Id,
    DateTimeOffset At,
    Guid DeclarationId,
    DateOnly DiscussedOn,
    DateOnly? ReviewOn,
    StaffId RecordedBy,
    string RecordedByName,
    [property: JsonIgnore] string Declared,
    [property: JsonIgnore] string Decision,
    [property: JsonIgnore] string Advice,
    [property: JsonIgnore] string Salt
) : SealedRecord(Id, At)
{
    public override string Form => "decision/1";

    /// <summary>Longest text of each field, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>SHA-256 over salt and words.</summary>
    public string WordsHash => Sha256Hex.Compute(string.Join('\n', Salt, Declared, Decision, Advice));
}
