using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Certificates;

public sealed class SignedCopyDocumentTests
{
    [PdfToolsFact]
    public async Task A_signed_copy_is_the_certificate_then_the_text_then_the_proof()
    {
        var pdf = Create(DocumentSamples.Policy());

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        string[] inOrder =
        [
            "Certificate of reading and signing",
            "Amelia Okafor",
            "Key details",
            "June Cooke",
            "they have read and understood its contents.",
            "1 Policy aims and scope",
            "• It keeps everyone safe. – Pupils first. – Then staff. • It applies to all.",
            "4 Staff use of social media",
            "4.1 Reputation",
            "5 Pupils use of social media",
            "How this copy proves itself",
            "What it proves",
            "What it does not prove",
            "Section by section",
        ];
        var at = -1;
        foreach (var words in inOrder)
        {
            var next = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"'{words}' is missing or out of order.");
            at = next;
        }
    }

    [PdfToolsFact]
    public async Task It_is_tagged_as_headings_nested_lists_and_tables()
    {
        var structure = await PdfAssert.StructureOfAsync(Create(DocumentSamples.Policy()));

        Assert.Contains(
            """
              P (block)
                "All members of staff sign to say they have read "
                Span (inline):
                   /TextDecorationType /Underline
                  "and"
                " understood its contents."
              H2 (block)
                "1 Policy aims and scope"
              L (block):
                 /ListNumbering /Disc
                LI (block)
                  Lbl (block)
                    "•"
                  LBody (block)
                    "It keeps everyone safe."
                    L (block):
                       /ListNumbering /None
                      LI (block)
                        Lbl (block)
                          "–"
                        LBody (block)
                          "Pupils first."
            """,
            structure,
            StringComparison.Ordinal
        );
        Assert.Contains("/Scope /Column", structure, StringComparison.Ordinal);
        Assert.Contains("/Scope /Row", structure, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Bookmarks_lead_to_each_part_with_subsections_nested()
    {
        var json = (await PdfTools.RunAsync(Create(DocumentSamples.Policy()), "qpdf", ["--json", "--json-key=outlines"])).Output;
        using var outline = System.Text.Json.JsonDocument.Parse(json);

        var titles = outline.RootElement.GetProperty("outlines").EnumerateArray().SelectMany(entry => Titles(entry, "")).ToList();

        Assert.Equal(
            [
                "Certificate p1",
                "Key details p2",
                "1 Policy aims and scope p2",
                "4 Staff use of social media p2",
                "> 4.1 Reputation p2",
                "5 Pupils use of social media p2",
                "How this copy proves itself p3",
            ],
            titles
        );

        static IEnumerable<string> Titles(System.Text.Json.JsonElement entry, string indent) =>
            entry
                .GetProperty("kids")
                .EnumerateArray()
                .SelectMany(kid => Titles(kid, indent + "> "))
                .Prepend($"{indent}{entry.GetProperty("title").GetString()} p{entry.GetProperty("destpageposfrom1").GetInt32()}");
    }

    [PdfToolsFact]
    public async Task A_long_policy_fills_its_pages_and_every_page_is_numbered()
    {
        var pdf = Create(DocumentSamples.LongPolicy());

        await PdfAssert.IsSoundAsync(pdf);
        var pages = await PdfAssert.PagesOfAsync(pdf);
        Assert.True(pages > 8);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.All(Enumerable.Range(1, pages), page => Assert.Contains($"Page {page} of {pages}", text, StringComparison.Ordinal));
        Assert.Equal(24, Enumerable.Range(1, 24).Count(i => text.Contains($"{i} Expectations {i}", StringComparison.Ordinal)));
    }

    [PdfToolsFact]
    public async Task Sections_that_skip_a_level_and_have_no_text_still_make_a_sound_document()
    {
        var policy = DocumentSamples.Policy() with
        {
            KeyDetails = [],
            Preamble = [],
            Sections =
            [
                new PolicySection("", "Deep", 4, []),
                new PolicySection("1", "Next", 1, [new BulletList([]), new Paragraph(RichText.FromPlainText(" "))]),
                new PolicySection("1.1.1", "Deeper", 9, []),
            ],
        };

        var pdf = Create(policy);

        await PdfAssert.IsSoundAsync(pdf);
        Assert.DoesNotContain("Key details p", await PdfTools.PlainTextOfAsync(pdf), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task The_ledger_shows_each_part_and_says_where_a_time_was_not_recorded()
    {
        var certificate = DocumentSamples.Certificate() with
        {
            Sections = [new CertifiedSection("4.1 Reputation", null, DocumentSamples.SignedAt, null)],
            PayloadHash = null,
        };
        var text = await PdfTools.PlainTextOfAsync(SignedCopyDocument.Create(certificate, DocumentSamples.Policy(), DocumentSamples.ProducedAt));

        Assert.Contains("Content of the entry, SHA-256 not recorded", text, StringComparison.Ordinal);
        Assert.Contains("4.1 Reputation not recorded not recorded 14 September 2026, 16:05 BST not recorded", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_copy_of_changes_says_what_was_read_and_one_of_a_selection_that_the_hash_is_of_the_whole()
    {
        var changes = DocumentSamples.Certificate() with
        {
            IsOfChangesOnly = true,
            Scope = "What changed since version 1; its signature of 14 September 2026 stands for the rest",
            Sections = [],
        };
        var ofChanges = await PdfTools.PlainTextOfAsync(SignedCopyDocument.Create(changes, DocumentSamples.Policy(), DocumentSamples.ProducedAt));
        var ofSelection = await PdfTools.PlainTextOfAsync(
            SignedCopyDocument.Create(DocumentSamples.Certificate() with { IsSelection = true }, DocumentSamples.Policy(), DocumentSamples.ProducedAt)
        );

        Assert.Contains(
            "Read and signed: what changed since version 1; its signature of 14 September 2026 stands for the rest.",
            ofChanges,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("The full text as signed", ofChanges, StringComparison.Ordinal);
        Assert.Contains("Section by section Nothing was left to confirm: what had changed was taken out.", ofChanges, StringComparison.Ordinal);
        Assert.Contains("The parts of the text that the signer was shown: version", ofSelection, StringComparison.Ordinal);
        Assert.Contains("The hash is of the whole text, of which this copy holds what the signer was shown", ofSelection, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_policy_of_pages_prints_each_picture_with_its_words_and_says_so_on_certificate_and_copy()
    {
        var picture = PagePictures.Create(1, new string('a', 64), "image/jpeg", 240, 336);
        var text = DocumentSamples.Policy() with
        {
            Preamble = [],
            Sections = [PagePictures.Section(1, picture, [new Paragraph(RichText.FromPlainText("Ring the bell."))])],
        };
        var certificate = DocumentSamples.Certificate() with { Pages = PagePictures.InWords(text) };

        var pdf = SignedCopyDocument.Create(certificate, text, DocumentSamples.ProducedAt, _ => TestJpeg.Page(1));

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("Ring the bell.", await PdfTools.PlainTextOfAsync(pdf), StringComparison.Ordinal);
        Assert.Equal(
            3,
            (await PdfTools.PlainTextOfAsync(pdf)).Split("Published as 1 page picture with its text alternative; the picture is the school’s document.").Length
        );
        Assert.Contains(picture.Alt!, (await PdfTools.RunAsync(pdf, "qpdf", ["--json", "--json-key=qpdf"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_record_and_text_give_the_same_bytes() => Assert.Equal(Create(DocumentSamples.LongPolicy()), Create(DocumentSamples.LongPolicy()));

    [Fact]
    public void A_copy_of_a_policy_longer_than_the_schools_own_takes_at_most_100_kilobytes() =>
        Assert.InRange(Create(DocumentSamples.LongPolicy()).Length, 10_000, 100_000);

    private static byte[] Create(PolicyContent text) => SignedCopyDocument.Create(DocumentSamples.Certificate(), text, DocumentSamples.ProducedAt);
}
