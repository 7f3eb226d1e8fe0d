using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Domain.Text;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData("Zoë Łukasiewicz-O’Brien", false)]
    [InlineData("陳大文", false)]
    [InlineData("مریم\u200Cسادات", false)]
    [InlineData("ක්\u200Dරිස්ටියන්", false)]
    [InlineData("Class teacher, Year 3; SENCO", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Amelia\nHart", true)]
    [InlineData("Amelia\tHart", true)]
    [InlineData("Amelia\u0000Hart", true)]
    [InlineData("Amelia \u202EtraH", true)]
    [InlineData("Amelia \u2067Hart", true)]
    [InlineData("Amelia\u200E Hart", true)]
    [InlineData("Amelia\u2028Hart", true)]
    [InlineData("Ame\u00ADlia", true)]
    [InlineData("Amelia\uFEFF", true)]
    [InlineData("Amelia\uD800", true)]
    [InlineData("Amelia\uE000", true)]
    public void A_name_is_one_line_in_which_each_character_can_be_seen(string? name, bool hasUnseen) => Assert.Equal(hasUnseen, PlainLine.HasUnseen(name));
}
