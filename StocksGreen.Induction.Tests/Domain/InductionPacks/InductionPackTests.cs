using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.InductionPacks;

public sealed class InductionPackTests
{
    private static readonly StaffMember Assistant = new(
        StaffId.New(),
        "Amelia Hart",
        null,
        "Teaching assistant, Year 3",
        Audience.Employee,
        new DateOnly(2026, 9, 14)
    );

    [Fact]
    public void Of_two_packs_that_fit_the_one_that_names_the_job_counts()
    {
        var (everybody, assistants) = (PackOf("Staff"), PackOf("Assistants", "TEACHING assistant"));

        Assert.Same(assistants, InductionPack.For(Assistant, [everybody, assistants]));
        Assert.Same(assistants, InductionPack.For(Assistant, [assistants, everybody]));
        Assert.Same(everybody, InductionPack.For(Assistant, [everybody, PackOf("Cooks", "Cook")]));
    }

    [Fact]
    public void Who_started_before_a_pack_is_not_asked_for_it()
    {
        Assert.NotNull(InductionPack.For(Assistant, [PackOf("Staff") with { From = new DateOnly(2026, 9, 14) }]));
        Assert.Null(InductionPack.For(Assistant, [PackOf("Staff") with { From = new DateOnly(2026, 9, 15) }]));
    }

    [Fact]
    public void The_latest_decision_on_a_pack_counts_and_one_that_is_no_longer_used_is_gone()
    {
        var first = PackOf("Staff");

        Assert.Equal("Renamed", Assert.Single(InductionPack.InUse([first with { Number = 2, Name = "Renamed" }, first])).Name);
        Assert.Empty(InductionPack.InUse([first, first with { Number = 2, IsInUse = false }]));
    }

    [Theory]
    [InlineData("June Cooke", true)]
    [InlineData("june cooke", true)]
    [InlineData("Mrs June Cooke, chair of governors", true)]
    [InlineData("Priya Nair and June Cooke", true)]
    [InlineData("Dr. June Cooke (safeguarding)", true)]
    [InlineData("June Cooke-Smith", false)]
    [InlineData("Priya Nair", false)]
    [InlineData("", false)]
    public void The_named_governor_is_known_by_the_whole_name(string holder, bool isNamed) =>
        Assert.Equal(
            isNamed,
            NamedGovernor.Is(
                "June Cooke",
                KeyRoleChange.On(
                    new DateOnly(2026, 9, 14),
                    [new KeyRoleChange(Guid.NewGuid(), TestSchool.Monday, KeyRole.NamedGovernor, holder, new DateOnly(2026, 9, 1), "Ruth Pemberton")]
                )
            )
        );

    private static InductionPack PackOf(string name, params IReadOnlyList<string> jobs) =>
        new(
            Guid.NewGuid(),
            TestSchool.Monday,
            Guid.NewGuid(),
            1,
            name,
            Audience.Employee,
            jobs,
            [PolicyId.New()],
            [],
            5,
            new DateOnly(2026, 9, 1),
            IsInUse: true,
            StaffId.New(),
            "Ruth Pemberton"
        );
}
