using Microsoft.Extensions.Logging.Abstractions;
using StocksGreen.Induction.Features.Setup;

namespace StocksGreen.Induction.Tests.Features.Setup;

public sealed class SetUpCodeTests
{
    private readonly SetUpCode code = new(NullLogger<SetUpCode>.Instance);

    [Fact]
    public void The_printed_code_is_two_words_of_five_without_letters_that_look_alike() =>
        Assert.Matches("^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$", code.Printed);

    [Fact]
    public void The_code_is_right_however_it_is_typed()
    {
        Assert.True(code.IsRight(code.Printed));
        Assert.True(code.IsRight(" " + code.Printed.ToLowerInvariant().Replace('-', ' ')));
        Assert.True(code.IsRight(code.Printed.Replace("-", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----")]
    [InlineData("AAAAA-AAAAAA")]
    [InlineData("ＡＡＡＡＡ")]
    public void Another_code_is_wrong(string typed) => Assert.False(code.IsRight(typed));

    [Fact]
    public void After_five_wrong_codes_there_is_a_new_one()
    {
        var first = code.Printed;
        foreach (var _ in Enumerable.Range(0, 4))
        {
            Assert.False(code.IsRight("wrong"));
        }

        Assert.Equal(first, code.Printed);
        Assert.False(code.IsRight("wrong"));
        Assert.NotEqual(first, code.Printed);
        Assert.False(code.IsRight(first));
        Assert.True(code.IsRight(code.Printed));
    }

    [Fact]
    public void Two_servers_never_print_the_same_code() => Assert.NotEqual(code.Printed, new SetUpCode(NullLogger<SetUpCode>.Instance).Printed);
}
