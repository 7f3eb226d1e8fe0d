using StocksGreen.Induction.Domain.Attestations;

namespace StocksGreen.Induction.Tests.Domain.Attestations;

public sealed class DrawnSignatureTests
{
    [Fact]
    public void A_drawing_is_kept_as_the_lines_of_its_picture()
    {
        var lines = DrawnSignature.Parse("12,40 15,44 20,51;300,20 310,26;7,7");

        Assert.Equal(
            [
                [(12, 40), (15, 44), (20, 51)],
                [(300, 20), (310, 26)],
            ],
            lines!
        );
        Assert.Equal("12,40 15,44 20,51;300,20 310,26", DrawnSignature.Write(lines!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1,1")]
    [InlineData("1,1 2")]
    [InlineData("1,1 2,2,2")]
    [InlineData("1,1 1001,2")]
    [InlineData("1,1 2,301")]
    [InlineData("1,1 -2,2")]
    [InlineData("1,1 2.5,2")]
    [InlineData("1,1 <svg>,2")]
    public void What_is_no_drawing_is_not_kept(string? sent) => Assert.Null(DrawnSignature.Parse(sent));

    [Fact]
    public void A_drawing_of_very_many_points_is_not_kept()
    {
        Assert.NotNull(DrawnSignature.Parse(string.Join(' ', Enumerable.Repeat("1,1", 4000))));
        Assert.Null(DrawnSignature.Parse(string.Join(' ', Enumerable.Repeat("1,1", 4001))));
    }
}
