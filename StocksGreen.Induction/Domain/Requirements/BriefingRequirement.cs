using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>That a person must be talked through a briefing, and how that stands on a day. It is derived, never stored.</summary>
/// <param name="Latest">The latest talk under this title; null while there was none.</param>
/// <param name="MissingTopics">Topics that no talk confirmed by both sides has covered.</param>
public sealed record BriefingRequirement(
    StaffMember Person,
    InductionPack Pack,
    InductionPackBriefing Briefing,
    DateOnly DueOn,
    Standing Standing,
    HeldBriefing? Latest,
    IReadOnlyList<string> MissingTopics
)
{
    public bool IsDone => MissingTopics.Count == 0;

    /// <summary>True where the briefer has confirmed and the person has not said anything.</summary>
    public bool AwaitsPerson => Latest is { Answer: null };

    /// <summary>Every requirement of people in post as it stood at the end of a day.</summary>
    /// <param name="held">All talks with their answers.</param>
    /// <param name="asAt">Date in Europe/London.</param>
    public static IReadOnlyList<BriefingRequirement> At(DateOnly asAt, SchoolFacts facts, IReadOnlyList<HeldBriefing> held)
    {
        var calendar = facts.CalendarAt(asAt);
        var patterns = facts.PatternsAt(asAt);
        var talks = held.Where(talk => LondonTime.DateIn(talk.Briefing.At) <= asAt)
            .Select(talk => talk.Answer is { } answer && LondonTime.DateIn(answer.At) > asAt ? talk with { Answer = null } : talk)
            .ToLookup(talk => talk.Briefing.StaffId);
        var known = KnownPeople.On(asAt, facts.People, facts.Absences, facts.PersonChanges);
        var absences = known.Absences.Where(absence => absence.From <= asAt).ToLookup(absence => absence.StaffId);
        return
        [
            .. from person in known.People
            where person.StartsOn <= asAt && !person.HasLeft(asAt)
            let pack = InductionPack.For(person, facts.Packs)
            where pack is not null
            from briefing in pack.Briefings
            select Create(person, pack, briefing, talks[person.Id], [.. absences[person.Id]], asAt, calendar.For(patterns[person.Id])),
        ];
    }

    private static BriefingRequirement Create(
        StaffMember person,
        InductionPack pack,
        InductionPackBriefing briefing,
        IEnumerable<HeldBriefing> talks,
        IReadOnlyList<Absence> absences,
        DateOnly asAt,
        SchoolCalendar calendar
    )
    {
        var own = talks.Where(talk => IsSame(talk.Briefing.Title, briefing.Title)).ToList();
        var covered = own.Where(talk => talk.IsConfirmed).SelectMany(talk => talk.Briefing.Topics).Select(SearchText.Fold).ToHashSet(StringComparer.Ordinal);
        var missing = briefing.Topics.Where(topic => !covered.Contains(SearchText.Fold(topic))).ToList();
        var dueOn = DueDate.For(person, person.StartsOn, absences, calendar, pack.DueSchoolDays);
        var standing = Standing.Calculate(missing.Count == 0, isExempt: false, absences.Any(absence => absence.Covers(asAt)), dueOn, asAt, calendar);
        return new BriefingRequirement(person, pack, briefing, dueOn, standing, own.LastOrDefault(), missing);
    }

    private static bool IsSame(string one, string other) => string.Equals(SearchText.Fold(one), SearchText.Fold(other), StringComparison.Ordinal);
}
