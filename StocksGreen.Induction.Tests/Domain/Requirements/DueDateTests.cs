using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Requirements;

public sealed class DueDateTests
{
    // Monday 14 September 2026.
    private static readonly DateOnly Published = new(2026, 9, 14);

    [Fact]
    public void Those_in_post_have_ten_school_days_from_publication() => Assert.Equal(new DateOnly(2026, 9, 28), Due(startsOn: new DateOnly(2020, 9, 1)));

    [Fact]
    public void A_new_starter_has_the_first_day_and_four_school_days_more() =>
        Assert.Equal(new DateOnly(2026, 9, 25), Due(startsOn: new DateOnly(2026, 9, 21)));

    [Fact]
    public void Someone_who_starts_on_the_day_of_publication_is_a_new_starter() => Assert.Equal(new DateOnly(2026, 9, 18), Due(startsOn: Published));

    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(21)]
    public void A_first_day_on_a_weekend_counts_from_Monday(int startsOn) =>
        Assert.Equal(new DateOnly(2026, 9, 25), Due(startsOn: new DateOnly(2026, 9, startsOn)));

    [Fact]
    public void Publishing_on_a_Saturday_counts_from_Monday() =>
        Assert.Equal(new DateOnly(2026, 10, 2), DueDate.For(Person(new DateOnly(2020, 9, 1)), Published.AddDays(5), [], SchoolCalendar.WithoutTermDates));

    [Fact]
    public void Half_term_does_not_eat_anybodys_days()
    {
        Assert.Equal(new DateOnly(2026, 10, 30), DueDate.For(Person(new DateOnly(2026, 10, 26)), Published, [], SchoolCalendar.WithoutTermDates));
        Assert.Equal(new DateOnly(2026, 11, 6), DueDate.For(Person(new DateOnly(2026, 10, 26)), Published, [], TestTerms.Calendar));
    }

    [Fact]
    public void After_a_long_absence_there_are_five_school_days_from_the_return() =>
        Assert.Equal(new DateOnly(2027, 1, 8), Due(new DateOnly(2020, 9, 1), (new DateOnly(2026, 9, 1), new DateOnly(2027, 1, 1))));

    [Fact]
    public void An_absence_that_ends_early_never_makes_anything_due_sooner() =>
        Assert.Equal(new DateOnly(2026, 9, 28), Due(new DateOnly(2020, 9, 1), (new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 15))));

    [Fact]
    public void An_absence_over_before_publication_changes_nothing() =>
        Assert.Equal(new DateOnly(2026, 9, 28), Due(new DateOnly(2020, 9, 1), (new DateOnly(2026, 1, 1), new DateOnly(2026, 9, 13))));

    [Fact]
    public void An_absence_after_the_due_day_excuses_nothing() =>
        Assert.Equal(new DateOnly(2026, 9, 28), Due(new DateOnly(2020, 9, 1), (new DateOnly(2026, 9, 29), new DateOnly(2026, 12, 1))));

    [Fact]
    public void An_absence_that_is_still_open_has_no_end_to_count_from() =>
        Assert.Equal(new DateOnly(2026, 9, 28), Due(new DateOnly(2020, 9, 1), (new DateOnly(2026, 9, 1), null)));

    [Fact]
    public void A_second_absence_that_begins_in_the_days_after_the_first_moves_it_again_in_whatever_order_they_were_entered()
    {
        (DateOnly, DateOnly?) first = (new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 30));
        (DateOnly, DateOnly?) second = (new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 27));

        Assert.Equal(new DateOnly(2026, 12, 4), Due(new DateOnly(2020, 9, 1), first, second));
        Assert.Equal(new DateOnly(2026, 12, 4), Due(new DateOnly(2020, 9, 1), second, first));
    }

    private static DateOnly Due(DateOnly startsOn, params (DateOnly From, DateOnly? Until)[] absences)
    {
        var person = Person(startsOn);
        return DueDate.For(
            person,
            Published,
            absences.Select(absence => new Absence(Guid.NewGuid(), person.Id, absence.From, absence.Until)),
            SchoolCalendar.WithoutTermDates
        );
    }

    private static StaffMember Person(DateOnly startsOn) => new(StaffId.New(), "Amelia Hart", null, "Teaching assistant", Audience.Employee, startsOn);
}
