using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Requirements;

/// <summary>What no decision may do to anyone, whatever the calendar, the person and the day.</summary>
public sealed class StandingProperties
{
    private static readonly DateOnly Published = new(2026, 9, 14);
    private static readonly DateTimeOffset Entered = TestSchool.Monday;
    private static readonly Policy Policy = new(PolicyId.New(), "Visitors Policy");
    private static readonly PolicyVersion Version = SmallPolicy.Version(
        TestSchool.Monday,
        number: 1,
        policy: Policy.Id,
        release: Release.First("Helen Ashdown", AudienceDuty.InFull([Audience.Employee]))
    );

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 300).Select(days => Published.AddDays(days));

    private static readonly Gen<(SchoolFacts Facts, DateOnly AsAt)> Schools =
        from startsAfter in Gen.Choose(-400, 100)
        from isEntered in Gen.Elements(true, false)
        from pattern in Gen.Choose(1, 31)
        from patternFrom in Days
        from closed in Days
        from length in Gen.Choose(0, 9)
        from staffWork in Gen.Elements(true, false)
        from isAway in Gen.Elements(true, false)
        from awayFrom in Days
        from awayFor in Gen.Choose(0, 120)
        from asAt in Days
        let person = new StaffMember(StaffId.New(), "Amelia Hart", null, "Class teacher", Audience.Employee, Published.AddDays(startsAfter))
        select (
            new SchoolFacts(
                [person],
                [Policy],
                [Version],
                [],
                [],
                isAway ? [new Absence(Guid.NewGuid(), person.Id, awayFrom, awayFrom.AddDays(awayFor))] : [],
                []
            )
            {
                TermDates = isEntered ? [TestTerms.Dates(Entered)] : [],
                CalendarDays = [TestTerms.Day(closed, CalendarDayKind.Closure, staffWork, closed.AddDays(length))],
                WorkingPatterns = [TestTerms.Works((WorkingDays)pattern, patternFrom, person.Id)],
            },
            asAt
        );

    [Fact]
    public void Nothing_is_ever_due_on_a_day_on_which_the_person_does_not_work() =>
        Check(
            from drawn in Schools
            from until in Days
            select (Before: drawn.Facts with { Extensions = [Extended(drawn.Facts, until)] }, drawn.AsAt),
            drawn => One(drawn.Before, drawn.AsAt) is not { } line || Calendar(drawn.Before, drawn.AsAt).IsWorkingDay(line.DueOn)
        );

    [Fact]
    public void An_extension_makes_nobody_more_late() =>
        Check(
            from drawn in Schools
            from until in Days
            select (drawn.Facts, drawn.AsAt, until),
            drawn =>
                One(drawn.Facts, drawn.AsAt) is not { } before
                || One(drawn.Facts with { Extensions = [Extended(drawn.Facts, drawn.until)] }, drawn.AsAt) is { } after
                    && after.DueOn >= before.DueOn
                    && !(after.Standing.Kind is StandingKind.Overdue && before.Standing.Kind is not StandingKind.Overdue)
        );

    [Fact]
    public void A_pause_makes_nobody_overdue_and_nobody_done() =>
        Check(
            from drawn in Schools
            from days in Gen.Choose(0, 60)
            select (drawn.Facts, drawn.AsAt, days),
            drawn =>
            {
                var facts = drawn.Facts with
                {
                    Absences = [.. drawn.Facts.Absences, new Absence(Guid.NewGuid(), drawn.Facts.People[0].Id, drawn.AsAt.AddDays(-drawn.days), null)],
                };
                return StandingFigures.From(facts.RequirementsAt(drawn.AsAt)) is { Overdue: 0, Signed: 0, Required: 0 };
            }
        );

    [Fact]
    public void An_exempt_person_is_left_out_of_every_figure() =>
        Check(
            Schools,
            drawn =>
            {
                var exemption = new Exemption(
                    Guid.NewGuid(),
                    Entered,
                    drawn.Facts.People[0].Id,
                    Policy.Id,
                    Published,
                    null,
                    "Leaves",
                    StaffId.New(),
                    "Helen Ashdown"
                );
                return StandingFigures.From((drawn.Facts with { Exemptions = [exemption] }).RequirementsAt(drawn.AsAt)) is { Required: 0, PercentSigned: null };
            }
        );

    private static void Check<T>(Gen<T> drawn, Func<T, bool> holds) => Prop.ForAll(Arb.From(drawn), holds).QuickCheckThrowOnFailure();

    private static Extension Extended(SchoolFacts facts, DateOnly until) =>
        new(Guid.NewGuid(), Entered, facts.People[0].Id, Policy.Id, until, "On a course.", StaffId.New(), "Ruth Pemberton");

    private static Requirement? One(SchoolFacts facts, DateOnly asAt) => facts.RequirementsAt(asAt).SingleOrDefault();

    private static SchoolCalendar Calendar(SchoolFacts facts, DateOnly asAt) => facts.CalendarAt(asAt).For(facts.WorkingPatterns);
}
