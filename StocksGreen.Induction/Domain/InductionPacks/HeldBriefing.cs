namespace StocksGreen.Induction.Domain.InductionPacks;

/// <summary>A briefing with what the person who was briefed says of it.</summary>
/// <param name="Answer">The latest; null while they have said nothing.</param>
public sealed record HeldBriefing(Briefing Briefing, BriefingConfirmation? Answer)
{
    /// <summary>True where both sides confirm it.</summary>
    public bool IsConfirmed => Answer is { TookPlace: true };

    /// <summary>Briefings with their answers, in the order in which they were recorded.</summary>
    public static IReadOnlyList<HeldBriefing> Join(IEnumerable<Briefing> briefings, IEnumerable<BriefingConfirmation> answers)
    {
        var given = answers.OrderBy(answer => answer.EvidenceNumber).ToLookup(answer => answer.BriefingId);
        return [.. briefings.OrderBy(briefing => briefing.EvidenceNumber).Select(briefing => new HeldBriefing(briefing, given[briefing.Id].LastOrDefault()))];
    }
}
