using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>How far one person is through what their pack asks.</summary>
/// <param name="Pack">Null for someone without a pack.</param>
/// <param name="Policies">Policies of the pack that this person must sign, in the order of the pack.</param>
/// <param name="Briefings">Talks of the pack, in its order.</param>
/// <param name="Talks">All talks with this person, latest first.</param>
public sealed record PersonInduction(
    StaffMember Person,
    InductionPack? Pack,
    IReadOnlyList<Requirement> Policies,
    IReadOnlyList<BriefingRequirement> Briefings,
    IReadOnlyList<HeldBriefing> Talks
)
{
    public int Done => Policies.Count(policy => policy.Standing.Kind is StandingKind.Signed) + Briefings.Count(briefing => briefing.IsDone);

    /// <summary>
    /// What there is to do and what is done. What is paused is next to it (<see cref="Paused"/>); what a recorded decision exempts from, and what is not asked,
    /// is not among it.
    /// </summary>
    public int Total => Done + Policies.Count(policy => IsOpen(policy.Standing)) + Briefings.Count(briefing => IsOpen(briefing.Standing));

    /// <summary>Steps that wait until the person is back from a long absence.</summary>
    public int Paused =>
        Policies.Count(policy => policy.Standing.Kind is StandingKind.Paused) + Briefings.Count(briefing => briefing.Standing.Kind is StandingKind.Paused);

    public bool IsComplete => Pack is not null && Done == Total && Paused == 0;

    /// <summary>"3 of 5 steps", or "3 of 5 steps, 2 paused".</summary>
    public string StepsInWords => Paused == 0 ? $"{Done} of {Total} steps" : $"{Done} of {Total} steps, {Paused} paused";

    /// <summary>Talks that wait for this person's word.</summary>
    public IEnumerable<HeldBriefing> ToConfirm => Talks.Where(talk => talk.Answer is null);

    private static bool IsOpen(Standing standing) => standing.Kind is StandingKind.Due or StandingKind.Overdue;
}
