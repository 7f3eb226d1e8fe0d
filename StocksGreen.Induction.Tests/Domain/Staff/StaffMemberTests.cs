using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Tests.Domain.Staff;

public sealed class StaffMemberTests
{
    private static readonly DateOnly First = new(2026, 9, 1);
    private static readonly DateOnly Last = new(2026, 12, 18);

    [Fact]
    public void A_person_is_in_post_from_the_first_day_to_the_last()
    {
        var person = new StaffMember(StaffId.New(), "Amelia Hart", null, "Teaching assistant", Audience.Employee, First, Last);

        Assert.Equal([false, true, true, false], new[] { First.AddDays(-1), First, Last, Last.AddDays(1) }.Select(person.IsInPost));
        Assert.Equal([false, false, false, true], new[] { First.AddDays(-1), First, Last, Last.AddDays(1) }.Select(person.HasLeft));
    }

    [Fact]
    public void An_absence_covers_its_first_and_last_day_and_has_no_end_while_it_is_open()
    {
        var (closed, open) = (new Absence(Guid.NewGuid(), StaffId.New(), First, Last), new Absence(Guid.NewGuid(), StaffId.New(), First, null));

        Assert.Equal([false, true, true, false], new[] { First.AddDays(-1), First, Last, Last.AddDays(1) }.Select(closed.Covers));
        Assert.Equal([false, true, true], new[] { First.AddDays(-1), First, DateOnly.MaxValue }.Select(open.Covers));
    }

    [Fact]
    public void Every_audience_has_a_word_for_one_and_for_many() =>
        Assert.Equal(
            ["Employee/Employees", "Governor/Governors", "Volunteer/Volunteers", "Contractor/Contractors", "Visitor/Visitors"],
            Enum.GetValues<Audience>().Select(audience => $"{audience.Singular()}/{audience.Plural()}")
        );
}
