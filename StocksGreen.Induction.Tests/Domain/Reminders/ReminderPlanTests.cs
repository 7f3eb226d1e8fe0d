using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Reminders;

/// <summary>A year of mornings in a school with real terms; every morning's plan is carried out, as the server does.</summary>
public sealed class ReminderPlanTests
{
    private static readonly ReminderHistory Nothing = new(
        [],
        new Dictionary<(StaffId, StaffId), DateOnly>(),
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    );

    private static readonly DateOnly Monday = new(2026, 9, 14);
    private static readonly StaffMember Amelia = Person("Amelia Hart");

    [Fact]
    public void Someone_who_never_signs_is_reminded_when_asked_a_week_before_the_day_before_the_day_after_and_then_weekly_but_not_in_half_term() =>
        Assert.Equal(
            // Due on Monday 28 September; the day before is a Sunday, so Friday. Half-term is 26 to 30 October.
            ["14 Sep", "21 Sep", "25 Sep", "29 Sep", "6 Oct", "13 Oct", "20 Oct", "2 Nov", "9 Nov"],
            Days(School(), Monday, new DateOnly(2026, 11, 13))
        );

    [Fact]
    public void What_falls_due_after_half_term_is_reminded_of_once_before_it()
    {
        // Published on 19 October: ten school days later is Monday 9 November; a week before is 2 November, the first day back.
        Assert.Equal(
            ["19 Oct", "2 Nov", "6 Nov", "10 Nov"],
            Days(School(publishedOn: new DateOnly(2026, 10, 19)), new DateOnly(2026, 10, 19), new DateOnly(2026, 11, 13))
        );
        // Published on 12 October: due on Monday 2 November. A week before and the day before both lie in half-term: one reminder, on its last school day.
        Assert.Equal(
            ["12 Oct", "23 Oct", "3 Nov", "10 Nov"],
            Days(School(publishedOn: new DateOnly(2026, 10, 12)), new DateOnly(2026, 10, 12), new DateOnly(2026, 11, 13))
        );
    }

    [Fact]
    public void Nobody_is_written_to_from_the_end_of_term_until_after_Christmas()
    {
        var days = Days(School(), Monday, new DateOnly(2027, 1, 22));

        Assert.Equal(["14 Dec", "4 Jan", "11 Jan", "18 Jan"], days.SkipWhile(day => day != "14 Dec"));
    }

    [Fact]
    public void A_bank_holiday_moves_a_weekly_reminder_to_the_next_day()
    {
        // Asked on Monday 12 April 2027, due on the 26th: the day after is the 27th, and Monday 3 May is a bank holiday that no reminder falls on.
        var days = Days(School(publishedOn: new DateOnly(2027, 4, 9)), new DateOnly(2027, 4, 9), new DateOnly(2027, 5, 14));

        Assert.DoesNotContain("3 May", days);
        Assert.Equal(days.Count, days.Distinct().Count());
    }

    [Fact]
    public void On_an_INSET_day_staff_work_and_nobody_is_reminded()
    {
        var inset = new DateOnly(2026, 9, 21);
        var facts = School() with { CalendarDays = [TestTerms.Day(inset, CalendarDayKind.Inset, staffWork: true)] };

        // A week before is the INSET day itself: so the last school day before it.
        Assert.Equal(["14 Sep", "18 Sep", "25 Sep", "29 Sep"], Days(facts, Monday, new DateOnly(2026, 10, 2)));
    }

    [Fact]
    public void Someone_who_does_not_work_on_Mondays_and_Fridays_is_not_written_to_then()
    {
        var days = WorkingDays.Tuesday | WorkingDays.Wednesday | WorkingDays.Thursday;
        var facts = School() with { WorkingPatterns = [TestTerms.Works(days, new DateOnly(2026, 9, 1), Amelia.Id)] };

        Assert.All(Dates(facts, Monday, new DateOnly(2026, 11, 13)), day => Assert.DoesNotContain(day.DayOfWeek, new[] { DayOfWeek.Monday, DayOfWeek.Friday }));
    }

