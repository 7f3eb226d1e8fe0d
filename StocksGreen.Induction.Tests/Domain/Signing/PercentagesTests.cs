using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Tests.Domain.Signing;

public sealed class PercentagesTests
{
    [Theory]
    [InlineData(new[] { 223, 62, 26 }, new[] { 72, 20, 8 })]
    [InlineData(new[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [InlineData(new[] { 7, 2, 1 }, new[] { 70, 20, 10 })]
    [InlineData(new[] { 1, 200 }, new[] { 1, 99 })]
    [InlineData(new[] { 100_000, 1, 1 }, new[] { 98, 1, 1 })]
    [InlineData(new[] { 0, 3, 0 }, new[] { 0, 100, 0 })]
    [InlineData(new[] { 0, 0, 0 }, new[] { 0, 0, 0 })]
    public void Shares_of_one_whole_add_up_to_a_hundred(int[] parts, int[] percentages) => Assert.Equal(percentages, Percentages.Of(parts));

    [Fact]
    public void All_is_a_hundred_none_is_nought_and_nothing_else_is_either()
    {
        var random = new Random(20260914);
        for (var turn = 0; turn < 5_000; turn++)
        {
            int[] parts = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => random.Next(4) == 0 ? 0 : random.Next(1, 1 << random.Next(1, 20)))];

            var percentages = Percentages.Of(parts);

            Assert.Equal(parts.Sum() == 0 ? 0 : 100, percentages.Sum());
            Assert.All(
                parts.Zip(percentages),
                pair => Assert.Equal((pair.First == 0, pair.First > 0 && pair.First == parts.Sum()), (pair.Second == 0, pair.Second == 100))
            );
            // Beyond what "never 0% unless none" asks for, no share is off by one per cent.
            Assert.All(
                parts.Zip(percentages).Where(_ => parts.All(part => part == 0 || 100L * part >= parts.Sum())),
                pair => Assert.True(Math.Abs((100.0 * pair.First / Math.Max(1, parts.Sum())) - pair.Second) < 1)
            );
        }
    }
}
