using System.Globalization;
using System.Text;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Tests.Documents.Lettering;

public sealed class FontSetTests
{
    [Theory]
    [InlineData("Siân Ŵyn Llŷr")]
    [InlineData("Łukasz Żółć Wójcik")]
    [InlineData("Nguyễn Thị Minh Khai")]
    [InlineData("Γιώργος Иван O’Brien-Smith")]
    [InlineData("Zoe\u0308")]
    [InlineData("Ƙwai Ƴar’adua Ɓala")]
    [InlineData("გიორგი Հայկ")]
    public void European_and_Vietnamese_names_can_be_drawn(string name) => Assert.Empty(Undrawable(name));

    [Fact]
    public void Characters_that_cannot_be_drawn_are_named_once_each_in_order() => Assert.Equal(["😀", "ꓤ"], Undrawable("山田山 Zoë 😀مꓤ😀"));

    [Fact]
    public void A_private_use_character_cannot_be_drawn_even_if_a_font_has_one() => Assert.Equal(["\uE000"], Undrawable("a\uE000"));

    [Fact]
    public void What_the_face_lacks_another_steps_in_for_and_only_for_that() =>
        Assert.Equal(
            [("Nino ", "SourceSans3-Regular"), ("გიორგი", "DejaVuSans"), (" Hart", "SourceSans3-Regular")],
            FontSet.ToDrawable("Nino გიორგი Hart", FontFace.Regular).Select(stretch => (stretch.Text, stretch.Letters.Font.Name))
        );

    /// <summary>The signs that join letters or keep them apart are part of them: they never change the face.</summary>
    [Theory]
    [InlineData("שלום", "NotoSansHebrew-Regular", "he")]
    [InlineData("مرحبا", "NotoSansArabic-Regular", "ar")]
    [InlineData("ٹھیک", "NotoSansArabic-Regular", "ur")]
    [InlineData("می\u200Cخواهم", "NotoSansArabic-Regular", "ar")]
    [InlineData("ක්\u200Dෂ", "NotoSansSinhala-Regular", "si")]
    [InlineData("नमस्ते", "NotoSansDevanagari-Regular", "hi")]
    [InlineData("山田太郎さん", "NotoSansSC-Regular", "ja")]
    [InlineData("王小明", "NotoSansSC-Regular", "zh")]
    [InlineData("김철수", "NotoSansKR-Regular", "ko")]
    public void A_word_of_another_script_is_set_in_one_face_and_says_its_language(string word, string face, string language)
    {
        var stretch = Assert.Single(FontSet.ToDrawable(word, FontFace.SemiBold));

        Assert.Equal((word, face, language, true), (stretch.Text, stretch.Letters.Font.Name, stretch.Letters.Language, stretch.Letters.IsThick));
    }

    [Fact]
    public void Whatever_may_be_entered_can_be_drawn_in_every_face() =>
        Assert.Empty(
            Enumerable
                .Range(0, 0x11_0000)
                .Where(Rune.IsValid)
                .Select(value => new Rune(value))
                .Where(character => PrintedText.Has(character) && Rune.GetUnicodeCategory(character) is not UnicodeCategory.OtherNotAssigned)
                .Where(character => Undrawable(character.ToString()).Count > 0)
                .Select(character => character.Value.ToString("X4", CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("Zoe\u0308", "Zoë")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("a\tb\r\nc\u2028d", "a b  c d")]
    [InlineData("a\u0000\u0007b\u200B\u202Ec\uFEFF", "abc")]
    [InlineData("\u2764\uFE0F", "\u2764")]
    [InlineData("a\u00A0b\u3000c", "a\u00A0b c")]
    public void Text_is_composed_and_rid_of_what_has_no_shape(string text, string clean) => Assert.Equal(clean, FontSet.Clean(text));

    [Theory]
    [InlineData("山田 Taro")]
    [InlineData("half \uD800 pair")]
    [InlineData("not \uFFFE a \uFFFF character")]
    [InlineData("😀👩‍👩‍👧")]
    public void What_is_drawn_has_a_glyph_in_every_face(string text)
    {
        foreach (var face in Enum.GetValues<FontFace>())
        {
            var drawable = FontSet.ToDrawable(text, face);
            Assert.All(drawable, stretch => Assert.All(stretch.Text.EnumerateRunes(), character => Assert.True(stretch.Letters.Font.Covers(character))));
            Assert.NotEmpty(string.Concat(drawable.Select(stretch => stretch.Text)).Trim());
        }
    }

    /// <summary>Characters of a text that some face draws as another sign, each once and in order.</summary>
    private static List<string> Undrawable(string text) =>
        [
            .. FontSet
                .Clean(text)
                .EnumerateRunes()
                .Select(character => character.ToString())
                .Where(character => Enum.GetValues<FontFace>().Any(face => FontSet.ToDrawable(character, face) is not [var (drawn, _)] || drawn != character))
                .Distinct(StringComparer.Ordinal),
        ];
}
