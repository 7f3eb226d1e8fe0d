using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Signing;

public sealed class ReadingLedgerTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 1)]
    [InlineData("0 1", 2)]
    [InlineData("1 2", 0)]
    [InlineData("0 1 2", null)]
    public void Reading_goes_on_at_the_first_open_part(string confirmed, int? next) => Assert.Equal(next, Ledger(confirmed).Next?.Ordinal);

    [Theory]
    [InlineData("0", 0, 1)]
    [InlineData("1", 1, 2)]
    [InlineData("2", 2, 0)]
    [InlineData("0 2", 2, 1)]
    [InlineData("0 1 2", 1, null)]
    public void After_a_part_comes_the_next_open_one_below_it_else_the_first_open_one(string confirmed, int after, int? next) =>
        Assert.Equal(next, Ledger(confirmed).NextAfter(after)?.Ordinal);

    [Fact]
    public void It_is_complete_when_every_part_is_confirmed_and_then_no_reading_is_left()
    {
        var (none, some, all) = (Ledger(""), Ledger("2 0"), Ledger("2 1 0"));

        Assert.Equal((0, false, 1), (none.ConfirmedCount, none.IsComplete, none.MinutesLeft));
        Assert.Equal((2, false, 1), (some.ConfirmedCount, some.IsComplete, some.MinutesLeft));
        Assert.Equal((3, true, 0), (all.ConfirmedCount, all.IsComplete, all.MinutesLeft));
        Assert.Equal([0, 1, 2], all.Parts.Select(line => line.Confirmation!.Ordinal));
    }

    private static ReadingLedger Ledger(string confirmed)
    {
        var version = SmallPolicy.Version(TestSchool.Monday);
        return new ReadingLedger(
            version,
            Assignment.Whole(version),
            confirmed
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(ordinal => new SectionConfirmation(StaffId.New(), version.Id, ordinal[0] - '0', TestSchool.Monday, 1))
        );
    }
}
