using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Tests.Domain.Staff;

public class KnownPeopleTests
{
    private static readonly DateOnly August = new(2026, 8, 31);
    private static readonly StaffId Id = StaffId.New();
    private static readonly PersonFacts Before = new(
        "Amelia Hart",
        "1001",
        null,
        "Teaching assistant",
        Audience.Employee,
        new DateOnly(2020, 9, 1),
        null,
        null,
        []
    );

    [Fact]
    public void What_is_entered_later_is_not_known_before()
    {
        var away = new Absence(Guid.NewGuid(), Id, new DateOnly(2026, 8, 1), null);
        var after = Before with { FullName = "Amelia Jones", Audience = Audience.Volunteer, EndsOn = new DateOnly(2026, 8, 15), Absences = [away] };

        var then = KnownPeople.On(
            August,
            [StaffMember.From(Id, after)],
            [away],
            [Change(1, 1, PersonChangeKind.Added, Before), Change(10, 2, PersonChangeKind.Edited, after)]
        );

        Assert.Equal(Before, Assert.Single(then.People).Facts([]) with { Absences = Before.Absences });
        Assert.Empty(then.Absences);
    }

    [Fact]
    public void Someone_who_was_entered_later_is_not_on_the_list_before_whatever_their_first_day() =>
        Assert.Empty(KnownPeople.On(August, [StaffMember.From(Id, Before)], [], [Change(9, 1, PersonChangeKind.Added, Before)]).People);

    [Fact]
    public void Of_today_everything_is_known()
    {
        var away = new Absence(Guid.NewGuid(), Id, new DateOnly(2026, 8, 1), null);
        var now = StaffMember.From(Id, Before with { JobTitle = "SENCO" });

        var today = KnownPeople.On(
            new DateOnly(2026, 10, 10),
            [now],
            [away],
            [Change(9, 1, PersonChangeKind.Added, Before), Change(10, 2, PersonChangeKind.Edited, Before with { JobTitle = "SENCO" })]
        );

        Assert.Same(now, Assert.Single(today.People));
        Assert.Equal([away], today.Absences);
    }

    [Fact]
    public void What_was_entered_late_in_the_evening_counts_for_that_day_in_London()
    {
        var after = Before with { JobTitle = "SENCO" };
        // 22:59 UTC on 31 August is 23:59 in London, and a minute later it is September there.
        var inTime = Change(1, 1, PersonChangeKind.Added, Before) with
        {
            At = new DateTimeOffset(2026, 8, 31, 22, 59, 59, TimeSpan.Zero),
        };
        var late = Change(1, 2, PersonChangeKind.Edited, after) with { At = new DateTimeOffset(2026, 8, 31, 23, 0, 0, TimeSpan.Zero) };

        Assert.Equal("Teaching assistant", Assert.Single(KnownPeople.On(August, [StaffMember.From(Id, after)], [], [inTime, late]).People).JobTitle);
    }

    private static PersonChange Change(int month, long number, PersonChangeKind kind, PersonFacts facts) =>
        new(Guid.NewGuid(), new DateTimeOffset(2026, month, 1, 9, 0, 0, TimeSpan.Zero), Id, kind, facts, null, "Ruth Pemberton", null)
        {
            EvidenceNumber = number,
        };
}