    [Fact]
    public void A_server_that_was_away_for_three_days_writes_once_and_not_three_times()
    {
        // Away from Thursday 24 to Tuesday 29 September: over the day before, the due day and the day after.
        var away = Enumerable.Range(0, 6).Select(days => new DateOnly(2026, 9, 24).AddDays(days)).ToHashSet();

        Assert.Equal(["14 Sep", "21 Sep", "30 Sep", "7 Oct"], Days(School(), Monday, new DateOnly(2026, 10, 9), away));
    }

    [Fact]
    public void A_plan_that_was_carried_out_is_empty_when_it_is_made_again_the_same_day()
    {
        var facts = School();
        var history = Carry(ReminderPlan.On(Monday, facts, Nothing), Monday, Nothing);

        Assert.Single(history.Chases);
        Assert.Empty(ReminderPlan.On(Monday, facts, history).Digests);
    }

    [Fact]
    public void Sixty_people_with_twelve_policies_get_one_digest_each()
    {
        var facts = School(people: [.. Enumerable.Range(1, 60).Select(number => Person($"Person {number}"))], policies: 12);

        var plan = ReminderPlan.On(Monday, facts, Nothing);

        Assert.Equal(60, plan.Digests.Select(digest => digest.Person.Id).Distinct().Count());
        Assert.All(plan.Digests, digest => Assert.Equal(12, digest.ToSign.Count));
        Assert.Equal(60, plan.Digests.Count);
    }

    [Fact]
    public void Paused_exempt_and_gone_people_and_those_who_wait_for_an_answer_get_none()
    {
        var (paused, exempt, gone, waiting, future) = (
            Person("Paused"),
            Person("Exempt"),
            Person("Gone", endsOn: Monday.AddDays(1)),
            Person("Waiting"),
            Person("Future", startsOn: Monday.AddDays(40))
        );
        var facts = School(people: [paused, exempt, gone, waiting, future]);
        facts = facts with
        {
            Absences = [new Absence(Guid.NewGuid(), paused.Id, Monday.AddDays(-10), null)],
            Exemptions =
            [
                new Exemption(
                    Guid.NewGuid(),
                    new DateTimeOffset(Monday.AddDays(-20), new TimeOnly(9, 0), TimeSpan.Zero),
                    exempt.Id,
                    facts.Policies[0].Id,
                    Monday.AddDays(-20),
                    null,
                    "Leaves",
                    StaffId.New(),
                    "Helen Ashdown"
                ),
            ],
            Waits = [new QuestionWait(waiting.Id, facts.Policies[0].Id, Monday, null)],
        };

        for (var day = Monday.AddDays(2); day < Monday.AddDays(39); day = day.AddDays(1))
        {
            var plan = ReminderPlan.On(day, facts, Nothing);
            Assert.Empty(plan.Digests.Concat(plan.ForSlips));
        }
    }

    [Fact]
    public void Someone_without_an_address_that_works_is_listed_for_a_slip()
    {
        var (none, dead) = (Person("No Address", email: null), Person("Dead Address"));
        var history = Nothing with { DeadAddresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { dead.Email!.ToUpperInvariant() } };

        var plan = ReminderPlan.On(Monday, School(people: [none, dead, Amelia]), history);

        Assert.Equal(["Dead Address", "No Address"], plan.ForSlips.Select(digest => digest.Person.FullName));
        Assert.Equal([Amelia], plan.Digests.Select(digest => digest.Person));
    }

    [Fact]
    public void A_slip_or_a_word_counts_like_an_email_and_puts_off_the_next_one()
    {
        var facts = School();
        var history = Nothing with { Chases = [Chase(Amelia, facts, new DateOnly(2026, 10, 1), ChaseChannel.InPerson)] };

        Assert.Empty(ReminderPlan.On(new DateOnly(2026, 10, 7), facts, history).Digests);
        Assert.Single(ReminderPlan.On(new DateOnly(2026, 10, 8), facts, history).Digests);
    }

