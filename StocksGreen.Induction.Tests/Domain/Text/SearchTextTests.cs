using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Domain.Text;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Zoë Fairbairn", "zoe")]
    [InlineData("Zoe Fairbairn", "Zoë")]
    [InlineData("Łukasz Wiśniewski", "lukasz wis")]
    [InlineData("Søren Đorđević", "soren dordevic")]
    [InlineData("Niamh O’Sullivan", "o'sullivan")]
    [InlineData("Niamh O'Sullivan", "O’SULL")]
    [InlineData("Gwilym Rees-Davies", "rees-davies gwilym")]
    [InlineData("Gwilym\u00a0Rees-Davies", "gwilym rees")]
    [InlineData("Anyone", "")]
    [InlineData("Anyone", "   ")]
    [InlineData("Anyone", null)]
    public void A_person_is_found_without_accents_capitals_and_order(string text, string? search) => Assert.True(SearchText.Matches(text, search));

    [Theory]
    [InlineData("Zoë Fairbairn", "zoe hart")]
    [InlineData("Amelia Hart", "harte")]
    public void Every_word_must_be_there(string text, string search) => Assert.False(SearchText.Matches(text, search));

    [Fact]
    public void Folding_keeps_what_is_left_readable() => Assert.Equal("sian o'neill-lukasz", SearchText.Fold("Siân O’Neill-Łukasz"));
}
