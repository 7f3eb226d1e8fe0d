using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>One person as the panel next to the list shows them.</summary>
/// <param name="Email">Null where they have none: then they are reminded on paper.</param>
/// <param name="Signed">How many policies they have signed of those that they are asked to.</param>
/// <param name="Open">What they have not signed, the most urgent first.</param>
/// <param name="Contacts">The latest; the newest first.</param>
/// <param name="HasAccount">False for someone who was never given a way to sign in.</param>
/// <param name="LastSignInAt">UTC; null where they never have.</param>
public sealed record PersonPanel(
    StaffId StaffId,
    string FullName,
    string JobTitle,
    string? Email,
    int Signed,
    IReadOnlyList<ChaseRow> Open,
    IReadOnlyList<PersonPanel.Contact> Contacts,
    bool HasAccount,
    DateTimeOffset? LastSignInAt
)
{
    public int Asked => Signed + Open.Count(row => row.Standing.Kind is not Domain.Requirements.StandingKind.Exempt);

    public bool MayBeChosen => Open.Any(row => row.Standing.Kind is Domain.Requirements.StandingKind.Due or Domain.Requirements.StandingKind.Overdue);

    /// <summary>What can be done for the person.</summary>
    public enum Act
    {
        Remind,
        Extend,
        PrintSlip,
        RecordContact,
    }

    /// <summary>That someone of the school turned to the person.</summary>
    /// <param name="At">UTC.</param>
    /// <param name="What">"By telephone, of 3 policies".</param>
    public sealed record Contact(DateTimeOffset At, string What, string By);
}
