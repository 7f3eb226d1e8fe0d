using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>That a visitor was reminded of the policy on a first visit.</summary>
/// <param name="Organisation">May be empty.</param>
/// <param name="Wording">What the visitor was shown, verbatim.</param>
[Evidence("VisitorReminded", "VisitorReminders", "visitor's reminder", GoesWithItsFacts = true)]
public sealed record VisitorReminder(Guid Id, DateTimeOffset At, string FullName, string Organisation, VersionId VersionId, int VersionNumber, string Wording)
    : SealedRecord(Id, At)
{
    public override string Form => "visitor/1";

    /// <summary>Days after which name and organisation are deleted.</summary>
    public const int KeptDays = 90;
}
