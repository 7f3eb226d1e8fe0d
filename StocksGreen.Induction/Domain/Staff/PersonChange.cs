using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>
/// That something was entered about a person, with all that was known from then on. The time is that of entering, whatever day the facts speak of.
/// </summary>
/// <param name="MadeBy">Who entered it; null where the program did, or someone with access to the server.</param>
/// <param name="Source">The file it came from; null where it was entered by hand.</param>
[Evidence("PersonChanged", "PersonChanges", "change to a person", GoesWithItsFacts = true)]
public sealed record PersonChange(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    PersonChangeKind Change,
    PersonFacts Facts,
    StaffId? MadeBy,
    string MadeByName,
    string? Source
) : SealedRecord(Id, At)
{
    /// <summary>Years after someone's last day for which the history of what was entered about them is kept, and then to the end of that school year.</summary>
    public const int KeptYears = 6;

    /// <summary>Anyone who left before this day is past that time.</summary>
    /// <param name="today">Date in Europe/London.</param>
    public static DateOnly KeptFrom(DateOnly today) => AcademicYear.Containing(today).First.AddYears(-KeptYears);

    public override string Form => "person/1";
}
