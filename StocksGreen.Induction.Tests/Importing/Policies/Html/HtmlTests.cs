using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Importing.Policies.OpenDocument;
using StocksGreen.Induction.Tests.Importing.Policies.Word;

namespace StocksGreen.Induction.Tests.Importing.Policies.Html;

/// <summary>Web pages as browsers and Google Docs save them: the policy is read, and what belongs to the site is listed.</summary>
public sealed class HtmlTests
{
    private const string Site =
        "<!DOCTYPE html><!-- saved from url=(0033)https://www.school.example/uniform --><html><head><title>Uniform - Site</title><style>"
        + ".menu .sub{display:none}"
        + "@media print{p{display:none}}</style><script>var a='<p>no</p>';</script></head><body><header><a href='/'>Hill Top Primary School</a>"
        + "<nav><ul class=menu><li><a href='/a'>Home</a><li class=sub>News</ul></nav></header><div id='cookie-banner'>We use cookies <button>"
        + "Accept</button></div>"
        + "<main><article><h1>Uniform Policy</h1><p>Approved by: Full Governing Body<br>Next review date: June 2027</p><h2>1. Aims</h2><p>"
        + "Uniform <b>must</b> be "
        + "worn. Look at <a href='/help'>help</a>.</p><aside>Call 999 in danger.</aside><dl><dt>DSL<dd>the designated safeguarding lead</dl><p>Your name "
        + "<input placeholder='Name'></p><!-- ask the governors --></article></main><div>Share this page</div><footer>© Hill Top. Privacy "
        + "policy</footer></body></html>";

    /// <summary>As Google Docs writes it.</summary>
    private const string Google =
        "<html><head><meta content=\"text/html; charset=UTF-8\" http-equiv=\"content-type\"><style type=\"text/css\">ol.lst-kix_abc-0.start{counter-reset:"
        + "lst-ctn-kix_abc-0 0}.lst-kix_abc-0>li{counter-increment:lst-ctn-kix_abc-0}.lst-kix_abc-0>li:before{content:\"(\" "
        + "counter(lst-ctn-kix_abc-0,lower-latin)"
        + " \") \"}.lst-kix_def-1>li:before{content:\"\\0025cb  \"}.lst-kix_hed-0>li:before{content:\"\" counter(lst-ctn-kix_hed-0,decimal) \". \"}"
        + ".c0{color:#000000;font-weight:400;text-decoration:none;vertical-align:baseline;font-size:11pt;font-style:normal}.c1{font-weight:700}"
        + ".c2{text-decoration:line-through}.c3{vertical-align:super}</style></head><body class=\"doc-content\"><p class=\"c6 title\"><span>Mobile Phone Policy"
        + "</span></p><p><span class=\"c0\">Ferncliffe Junior School</span></p><ol class=\"lst-kix_hed-0 start\" start=\"1\"><li><h1 "
        + "style=\"display:inline\"><span>"
        + "Aims</span></h1></li></ol><p><span class=\"c0\">Phones </span><span class=\"c1\">stay</span><span class=\"c0\"> away. </span>"
        + "<span class=\"c2\">Staff may "
        + "text.</span><span class=\"c0\"> Ask within 24</span><span class=\"c0 c3\">2</span><span> hours.</span></p><ol "
        + "class=\"lst-kix_abc-0 start\" start=\"1\">"
        + "<li><span>keep accounts private</span></li><li><span>tell the lead:</span></li></ol><ul class=\"lst-kix_def-1 start\"><li><span>"
        + "at once</span></li></ul>"
        + "<ol class=\"lst-kix_abc-0\" start=\"3\"><li>report under (b)</li></ol><ol class=\"lst-kix_hed-0\" start=\"2\"><li><h1 "
        + "style=\"display:inline\"><span>Links"
        + "</span></h1></li></ol><p>See <a href=\"https://www.google.com/url?q=https://example.org/a?x%3D1&amp;sa=D&amp;source=editors\">the "
        + "guidance</a>.</p><p>"
        + "<span><img alt=\"Site map\" src=\"images/image1.png\" style=\"width: 200.00px; height: 100.00px\"></span></p></body></html>";