    [Fact]
    public void A_line_lead_is_told_after_the_second_overdue_reminder_in_one_mail_of_the_whole_team_and_then_weekly()
    {
        var lead = Person("Lena Lead");
        var (one, other, quick) = (Led("One", lead), Led("Other", lead), Led("Quick", lead));
        var facts = School(people: [lead, one, other, quick]);
        facts = facts with
        {
            Attestations =
            [
                .. new[] { quick, lead }.Select(person => new Attestation(
                    AttestationId.New(),
                    person.Id,
                    facts.Versions[0].Id,
                    Duty.FullSignature,
                    TestSchool.Monday.AddHours(2),
                    1
                )),
            ],
        };
        var told = new List<(string Day, string Team)>();
        var history = Nothing;
        for (var day = Monday; day <= new DateOnly(2026, 10, 16); day = day.AddDays(1))
        {
            var plan = ReminderPlan.On(day, facts, history);
            told.AddRange(plan.TeamDigests.Select(digest => (Short(day), string.Join(", ", digest.Team.Select(member => member.Person.FullName)))));
            Assert.All(plan.TeamDigests, digest => Assert.Equal(lead, digest.Lead));
            history = Carry(plan, day, history);
        }

        // Overdue reminders on 29 September and 6 October; the lead hears on the next school day.
        Assert.Equal([("7 Oct", "One, Other"), ("14 Oct", "One, Other")], told);
    }

    [Fact]
    public void A_line_lead_who_is_away_has_left_or_has_no_address_is_not_written_to()
    {
        var (away, gone, none) = (Person("Away"), Person("Gone", endsOn: new DateOnly(2026, 9, 30)), Person("None", email: null));
        var facts = School(people: [away, gone, none, Led("A", away), Led("B", gone), Led("C", none)]) with
        {
            Absences = [new Absence(Guid.NewGuid(), away.Id, Monday, null)],
        };
        var history = Nothing;
        for (var day = Monday; day <= new DateOnly(2026, 10, 16); day = day.AddDays(1))
        {
            var plan = ReminderPlan.On(day, facts, history);
            Assert.Empty(plan.TeamDigests);
            history = Carry(plan, day, history);
        }
    }

    [Fact]
    public void A_line_lead_whom_no_e_mail_reaches_is_listed_to_be_told_in_person_from_the_day_of_the_mail_until_the_team_has_signed()
    {
        var (none, dead) = (Person("None", email: null), Person("Dead"));
        var (one, other) = (Led("One", none), Led("Other", dead));
        var facts = School(people: [none, dead, one, other]);
        var history = Nothing with { DeadAddresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { dead.Email! } };
        var listed = new List<(string Day, string Leads)>();
        for (var day = Monday; day <= new DateOnly(2026, 10, 9); day = day.AddDays(1))
        {
            var plan = ReminderPlan.On(day, facts, history);
            Assert.Empty(plan.TeamDigests);
            listed.AddRange(
                plan.LeadsToTell.Count == 0
                    ? []
                    : [(Short(day), string.Join(", ", plan.LeadsToTell.Select(team => $"{team.Lead.FullName} of {team.Team.Single().Person.FullName}")))]
            );
            history = Carry(plan, day, history);
        }

        // One and Other were reminded on 29 September and 6 October.
        Assert.Equal([("7 Oct", "Dead of Other, None of One"), ("8 Oct", "Dead of Other, None of One"), ("9 Oct", "Dead of Other, None of One")], listed);
        facts = facts with
        {
            Attestations =
            [
                .. facts.People.Select(person => new Attestation(
                    AttestationId.New(),
                    person.Id,
                    facts.Versions[0].Id,
                    Duty.FullSignature,
                    TestSchool.Monday.AddHours(2),
                    1
                )),
            ],
        };
        Assert.Empty(ReminderPlan.On(new DateOnly(2026, 10, 9), facts, history).LeadsToTell);
    }

    [Fact]
    public void Anyone_who_signed_and_is_asked_for_what_changed_is_told_so_though_they_were_reminded_before_they_signed()
    {
        var facts = School();
        var second = SmallPolicy.Version(
            TestSchool.Monday.AddDays(14),
            SmallPolicy.Amended,
            number: 2,
            policy: facts.Policies[0].Id,
            release: SmallPolicy.AmendedRelease(ChangeWeight.Material)
        );
        facts = facts with
        {
            Versions = [facts.Versions[0], second],
            Attestations = [new Attestation(AttestationId.New(), Amelia.Id, facts.Versions[0].Id, Duty.FullSignature, TestSchool.Monday.AddHours(3), 1)],
        };

        // The new version is of 28 September, due ten school days later, on 12 October.
        Assert.Equal(["14 Sep", "28 Sep", "5 Oct", "9 Oct", "13 Oct"], Days(facts, Monday, new DateOnly(2026, 10, 16), unsignedBefore: Monday));
    }

