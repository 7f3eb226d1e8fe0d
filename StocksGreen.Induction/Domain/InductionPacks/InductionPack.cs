using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.InductionPacks;

/// <summary>What a new starter in a role must complete, and by when. A change is a new decision under the same pack.</summary>
/// <param name="PackId">The same for all decisions on one pack.</param>
/// <param name="Number">Of the decision: 1 for the first.</param>
/// <param name="JobTitles">Only those whose job title holds one of these; empty for everyone of the audience.</param>
/// <param name="DueSchoolDays">School days from the first day in post, that day included.</param>
/// <param name="From">People who start on this day or later are asked.</param>
[Evidence("InductionPackDecided", "Packs", "induction pack")]
public sealed record InductionPack(
    Guid Id,
    DateTimeOffset At,
    Guid PackId,
    int Number,
    string Name,
    Audience Audience,
    IReadOnlyList<string> JobTitles,
    IReadOnlyList<PolicyId> Policies,
    IReadOnlyList<InductionPackBriefing> Briefings,
    int DueSchoolDays,
    DateOnly From,
    bool IsInUse,
    StaffId DecidedBy,
    string DecidedByName
) : SealedRecord(Id, At)
{
    public override string Form => "induction-pack/1";

    /// <summary>The packs in use.</summary>
    /// <param name="decisions">All decisions, in any order.</param>
    public static IReadOnlyList<InductionPack> InUse(IEnumerable<InductionPack> decisions) =>
        [.. decisions.GroupBy(decision => decision.PackId).Select(group => group.MaxBy(decision => decision.Number)!).Where(decision => decision.IsInUse)];

    /// <summary>The pack of a person: of two that fit, the one that names the job.</summary>
    /// <returns>Null where none fits, or the person started before it.</returns>
    public static InductionPack? For(StaffMember person, IEnumerable<InductionPack> packs) =>
        packs.Where(pack => pack.Fits(person)).OrderByDescending(pack => pack.JobTitles.Count > 0).ThenByDescending(pack => pack.At).FirstOrDefault();

    /// <summary>True where another decision asks the same of the same people.</summary>
    public bool SaysTheSameAs(InductionPack other) =>
        (Name, Audience, DueSchoolDays, From, IsInUse) == (other.Name, other.Audience, other.DueSchoolDays, other.From, other.IsInUse)
        && JobTitles.SequenceEqual(other.JobTitles, StringComparer.Ordinal)
        && Policies.SequenceEqual(other.Policies)
        && Briefings.Select(briefing => briefing.Title).SequenceEqual(other.Briefings.Select(briefing => briefing.Title), StringComparer.Ordinal)
        && Briefings.SelectMany(briefing => briefing.Topics).SequenceEqual(other.Briefings.SelectMany(briefing => briefing.Topics), StringComparer.Ordinal);

    private bool Fits(StaffMember person) =>
        Audience == person.Audience
        && person.StartsOn >= From
        && (JobTitles.Count == 0 || JobTitles.Any(title => SearchText.Fold(person.JobTitle).Contains(SearchText.Fold(title), StringComparison.Ordinal)));
}