    [Fact]
    public void Of_a_page_the_policy_is_read_and_the_rest_is_listed()
    {
        Assert.Equal(
            """
            title: Uniform Policy
            school: Hill Top Primary School
            detail: Approved by = Full Governing Body
            detail: Next review date = June 2027
            # [1] Aims
              Uniform *must* be worn. Look at help.
              box
              Call 999 in danger.
              end of box
              DSL: the designated safeguarding lead
              Your name
            based on: not said
            next review: 2027-06
            left out: Object: A field to fill in: Name (under 1. Aims)
            left out: Comment: ask the governors (under 1. Aims)
            left out: Header: Hill Top Primary School Home News (outside of the document on its page)
            left out: Header: We use cookies Accept (outside of the document on its page)
            left out: Object: Share this page (outside of the main part of the page)
            left out: Header: © Hill Top. Privacy policy (outside of the document on its page)

            """.ReplaceLineEndings("\n"),
            PolicyOutline.Of(Read(Site))
        );
        Assert.Equal("https://www.school.example/help", Texts(Read(Site)).SelectMany(text => text.Runs).Single(run => run.Link is not null).Link);
    }

    [Theory]
    [InlineData("<dl><dt>DSL</dt><dd>the lead</dd></dl>", "  DSL: the lead\n")]
    [InlineData("<dl><dt><p>DSL:</p></dt><dd><p>the lead</p><p>Ask at the office.</p></dd></dl>", "  DSL: the lead\n  Ask at the office.\n")]
    [InlineData("<dl><div><dt><div><b>DSL</b></div></dt> <dd><div><p>the lead</p></div></dd></div></dl>", "  *DSL*: the lead\n")]
    [InlineData("<dl><dt>DSL<dt>DDSL<dd>the lead and the deputy</dl>", "  DSL, DDSL: the lead and the deputy\n")]
    [InlineData("<dl><dt>Forms<dd>one<dd><p>two</dl>", "  Forms:\n  list\n  - one\n  - two\n")]
    [InlineData("<dl><dt>DSL<dd><ul><li>the lead<li>the deputy</ul></dl>", "  DSL:\n  list\n  - the lead\n  - the deputy\n")]
    public void A_term_and_what_it_means_stand_in_one_paragraph(string list, string outline)
    {
        var imported = Read($"<!DOCTYPE html><h1>Visitors Policy</h1><h2>1. Words</h2>{list}");

        Assert.Contains($"# [1] Words\n{outline}based on", PolicyOutline.Of(imported), StringComparison.Ordinal);
        Assert.Empty(imported.Coverage.Missing);
    }

    [Fact]
    public void Of_a_page_of_LibreOffice_numbers_stand_apart_from_their_headings()
    {
        var imported = Read(
            "<!DOCTYPE html><html><p>Visitors Policy</p><h1>1.Aims</h1><p>Sign in.</p><h2>1.1Badges</h2><p>Wear one.</p><h1>2.Danger</h1><p>Ring 999.</p>"
        );

        Assert.Contains(
            "# [1] Aims\n  Sign in.\n## [1.1] Badges\n  Wear one.\n# [2] Danger\n  Ring 999.\n",
            PolicyOutline.Of(imported),
            StringComparison.Ordinal
        );
        Assert.Empty(imported.Coverage.Missing);
    }

