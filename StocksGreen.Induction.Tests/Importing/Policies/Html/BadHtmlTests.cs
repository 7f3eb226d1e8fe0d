using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Importing.Policies.Word;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Policies.Html;

/// <summary>Pages made to hurt are read or refused in a sentence, in bounded work, and nothing of them is lost without a word.</summary>
public sealed class BadHtmlTests
{
    private const string Start = "<!DOCTYPE html><html><h1>Visitors Policy</h1><h2>1. Rules</h2><p>Sign in.</p>";

    [Theory]
    [InlineData("elements", "This web page has more than 300,000 elements, which no policy has.")]
    [InlineData("cells", "This document has tables of more than 50,000 cells, which no policy has.")]
    [InlineData("nested tables", "This document has tables inside tables, deeper than any policy has.")]
    [InlineData("line breaks", "This document has more than 2,000 line breaks, which no policy has.")]
    [InlineData("unclosed bold", "This web page has hundreds of tags for bold or coloured letters that are never closed.")]
    [InlineData("boxes", "This web page has boxes inside boxes, deeper than any page has.")]
    [InlineData("lists", "This web page has boxes inside boxes, deeper than any page has.")]
    [InlineData("definitions", "This web page has boxes inside boxes, deeper than any page has.")]
    [InlineData("nothing", "This web page has no words that can be read.")]
    public void A_page_made_to_hurt_is_refused_in_a_sentence(string shape, string sentence)
    {
        var page = Encoding.UTF8.GetBytes(
            shape switch
            {
                "elements" => Start + Repeat("<p>x", 400_000),
                "cells" => Start + "<table>" + Repeat("<tr>" + Repeat("<td>x", 10), 6_000),
                "nested tables" => Start + Repeat("<table><tr><td>a<td>", 1_000),
                "line breaks" => Start + Repeat("a<br>", 200_000),
                "unclosed bold" => Start + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<b id={i}>")) + Repeat("<p>x", 20_000),
                "boxes" => Start + Repeat("<div>", 100_000) + "Deep words.",
                "lists" => Start + Repeat("<UL><LI>a", 100_000),
                "definitions" => Start + Repeat("<dl><dt>a<dd>", 50_000),
                _ => "<!DOCTYPE html><html><script>var a = 'Policy';</script><style>p{}</style>",
            }
        );
        var refusal = "";
        var work = Work.Of(() => refusal = Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(page, "policy.html")).Sentence);

        Assert.StartsWith(sentence, refusal, StringComparison.Ordinal);
        Assert.InRange(work.Bytes, 0, 1_000_000_000);
    }

    [Theory]
    [InlineData("depth")]
    [InlineData("attribute")]
    [InlineData("unclosed tags")]
    [InlineData("long word")]
    [InlineData("sheet")]
    [InlineData("classes")]
    public void A_page_that_is_odd_is_read_all_the_same(string shape)
    {
        var page = Encoding.UTF8.GetBytes(
            Start
                + shape switch
                {
                    "depth" => Repeat("<div>", 900) + "Deep words." + Repeat("</div>", 900) + Repeat("<div><ul><li>a</ul></div>", 2_000),
                    "attribute" => $"<p title='{new string('x', 1_000_000)}' style='{new string('y', 1_000_000)}'>Deep words.",
                    "unclosed tags" => "<ul><li><b>Deep <i>words<table><tr><td>.<p",
                    "long word" => $"<p>Deep words. {new string('z', 1_000_000)}",
                    "sheet" => $"<style>{Repeat("a b{display:none}", 20_000)}{Repeat("@media x{", 20_000)}</style><p>Deep words.",
                    _ => $"<style>.a{{color:red}}</style><p class='{Repeat("a ", 100_000)}'>Deep words.",
                }
        );
        ImportOutcome? outcome = null;
        var work = Work.Of(() => outcome = PolicyImport.Parse(page, "policy.html"));

        Assert.Contains("Deep", PolicyOutline.Of(outcome!), StringComparison.Ordinal);
        Assert.Empty(Assert.IsType<ImportOutcome.Imported>(outcome).Coverage.Missing);
        Assert.InRange(work.Bytes, 0, 1_000_000_000);
    }

    [Fact]
    public void A_page_of_too_many_megabytes_is_refused_with_its_size() =>
        Assert.Equal(
            "This web page is 21.0 MB. It may be 20 MB at most: save it with fewer or smaller pictures.",
            Refusal([.. "<!DOCTYPE html>"u8, .. new byte[21 * 1024 * 1024]])
        );

    [Fact]
    public void An_archive_of_several_pages_or_one_that_unpacks_to_too_much_is_refused()
    {
        Assert.Equal(
            "This archive holds more than one web page. Unpack it, and choose the page that is the policy.",
            Refusal(WordFile.Zip(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.html"] = Start, ["b.html"] = Start }))
        );
        Assert.StartsWith(
            "This file unpacks to far more than a policy can hold",
            Refusal(WordFile.Zip(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.html"] = Start + new string(' ', 61_000_000) })),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "There is no web page in this file.",
            Refusal(Encoding.ASCII.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\nPolicy\r\n--b--\r\n")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_page_broken_anywhere_is_refused_or_read_and_never_a_fault()
    {
        var good = Encoding.UTF8.GetBytes(
            Start
                + "<ol type=a start=3><li>one<ul><li>two</ul></ol><table><tr><th rowspan=2>a<td colspan=3>b</table><a "
                + "href='https://www.google.com/url?q=x'>c</a>"
        );
        var random = new Random(8);
        for (var i = 0; i < 200; i++)
        {
            var broken = (byte[])good.Clone();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                broken[random.Next(20, broken.Length)] = (byte)"<>'=/&; \0aZ\xFF"[random.Next(12)];
            }

            Assert.NotNull(PolicyImport.Parse(broken, "policy.html"));
        }
    }

    [Theory]
    [InlineData("paragraphs")]
    [InlineData("pieces")]
    [InlineData("cells")]
    [InlineData("notes")]
    [InlineData("boxes")]
    public void A_page_of_very_many_pieces_is_answered_in_proportion_to_its_size(string shape) =>
        Work.AssertGrowsWithItsInput(
            500,
            size =>
            {
                var page = Encoding.UTF8.GetBytes(
                    Start
                        + shape switch
                        {
                            "paragraphs" => Repeat("<p>Sign in at the office.", size * 5),
                            "pieces" => "<p>" + Repeat("<b>a</b> b ", size * 5),
                            // As deep as a page may be, and more of them.
                            "boxes" => Repeat(Repeat("<div>", 900) + "a" + Repeat("</div>", 900), size / 100),
                            "notes" => string.Concat(Enumerable.Range(0, size / 2).Select(i => $"<p>a<a href='#n{i}' id=r{i}>{i}</a>"))
                                + string.Concat(Enumerable.Range(0, size / 2).Select(i => $"<p><a id=n{i} href='#r{i}'>{i}</a> note")),
                            _ => "<table>" + Repeat("<tr>" + Repeat("<td>x", 10), size),
                        }
                );
                return () => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(page, "policy.html"));
            }
        );

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));

    private static string Refusal(byte[] file) => Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, "policy.html")).Sentence;
}
