using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Inducting;

/// <summary>How far one person is through what their pack asks.</summary>
/// <param name="Pack">Null for somebody without a pack.</param>
/// <param name="Policies">Policies of the pack that this person must sign, in the order of the pack.</param>
/// <param name="Briefings">Talks of the pack, in its order.</param>
/// <param name="Talks">All talks with this person, latest first.</param>
public sealed record PersonInduction(StaffMember Person, Pack? Pack, IReadOnlyList<Requirement> Policies, IReadOnlyList<BriefingRequirement> Briefings, IReadOnlyList<HeldBriefing> Talks)
{
    public int Done => Policies.Count(policy => policy.Standing.Kind is StandingKind.Signed) + Briefings.Count(briefing => briefing.IsDone);

    /// <summary>What there is to do; what a recorded decision exempts from is not among it.</summary>
    public int Total => Policies.Count(policy => policy.Standing.Kind is not StandingKind.Exempt) + Briefings.Count;

    public bool IsComplete => Pack is not null && Done == Total;

    /// <summary>Talks that wait for this person's word.</summary>
    public IEnumerable<HeldBriefing> ToConfirm => Talks.Where(talk => talk.Answer is null);
}
