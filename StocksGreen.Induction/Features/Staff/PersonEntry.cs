using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Features.Staff.Listing;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>A person as the office keeps them.</summary>
/// <param name="Roles">Null for someone without an account.</param>
/// <param name="IsClosed">True where the account lets no one in any more.</param>
/// <param name="Seen">Number of the last entry about them; 0 where there is none.</param>
/// <param name="History">What was entered, newest first.</param>
/// <param name="Leads">Who may lead them: everyone else who has not left, by name.</param>
public sealed record PersonEntry(
    StaffMember Person,
    PersonFacts Facts,
    PersonState State,
    AccessRoles? Roles,
    bool IsClosed,
    long Seen,
    IReadOnlyList<PersonHistoryItem> History,
    IReadOnlyList<StaffMember> Leads
)
{
    /// <summary>What they are asked to sign, the most urgent first and what is signed last.</summary>
    public required IReadOnlyList<Requirement> Policies { get; init; }

    /// <summary>Reminders and ways in, newest first.</summary>
    public required IReadOnlyList<PersonContact> Contacts { get; init; }

    /// <summary>Induction talks, newest first.</summary>
    public required IReadOnlyList<HeldBriefing> Talks { get; init; }

    /// <summary>UTC; null for someone who never signed in.</summary>
    public required DateTimeOffset? LastSignInAt { get; init; }

    /// <summary>When and how they were last given a way in; null for never.</summary>
    public required SignInGiven? LastGiven { get; init; }

    /// <summary>Why the actor can give them no way in; null where they can.</summary>
    public required string? WhyNoWayIn { get; init; }

    public IEnumerable<Requirement> Open =>
        Policies.Where(one => one is { HasLeft: false, Standing: { Kind: StandingKind.Due or StandingKind.Overdue } }).OrderBy(one => one.DueOn);

    public int Signed => Policies.Count(one => one.Standing.Kind is StandingKind.Signed);

    /// <summary>"2 policies unsigned, 1 talk not confirmed"; empty where nothing is open.</summary>
    public string StillOpen =>
        string.Join(
            ", ",
            new[]
            {
                Counted(Open.Count(), "policy unsigned", "policies unsigned"),
                Counted(Talks.Count(talk => talk.Answer is null), "talk not confirmed", "talks not confirmed"),
            }.OfType<string>()
        );

    private static string? Counted(int count, string one, string many) => count == 0 ? null : $"{count} {(count == 1 ? one : many)}";
}
