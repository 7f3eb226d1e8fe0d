using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Privacy;

/// <summary>Whom people turn to about their data, from when it was decided on. Pages and papers print the latest.</summary>
/// <param name="Officer">Name or firm of the data protection officer.</param>
/// <param name="OfficerContact">E-mail, telephone or address under which they are reached.</param>
/// <param name="Registration">The school's registration number with the ICO; empty where it is not entered.</param>
[Evidence("PrivacyContactDecided", "PrivacyContacts", "privacy contact")]
public sealed record PrivacyContact(
    Guid Id,
    DateTimeOffset At,
    string Officer,
    string OfficerContact,
    string Registration,
    StaffId DecidedBy,
    string DecidedByName
) : SealedRecord(Id, At)
{
    /// <summary>Longest of each field, in characters.</summary>
    public const int Longest = 200;

    public override string Form => "privacy-contact/1";
}
