using System.Text;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>The same words come out of a file whichever program saved it.</summary>
public class DecodingTests
{
    private const string Text = "Dŵr Policy\n\n1. Aims\n\nSiân’s café – £5.";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "a.txt"));

        Assert.Equal("Dŵr Policy", imported.Policy.Title);
        Assert.Equal("Siân’s café – £5.", OnlyParagraph(imported));
        Assert.Empty(imported.Warnings);
    }

    [Fact]
    public void Utf_8_needs_no_mark() => Assert.Equal("Siân’s café – £5.", OnlyParagraph(Imports.Imported(Text)));

    [Fact]
    public void Anything_else_is_read_as_Windows_1252_and_says_so()
    {
        var file = (byte[])[.. "Visitor Policy\n\n1. Aims\n\nSi"u8, 0xE2, .. "n"u8, 0x92, .. "s caf"u8, 0xE9, .. " "u8, 0x96, .. " "u8, 0xA3, .. "5."u8];

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "a.txt"));

        Assert.Equal("Siân’s café – £5.", OnlyParagraph(imported));
        Assert.Contains("read as Windows-1252", Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void One_broken_character_does_not_spoil_the_others()
    {
        var file = (byte[])[.. Encoding.UTF8.GetBytes(Text), .. " Broken: "u8, 0xC3, .. "."u8];

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "a.txt"));

        Assert.StartsWith("Siân’s café", OnlyParagraph(imported), StringComparison.Ordinal);
        Assert.Contains("1 character could not be read", Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_control_character_is_removed_and_mentioned()
    {
        var imported = Imports.Imported("Visitor Policy\n\n1. Aims\n\n" + string.Concat(Enumerable.Repeat("Visitors sign in. ", 30)) + "\u0007");

        Assert.Equal(["Removed 1 control character that cannot be printed."], imported.Warnings);
    }

    [Theory]
    [InlineData("a\u00A0b\u2003c\u3000d", "a b c d")]
    [InlineData("safe\u00ADguard\u200Bing", "safeguarding")]
    [InlineData("ﬁrst oﬃce ﬂoor oﬀ", "first office floor off")]
    [InlineData("Siôn a\u0302 Llŷr", "Siôn â Llŷr")]
    [InlineData("Parents &amp; carers &ndash; caf&eacute; &#8217;", "Parents & carers – café ’")]
    [InlineData("fewer than &lt; 5 &gt; 3", "fewer than < 5 > 3")]
    [InlineData("“smart” ‘quotes’ … stay", "“smart” ‘quotes’ … stay")]
    [InlineData("write to <office@school.example> or <insert name>", "write to <office@school.example> or <insert name>")]
    public void Characters_take_their_plain_form(string written, string read) =>
        Assert.Equal("We say " + read + " here.", OnlyParagraph(Imports.Imported($"Visitor Policy\n\n1. Aims\n\nWe say {written} here.")));

    [Theory]
    [InlineData("read <u>and</u> understood", "read <u>and</u> understood")]
    [InlineData("read <B>and</B> <i>fully</i> <em>under</em>stood", "read **and** *fully* *under*stood")]
    [InlineData("read <strong>\nand </strong>understood", "read **and** understood")]
    [InlineData("read **and** understood", "read **and** understood")]
    [InlineData("read *and* understood", "read *and* understood")]
    [InlineData("read &lt;u&gt;and&lt;/u&gt; understood", "read <u>and</u> understood")]
    [InlineData("staff* must read *see the notes", "staff\\* must read \\*see the notes")]
    [InlineData("never <u>closed", "never <u>closed here.</u>")]
    [InlineData("at 1<sup>st</sup> sight", "at 1^{st} sight")]
    [InlineData("a<br/>b", "a b")]
    public void Emphasis_becomes_Markdown_and_other_tags_go(string written, string markdown)
    {
        var paragraph = (Paragraph)Imports.Imported($"Visitor Policy\n\n1. Aims\n\nWe say {written} here.").Policy.Sections[0].Blocks[0];

        Assert.Equal("We say " + markdown + (markdown.Contains("here.", StringComparison.Ordinal) ? "" : " here."), paragraph.Text.Markdown);
    }

    private static string OnlyParagraph(ImportOutcome.Imported imported) =>
        Assert.IsType<Paragraph>(Assert.Single(Assert.Single(imported.Policy.Sections).Blocks)).Text.PlainText;
}
