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
    [InlineData("محمد علي, ٹھیک, שלום, नमस्ते, বাংলা, ਸਿੰਘ, ગુજરાતી, தமிழ், සිංහල, ภาษาไทย, አማርኛ")]
    [InlineData("王小明, 山田太郎さん, 김철수, ✅❌➡✓☐⚠")]
    public void Letters_that_papers_have_are_not_missing(string? text) => Assert.Empty(PrintedText.Missing(text));

    [Theory]
    [InlineData("Amelia 😀😀", "😀")]
    [InlineData("half \uD800", "\uFFFD")]
    [InlineData("private \uE000", "\uE000")]
    public void Others_are_named_once_each(string text, string missing) => Assert.Equal([missing], PrintedText.Missing(text));
}