    [Fact]
    public void A_document_of_Google_Docs_keeps_its_labels_styles_links_and_pictures()
    {
        var imported = Assert.IsType<ImportOutcome.Imported>(
            PolicyImport.Parse(
                WordFile.Zip(
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["MobilePhonePolicy.html"] = Google },
                    new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["images/image1.png"] = OdtTests.Png }
                ),
                "MobilePhonePolicy.zip"
            )
        );

        Assert.StartsWith(
            """
            title: Mobile Phone Policy
            school: Ferncliffe Junior School
            # [1] Aims
              Phones *stay* away. Ask within 24^{2} hours.
              list
              - (a) keep accounts private
              - (b) tell the lead:
                - at once
              - (c) report under (b)
            # [2] Links
              See the guidance.
            """.ReplaceLineEndings("\n"),
            PolicyOutline.Of(imported),
            StringComparison.Ordinal
        );
        Assert.Equal("https://example.org/a?x=1", Texts(imported).SelectMany(text => text.Runs).Single(run => run.Link is not null).Link);
        Assert.Equal(new Picture(imported.Pictures[0].Sha256, "image/png", "Site map", 200, 100), imported.Policy.Sections[1].Blocks[^1]);
        Assert.Equal([new LeftOut(LeftOutKind.StruckOut, "Staff may text.", "under 1. Aims")], imported.LeftOut);
        Assert.Empty(imported.Coverage.Missing);
        Assert.Equal(
            ["A picture that is not in the file: Site map"],
            Read(Google).LeftOut.Where(item => item.Kind == LeftOutKind.Picture).Select(item => item.Text)
        );
    }

    [Fact]
    public void A_page_in_one_file_has_its_pictures()
    {
        var mime = string.Join(
            "\r\n",
            "From: <Saved by Blink>",
            "Snapshot-Content-Location: https://www.school.example/p",
            "MIME-Version: 1.0",
            "Content-Type: multipart/related; type=\"text/html\"; boundary=\"----b\"",
            "",
            "------b",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Location: https://www.school.example/p",
            "",
            "<html><body><h1>Lone Working Policy</h1><h2>1. Rules</h2><p>Caf=C3=A9 rules.</p><img alt=3D\"Map\" src=3D\"https://www.school.example/map.png\">",
            "------b",
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64",
            "Content-Location: https://www.school.example/map.png",
            "",
            Convert.ToBase64String(OdtTests.Png),
            "------b--",
            ""
        );

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(Encoding.ASCII.GetBytes(mime), "policy.mht"));

        Assert.Equal("Lone Working Policy", imported.Policy.Title);
        Assert.Equal(
            [new Paragraph(RichText.FromPlainText("Café rules.")), new Picture(imported.Pictures[0].Sha256, "image/png", "Map", 9, 7)],
            Assert.Single(imported.Policy.Sections).Blocks
        );
    }

    [Fact]
    public void Pictures_in_the_page_are_kept_and_those_without_words_are_listed()
    {
        var data = $"data:image/png;base64,{Convert.ToBase64String(OdtTests.Png)}";
        var imported = Read(
            $"<html><h1>Probe Policy</h1><h2>1. Rules</h2><p>Text.</p><img src='{data}'><img alt='' src='{data}'><img alt='Old' src='data:image/svg+xml;base64,"
                + $"{Convert.ToBase64String("<svg><script>alert(1)</script></svg>"u8)}'><img width=1 height=1 src='https://count.example/'>"
                + "<svg><script>x</script>"
                + "<text>Concern?</text><text>Tell the lead</text></svg>"
        );

        Assert.Equal([null, ""], Assert.Single(imported.Policy.Sections).Blocks.OfType<Picture>().Select(picture => picture.Alt));
        Assert.Equal(
            ["A picture that no one has described", "A picture in a form that cannot be shown: Old", "A drawing with the words: Concern?Tell the lead"],
            imported.LeftOut.Select(item => item.Text)
        );
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("windows-1252", "")]
    [InlineData("windows-1252", "<meta charset=iso-8859-1>")]
    [InlineData("utf-16", "")]
    [InlineData("iso-8859-15", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-15'>")]
    public void A_page_is_read_in_the_encoding_that_it_is_in(string name, string said)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] file =
        [
            .. encoding.GetPreamble(),
            .. encoding.GetBytes($"<html><head>{said}</head><h1>Café Policy</h1><h2>1. Rules</h2><p>Siân&nbsp;&amp; R&eacute;n&#233;e."),
        ];

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "policy.html"));

        Assert.Equal("Café Policy", imported.Policy.Title);
        Assert.Equal("Siân & Rénée.", Texts(imported).Single().PlainText);
    }

    [Fact]
    public async Task Both_are_read_in_a_process_of_their_own()
    {
        using var importer = new PolicyImporter(ReadingLimits.Usual);
        var file = Encoding.UTF8.GetBytes(Site);

        var there = Assert.IsType<ImportOutcome.Imported>(await importer.ReadAsync(file, "uniform.html", TestContext.Current.CancellationToken));

        Assert.Equal(PolicyInspection.ToJson(Read(Site)), PolicyInspection.ToJson(there).Replace("uniform.html", "policy.html", StringComparison.Ordinal));
        Assert.NotEqual(DocumentKind.Text, DocumentKinds.Of(file, "uniform.html"));
        Assert.NotEqual(DocumentKind.Text, DocumentKinds.Of(new OdtFile("").ToBytes(), "a"));
    }

    private static IEnumerable<RichText> Texts(ImportOutcome.Imported imported) =>
        BlockText.Texts(imported.Policy.Preamble.Concat(imported.Policy.Sections.SelectMany(section => section.Blocks)));

    private static ImportOutcome.Imported Read(string page) =>
        Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(Encoding.UTF8.GetBytes(page), "policy.html"));
}
