using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Domain.People;

/// <summary>That something was entered about a person, with all that was known from then on. The time is that of entering, whatever day the facts speak of.</summary>
/// <param name="MadeBy">Who entered it; null where the program did, or somebody with access to the server.</param>
/// <param name="Source">The file it came from; null where it was entered by hand.</param>
public sealed record PersonChange(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    PersonChangeKind Change,
    PersonFacts Facts,
    StaffId? MadeBy,
    string MadeByName,
    string? Source)
    : SealedRecord(Id, At)
{
    public override string Form => "person/1";

    public override EvidenceKind Proves() => EvidenceKind.PersonChanged;
}
