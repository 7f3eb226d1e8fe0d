using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>Who is written to on a day, and about what.</summary>
/// <param name="Digests">One a person.</param>
/// <param name="TeamDigests">One a line lead.</param>
/// <param name="ForSlips">Those who would get one and have no e-mail address that works.</param>
/// <param name="LeadsToTell">Line leads who would get one and have no e-mail address that works, on each day while their team is in arrears: no one records
/// that they were told.</param>
/// <remarks>
/// Someone is reminded when they are first asked, a week before the due day, the day before, the day after, and then a week after the last time. Each of these
/// is a day that has come, not an appointment: anyone who was not reminded since that day is reminded on the next day on which the school and the person work.
/// So a mail server that was away for three days makes no one get three mails, and a holiday is made up for by one.
/// </remarks>
public sealed record ReminderPlan(
    IReadOnlyList<Digest> Digests,
    IReadOnlyList<TeamDigest> TeamDigests,
    IReadOnlyList<Digest> ForSlips,
    IReadOnlyList<TeamDigest> LeadsToTell
)
{
    /// <summary>Overdue reminders that a person gets before their line lead is told.</summary>
    public const int RemindersBeforeLead = 2;

    private const int Week = 7;

    // No one is away from school for longer and reminded before it.
    private const int LongestBreakDays = 60;

    /// <param name="day">Date in Europe/London.</param>
    /// <param name="facts">Of the whole school, with its calendar.</param>
    public static ReminderPlan On(DateOnly day, SchoolFacts facts, ReminderHistory history)
    {
        var (school, patterns) = (facts.CalendarAt(day), facts.PatternsAt(day));
        var policyOf = facts.Versions.ToDictionary(version => version.Id, version => version.PolicyId);
        var reminded = history.Chases.ToLookup(chase => (chase.StaffId, policyOf.GetValueOrDefault(chase.VersionId)));
        var open = school.IsSchoolDay(day) ? Digest.From(facts.RequirementsAt(day)) : [];
        var due = open.Where(digest =>
                Own(digest.Person) is var own && own.IsSchoolDay(day) && digest.ToSign.Any(requirement => IsDue(requirement, Days(requirement), day, own))
            )
            .ToList();
        var leads = facts.People.Where(person =>
            person.IsInPost(day) && Own(person).IsSchoolDay(day) && !facts.Absences.Any(absence => absence.StaffId == person.Id && absence.Covers(day))
        );
        var teams = Teams(leads.ToDictionary(person => person.Id), open, requirement => Days(requirement).Count(on => on > requirement.DueOn && on < day));
        return new ReminderPlan(
            [.. due.Where(digest => history.Reaches(digest.Person))],
            [.. teams.Where(team => history.Reaches(team.Lead) && team.Team.Any(member => IsNews(team.Lead, member, history, day)))],
            [.. due.Where(digest => !history.Reaches(digest.Person))],
            [.. teams.Where(team => !history.Reaches(team.Lead)).OrderBy(team => team.Lead.FullName, StringComparer.OrdinalIgnoreCase)]
        );

        SchoolCalendar Own(StaffMember person) => school.For(patterns[person.Id]);

        // Days on which the person was reminded of this policy since they last signed it.
        IReadOnlyList<DateOnly> Days(Requirement requirement) =>
            [
                .. reminded[(requirement.Person.Id, requirement.Policy.Id)]
                    .Where(chase => requirement.Assignment.Since is not { } signed || chase.At > signed.Attestation.SignedAt)
                    .Select(chase => LondonTime.DateIn(chase.At))
                    .Distinct(),
            ];
    }

    private static bool IsDue(Requirement requirement, IReadOnlyList<DateOnly> reminded, DateOnly day, SchoolCalendar own)
    {
        if (reminded.Count == 0)
        {
            return true;
        }

        var last = reminded.Max();
        return day > requirement.DueOn
            ? last <= requirement.DueOn || last.AddDays(Week) <= day
            : Moments(requirement.DueOn, own).Any(moment => moment <= day && last < moment);
    }

    /// <summary>
    /// The days before the due day on which a reminder goes out. What would fall on a day without school is sent on the last school day before it, not after.
    /// </summary>
    private static IEnumerable<DateOnly> Moments(DateOnly dueOn, SchoolCalendar own) =>
        [LastSchoolDay(dueOn.AddDays(-Week), own), LastSchoolDay(dueOn.AddDays(-1), own)];

    private static DateOnly LastSchoolDay(DateOnly latest, SchoolCalendar own)
    {
        var day = latest;
        while (!own.IsSchoolDay(day) && latest.DayNumber - day.DayNumber < LongestBreakDays)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static IReadOnlyList<TeamDigest> Teams(Dictionary<StaffId, StaffMember> leads, IReadOnlyList<Digest> open, Func<Requirement, int> timesReminded) =>
        [
            .. from digest in open
            where digest.Person.LineLead is { } lead && leads.ContainsKey(lead) && lead != digest.Person.Id
            let overdue = digest.Overdue.Where(requirement => timesReminded(requirement) >= RemindersBeforeLead).ToList()
            where overdue.Count > 0
            group new TeamDigest.Member(digest.Person, overdue) by digest.Person.LineLead!.Value into team
            select new TeamDigest(leads[team.Key], [.. team]),
        ];

    private static bool IsNews(StaffMember lead, TeamDigest.Member member, ReminderHistory history, DateOnly day) =>
        !history.TeamTold.TryGetValue((lead.Id, member.Person.Id), out var told) || told.AddDays(Week) <= day;
}
