using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Access;

/// <summary>That someone's access was changed, by whom, and how the one who changed it showed who they are.</summary>
/// <param name="StaffId">Whose.</param>
/// <param name="Role">Which one was given or taken; <see cref="AccessRoles.Headteacher"/> for who acts; none for a second step.</param>
/// <param name="From">First day of acting; null for what holds at once.</param>
/// <param name="Until">Last day of acting; null for what has no end.</param>
/// <param name="By">Null for the command line, whose user owns the server.</param>
/// <param name="Proof">"password and authenticator app".</param>
[Evidence("AccessChanged", "AccessChanges", "change of access", GoesWithItsFacts = true)]
public sealed record AccessChanged(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    AccessChangeKind Kind,
    AccessRoles Role,
    DateOnly? From,
    DateOnly? Until,
    StaffId? By,
    string ByName,
    string Proof
) : SealedRecord(Id, At)
{
    public override string Form => "access-changed/1";

    /// <summary>Whether a person acts for the headteacher on a day.</summary>
    /// <param name="changes">All that is recorded of that person.</param>
    public static bool IsActing(IEnumerable<AccessChanged> changes, DateOnly day) =>
        changes
            .Where(change => change.Kind is AccessChangeKind.ActingGiven or AccessChangeKind.ActingEnded)
            .OrderBy(change => change.EvidenceNumber)
            .LastOrDefault()
            is { Kind: AccessChangeKind.ActingGiven, From: { } from, Until: { } until }
        && from <= day
        && day <= until;
}
