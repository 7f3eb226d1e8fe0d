using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Domain.Text;

public sealed class PrintedTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Siân Ŵyn Llŷr-O’Brien")]
    [InlineData("Łukasz Żółć, Nguyễn Thị Minh Khai")]
    [InlineData("Zoe\u0308\u200B\tHart\n")]
    [InlineData("Γιώργος Иван გიორგი Հայկ Ƴar’adua")]
    public void A_name_in_letters_that_papers_have_is_taken(string? name) => Assert.Null(PrintedText.Refusal(name));

    [Theory]
    [InlineData("山田 Taro", "山 田 cannot be printed on the school’s papers. Write the name in Latin letters, as a passport does.")]
    [InlineData("Amelia 😀", "“😀” cannot be printed on the school’s papers. Write the name in Latin letters, as a passport does.")]
    [InlineData("Ali م", "“م” cannot be printed on the school’s papers. Write the name in Latin letters, as a passport does.")]
    [InlineData("half \uD800", "“\uFFFD” cannot be printed on the school’s papers. Write the name in Latin letters, as a passport does.")]
    public void A_name_in_other_letters_is_refused_with_a_sentence(string name, string sentence) => Assert.Equal(sentence, PrintedText.Refusal(name));

    [Fact]
    public void A_long_name_in_other_letters_does_not_fill_the_page() =>
        Assert.InRange(PrintedText.Refusal(string.Concat(Enumerable.Range(0x4E00, 100).Select(value => (char)value)))!.Length, 50, 120);
}
