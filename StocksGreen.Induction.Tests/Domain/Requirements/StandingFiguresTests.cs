using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Requirements;

public sealed class StandingFiguresTests
{
    [Fact]
    public void Who_is_paused_exempt_or_gone_stands_next_to_the_figure_and_never_inside_it()
    {
        var figures = StandingFigures.From([
            .. Many(7, StandingKind.Signed),
            .. Many(2, StandingKind.Due),
            .. Many(1, StandingKind.Overdue),
            .. Many(3, StandingKind.Paused),
            .. Many(1, StandingKind.Exempt),
            .. Many(2, StandingKind.Signed, hasLeft: true),
            .. Many(1, StandingKind.Overdue, hasLeft: true),
        ]);

        Assert.Equal(new StandingFigures(Signed: 7, Due: 2, Overdue: 1, Paused: 3, Exempt: 1, Left: 3), figures);
        Assert.Equal((10, 70), (figures.Required, figures.PercentSigned));
    }

    [Theory]
    [InlineData(199, 1, 99)]
    [InlineData(2, 1, 67)]
    [InlineData(1, 200, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(12, 0, 100)]
    public void A_hundred_per_cent_means_everybody_and_none_means_nobody(int signed, int overdue, int percent) =>
        Assert.Equal(percent, (StandingFigures.None with { Signed = signed, Overdue = overdue }).PercentSigned);

    [Fact]
    public void Of_nobody_there_is_no_percentage()
    {
        Assert.Equal(StandingFigures.None, StandingFigures.From([]));
        Assert.Null(StandingFigures.None.PercentSigned);
        Assert.Null((StandingFigures.None with { Paused = 2, Exempt = 1, Left = 4 }).PercentSigned);
    }

    private static IEnumerable<Requirement> Many(int count, StandingKind kind, bool hasLeft = false)
    {
        var policy = new Policy(PolicyId.New(), "Visitors Policy");
        var version = SmallPolicy.Version(TestSchool.Monday);
        var person = new StaffMember(StaffId.New(), "Amelia Hart", null, "Teaching assistant", Audience.Employee, default);
        return Enumerable.Repeat(new Requirement(person, policy, version, Assignment.Whole(version), default, new Standing(kind, null), null, hasLeft), count);
    }
}
