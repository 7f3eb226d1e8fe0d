using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Features.Reports.Gallery;

namespace StocksGreen.Induction.Tests.Features.Reports.Gallery;

/// <summary>What governors see of a few says of whom it is.</summary>
public sealed class SmallGroupsTests
{
    [Fact]
    public void Figures_of_fewer_than_five_people_are_not_shown()
    {
        NamedFigures[] lines = [Of("Employees", 30), Of("Governors", 4), Of("Volunteers", 2), Of("Visitors", 9)];

        Assert.Equal(["Governors", "Volunteers"], Hidden(lines));
    }

    [Fact]
    public void One_alone_would_follow_from_the_total_so_that_the_smallest_of_the_others_goes_with_it() =>
        Assert.Equal(["Governors", "Volunteers"], Hidden([Of("Employees", 30), Of("Governors", 6), Of("Volunteers", 2)]));

    [Fact]
    public void Nothing_is_hidden_where_all_are_large_or_nobody_is_asked() =>
        Assert.Empty(Hidden([Of("Employees", 30), Of("Governors", 5), Of("Contractors", 0)]));

    private static IEnumerable<string> Hidden(IReadOnlyList<NamedFigures> lines) =>
        SmallGroups.Of(lines).Select(line => line.Name).Order(StringComparer.Ordinal);

    private static NamedFigures Of(string name, int people) => new(name, StandingFigures.None with { Signed = people }) { People = people };
}
