using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Files that are no policy are refused in words that say what to do.</summary>
public class BadFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n\t\r\n  ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF \n ")]
    [InlineData("\u001A")]
    public void An_empty_file_is_refused(string text) =>
        Assert.StartsWith("This file is empty", Imports.Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "%PDF-1.7\n%âãÏÓ",
        "The end of this PDF is missing: it was cut off while it was saved or downloaded. Download it again, or choose the Word document that it was made from."
    )]
    [InlineData(
        "\n\n%PDF-1.4",
        "The end of this PDF is missing: it was cut off while it was saved or downloaded. Download it again, or choose the Word document that it was made from."
    )]
    [InlineData(
        "PK\u0003\u0004 [Content_Types].xml word/document.xml",
        "This looks like a Word document, but it is damaged. Open it in Word, save it again as .docx, and choose that file."
    )]
    [InlineData(
        "[InternetShortcut]\r\nURL=https://school.example/policy.docx",
        "This is a link to a document, not the document. Open it, download the document itself as Word (.docx) or PDF, and choose that file."
    )]
    [InlineData(
        "{\"url\":\"https://docs.google.com/open?id=1\",\"doc_id\":\"1\"}",
        "This is a link to a document, not the document. Open it, download the document itself as Word (.docx) or PDF, and choose that file."
    )]
    [InlineData(
        "From: a@school.example\r\nSubject: Policy\r\nMIME-Version: 1.0\r\n\r\nPlease read the policy.",
        "This is an e-mail. Save the document that came with it, or copy the policy into Word, and choose that file."
    )]
    [InlineData("{\\rtf1\\ansi Policy}", "This looks like rich text (RTF). Save it as a Word document (.docx) first.")]
    [InlineData(
        "<!DOCTYPE html><html><body><script>Policy</script></body></html>",
        "This web page has no words that can be read. Open it in a browser, look whether the policy is in it, and save it again."
    )]
    [InlineData("GIF89a", "This looks like a picture. A policy must be text: ask the person who made it for the original document.")]
    public void A_file_of_another_kind_is_named_with_what_to_do(string content, string sentence) =>
        Assert.Equal(sentence, Imports.Refusal(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "old version of Word")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, "a picture")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "a picture")]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0x00 }, "a compressed archive")]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46 }, "a program")]
    [InlineData(new byte[] { 0x50, 0x6F, 0x00, 0x6C, 0x69, 0x63, 0x79 }, "does not look like text")]
    [InlineData(new byte[] { 0x50, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06 }, "does not look like text")]
    [InlineData(new byte[] { 0x81, 0x8D, 0x8F, 0x90, 0x9D }, "does not look like text")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00 }, "does not look like text")]
    public void Bytes_that_are_no_text_are_refused(byte[] file, string part) => Assert.Contains(part, Imports.Refusal(file), StringComparison.Ordinal);

    [Fact]
    public void Random_bytes_are_refused()
    {
        var file = new byte[20_000];
        new Random(7).NextBytes(file);

        Assert.Contains("does not look like text", Imports.Refusal(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345\n\n678")]
    [InlineData("----------\n=====\n")]
    [InlineData("<br><p></p>")]
    [InlineData("&nbsp;&nbsp;")]
    public void A_file_without_a_word_is_refused(string text) =>
        Assert.Contains("no recognisable text", Imports.Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void A_file_over_the_limit_is_refused_with_both_sizes()
    {
        Assert.Equal("This file is 20.0 MB. A policy may be 5 MB at most: save it as text without pictures.", Imports.Refusal(new byte[20 * 1024 * 1024]));
        Assert.Equal(PolicyImport.TooLarge(20L * 1024 * 1024), Imports.Refusal(new byte[20 * 1024 * 1024]));
    }

    [Fact]
    public void A_file_of_fifty_thousand_sections_is_refused()
    {
        var text =
            "Forms Policy\n\n"
            + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"## Section {Convert.ToString(i, 2).Replace('0', 'a').Replace('1', 'b')}\nWords.\n"));

        Assert.Equal("This document has 50,000 headings, which no policy has. Check that it is the right file.", Imports.Refusal(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("سياسة السلوك\n\n1. أهدافنا\n\nكل طفل آمن هنا.")]
    [InlineData("מדיניות התנהגות\n\nכל ילד בטוח כאן.")]
    public void A_policy_written_from_right_to_left_is_refused_and_a_greeting_in_it_is_not(string text)
    {
        Assert.Equal(
            "This document is written from right to left, which cannot be shown and printed rightly yet. Import the English or Welsh text.",
            Imports.Refusal(Encoding.UTF8.GetBytes(text))
        );

        // Raw: the same in short for families, at the end of the English text
        var summary = Imports.Imported(
            "Welcome Policy\n\n1. Aims\n\nEverybody is welcome here.\n\n2. For families\n\nكل طفل آمن هنا ونرحب بكم.\n\n"
                + "3. Help\n\nAsk at the office at any time."
        );
        Assert.Equal(["1 Aims", "2 For families", "3 Help"], summary.Policy.Sections.Select(section => section.Heading));

        var greeting = Imports.Imported("Welcome Policy\n\n1. Aims\n\nEverybody is welcome here, and we say so in every language of our families: أهلا.");
        Assert.Equal(["Some words are written from right to left. Check their order wherever they stand."], greeting.Warnings);
    }

    [Fact]
    public void Marks_that_turn_the_direction_of_writing_are_removed_and_said()
    {
        var imported = Imports.Imported("Gifts Policy\n\n1. Aims\n\nStaff must \u202Eton\u202C accept gifts.");

        Assert.Equal(
            ["Removed invisible marks that turn the direction of writing round: they can make words look like others. Check the text."],
            imported.Warnings
        );
        Assert.Contains("Staff must ton accept gifts.", PolicyOutline.Of(imported), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_at_the_limit_is_read()
    {
        var file = Encoding.UTF8.GetBytes(new string('a', PolicyImport.LargestFileInBytes));

        Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "policy.txt"));
    }

    [Fact]
    public void Every_refusal_is_one_or_two_sentences_without_jargon()
    {
        foreach (var content in (string[])["", "%PDF-1.7", "PK\u0003\u0004", "a\0b", "123"])
        {
            var sentence = Imports.Refusal(Encoding.UTF8.GetBytes(content));

            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("exception", sentence, StringComparison.OrdinalIgnoreCase);
        }
    }
}