    private static List<string> Days(SchoolFacts facts, DateOnly from, DateOnly to, HashSet<DateOnly>? away = null, DateOnly? unsignedBefore = null) =>
        [.. Dates(facts, from, to, away, unsignedBefore).Select(Short)];

    /// <summary>Days on which Amelia is written to, each morning's plan having been carried out.</summary>
    /// <param name="away">Days on which the server does not run.</param>
    /// <param name="unsignedBefore">A morning on which nothing was signed yet.</param>
    private static List<DateOnly> Dates(SchoolFacts facts, DateOnly from, DateOnly to, HashSet<DateOnly>? away = null, DateOnly? unsignedBefore = null)
    {
        var (days, history) = (new List<DateOnly>(), Nothing);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (away?.Contains(day) != true)
            {
                var plan = ReminderPlan.On(day, day == unsignedBefore ? facts with { Attestations = [] } : facts, history);
                days.AddRange(plan.Digests.Select(_ => day));
                history = Carry(plan, day, history);
            }
        }

        return days;
    }

    private static ReminderHistory Carry(ReminderPlan plan, DateOnly day, ReminderHistory history) =>
        history with
        {
            Chases =
            [
                .. history.Chases,
                .. plan.Digests.SelectMany(digest =>
                    digest.ToSign.Select(requirement => new Chase(
                        Guid.NewGuid(),
                        HalfPastSeven(day),
                        digest.Person.Id,
                        requirement.Version.Id,
                        ChaseChannel.Email,
                        requirement.DueOn,
                        "",
                        null,
                        null
                    ))
                ),
            ],
            TeamTold = history
                .TeamTold.Concat(
                    plan.TeamDigests.SelectMany(digest => digest.Team.Select(member => KeyValuePair.Create((digest.Lead.Id, member.Person.Id), day)))
                )
                .GroupBy(told => told.Key)
                .ToDictionary(told => told.Key, told => told.Last().Value),
        };

    private static Chase Chase(StaffMember person, SchoolFacts facts, DateOnly day, ChaseChannel channel) =>
        new(Guid.NewGuid(), HalfPastSeven(day), person.Id, facts.Versions[0].Id, channel, day, "Ruth Pemberton", null, null);

    private static DateTimeOffset HalfPastSeven(DateOnly day) => new(day.ToDateTime(new TimeOnly(6, 30)), TimeSpan.Zero);

    private static SchoolFacts School(DateOnly? publishedOn = null, IReadOnlyList<StaffMember>? people = null, int policies = 1)
    {
        var all = Enumerable.Range(1, policies).Select(number => new Policy(PolicyId.New(), $"Policy {number}")).ToList();
        var at = new DateTimeOffset((publishedOn ?? Monday).ToDateTime(new TimeOnly(5, 0)), TimeSpan.Zero);
        return new SchoolFacts(people ?? [Amelia], all, [.. all.Select(policy => SmallPolicy.Version(at, policy: policy.Id))], [], [], [], [])
        {
            TermDates = [TestTerms.Dates(TestSchool.Monday)],
        };
    }

    private static string Short(DateOnly day) => day.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture);

    private static StaffMember Person(string name, DateOnly? startsOn = null, DateOnly? endsOn = null, string? email = "set") =>
        new(
            StaffId.New(),
            name,
            email is null ? null : $"{name.Replace(' ', '.')}@school.example",
            "Class teacher",
            Audience.Employee,
            startsOn ?? new DateOnly(2020, 9, 1),
            endsOn
        );

    private static StaffMember Led(string name, StaffMember lead)
    {
        var person = Person(name);
        person.LedBy(lead.Id);
        return person;
    }
}
