using System.Collections.Concurrent;
using System.Globalization;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Certificates;

public sealed class CertificateDocumentTests
{
    [PdfToolsFact]
    public async Task A_certificate_is_one_sound_page_that_says_who_signed_what_and_when()
    {
        var pdf = Create(DocumentSamples.Certificate());

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Equal(1, await PdfAssert.PagesOfAsync(pdf));
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains(
            "Amelia Okafor Teaching assistant signed the Social Media Policy, version September 2024, on 14 September 2026, 16:05 BST (15:05 UTC).",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("The policy on that day: In force. Full review overdue since October 2025.", text, StringComparison.Ordinal);
        Assert.Contains("I have read the Social Media Policy.", text, StringComparison.Ordinal);
        Assert.Contains("I have understood its contents and will follow it.", text, StringComparison.Ordinal);
        Assert.Contains(
            "12 of 12 parts confirmed, first at 14 September 2026, 15:46 BST, last at 14 September 2026, 15:57 BST",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Name as typed: Amelia Okafor The policy on that day: In force. Full review overdue since October 2025. In force from 1 September 2026; next full "
                + "review: October 2025; released by Helen Ashdown Reading 12 of 12 parts confirmed,",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Questions on the text 3 of 3 answered rightly, 2 at the first attempt Identity shown by Password, at 14 September 2026, 15:58 BST; from "
                + "192.0.2.7 (connection); Safari on iPhone Agreed to I agree to sign electronically. Declaration Nothing to declare Required as",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Page 1 of 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Demonstration, text, StringComparison.Ordinal);
        Assert.DoesNotContain("not recorded", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Every_hash_and_identifier_is_printed_whole()
    {
        var certificate = DocumentSamples.Certificate();
        var text = await PdfTools.TextOfAsync(Create(certificate));

        Assert.All(
            [
                certificate.TextHash,
                certificate.EvidenceHash,
                certificate.PreviousHash!,
                certificate.FirstKey!,
                certificate.AttestationId.ToString(),
                "No. 1284",
                certificate.SoftwareVersion!,
            ],
            value => Assert.Contains(value, text, StringComparison.Ordinal)
        );
    }

    [PdfToolsFact]
    public async Task What_was_not_recorded_is_printed_as_not_recorded()
    {
        var text = await PdfTools.PlainTextOfAsync(
            Create(
                DocumentSamples.Certificate() with
                {
                    Email = null,
                    JobTitle = " ",
                    Consent = null,
                    Audience = null,
                    TypedName = null,
                    IdentityProof = null,
                    PreviousHash = null,
                    Dsl = null,
                    Governor = null,
                    SoftwareVersion = null,
                    NextReview = null,
                    Declaration = null,
                    Understanding = null,
                    Sections = [],
                }
            )
        );

        Assert.Equal(14, text.Split("not recorded").Length - 1);
        Assert.Contains("DSL: not recorded; named governor: not recorded", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_part_that_was_never_confirmed_is_not_counted_as_confirmed()
    {
        var certificate = DocumentSamples.Certificate();
        var text = await PdfTools.PlainTextOfAsync(
            Create(certificate with { Sections = [.. certificate.Sections.Skip(1), certificate.Sections[0] with { ConfirmedAt = null }] })
        );

        Assert.Contains("11 of 12 parts confirmed", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task The_demonstration_says_that_its_people_are_invented()
    {
        var pdf = Create(DocumentSamples.Certificate() with { IsDemonstration = true });

        Assert.Equal(1, await PdfAssert.PagesOfAsync(pdf));
        Assert.Contains(Demonstration, await PdfTools.PlainTextOfAsync(pdf), StringComparison.Ordinal);
    }

    /// <summary>
    /// The longest that is usual: a long title, both statements about changes, one section, the notice of the demonstration, an overdue review.
    /// </summary>
    [PdfToolsFact]
    public async Task A_certificate_of_what_changed_says_what_it_builds_on_and_is_still_one_page()
    {
        const string policy = "the Child Protection including Online Safety Policy of Stocks Green Primary School (version 2, published 16 November 2026)";
        var pdf = Create(
            DocumentSamples.Certificate() with
            {
                PolicyTitle = "Child Protection including Online Safety Policy",
                ReadStatement = $"I have had access to {policy} and I have read what has changed in it since version 1, which I signed on 14 September 2026.",
                UnderstoodStatement = $"I have understood what has changed in {policy} since version 1, which I signed on 14 September 2026.",
                Consent = "I agree to sign electronically: my typed name counts as my signature on paper.",
                Scope = "What changed since version 1; its signature of 14 September 2026 stands for the rest",
                IsOfChangesOnly = true,
                Sections = [.. DocumentSamples.Certificate().Sections.Take(1)],
                IsDemonstration = true,
            }
        );

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Equal(1, await PdfAssert.PagesOfAsync(pdf));
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("Read and signed What changed since version 1; its signature of 14 September 2026 stands for the rest", text, StringComparison.Ordinal);
        Assert.Contains("signed what changed in the Child Protection including Online Safety Policy, version", text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 part confirmed (Key details), at 14 September 2026, 15:46 BST", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_certificate_of_many_changes_counts_them_and_is_still_one_page()
    {
        const string policy = "the Child Protection including Online Safety Policy of Stocks Green Primary School (version 2, published 16 November 2026)";
        var pdf = Create(
            DocumentSamples.Certificate() with
            {
                PolicyTitle = "Child Protection including Online Safety Policy",
                ReadStatement = $"I have had access to {policy} and I have read what has changed in it since version 1, which I signed on 14 September 2026.",
                UnderstoodStatement = $"I have understood what has changed in {policy} since version 1, which I signed on 14 September 2026.",
                Consent = "I agree to sign electronically: my typed name counts as my signature on paper.",
                Scope = "What changed since version 1; its signature of 14 September 2026 stands for the rest",
                IsOfChangesOnly = true,
                IsDemonstration = true,
            }
        );

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Equal(1, await PdfAssert.PagesOfAsync(pdf));
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("12 of 12 parts confirmed, first at 14 September 2026, 15:46 BST", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Where_all_that_changed_was_taken_out_the_certificate_says_that_nothing_was_left_to_confirm()
    {
        var text = await PdfTools.PlainTextOfAsync(Create(DocumentSamples.Certificate() with { IsOfChangesOnly = true, Sections = [] }));

        Assert.Contains("Nothing was left to confirm: what had changed was taken out", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not recorded", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_short_signature_has_one_statement()
    {
        var text = await PdfTools.PlainTextOfAsync(
            Create(DocumentSamples.Certificate() with { UnderstoodStatement = "", Scope = "A short signature of the parts that concern the signer" })
        );

        Assert.Contains(
            "In these words, ticked ✓ I have read the Social Media Policy. Name as typed: Amelia Okafor The policy on that day:",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Read and signed A short signature", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_very_long_name_is_printed_whole_and_covers_nothing()
    {
        const string name = "Bartholomew Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Featherstonehaugh Nguyễn Thị Minh Khai of the Long Name";
        var pdf = Create(DocumentSamples.Certificate() with { PersonName = name, TypedName = new string('W', 400), IsDemonstration = true });

        await PdfAssert.IsSoundAsync(pdf);
        // pdftotext joins what a hyphen parts at the end of a line.
        var text = string.Concat((await PdfTools.TextOfAsync(pdf)).Where(c => !char.IsWhiteSpace(c) && c != '-'));
        Assert.Contains(string.Concat(name.Where(c => c is not (' ' or '-'))), text, StringComparison.Ordinal);
        Assert.Contains(new string('W', 400), text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Welsh_Polish_and_Vietnamese_names_are_drawn_and_can_be_copied()
    {
        var pdf = Create(DocumentSamples.Certificate() with { PersonName = "Siân Ŵyn Żółć Nguyễn Thị", TypedName = "Łukasz Dœuf" });

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("Siân Ŵyn Żółć Nguyễn Thị", text, StringComparison.Ordinal);
        Assert.Contains("Łukasz Dœuf", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Characters_that_no_face_has_are_counted_and_named_and_never_drawn_as_empty_boxes()
    {
        var pdf = Create(DocumentSamples.Certificate() with { PersonName = "Taro 😀 \uD800", TypedName = "a\u0000b\u00ADc\uE000 😀" });

        await PdfAssert.IsSoundAsync(pdf);
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("Taro � �", text, StringComparison.Ordinal);
        Assert.Contains(
            "4 characters of this paper cannot be printed; � stands in their places: U+E000, U+FFFD, U+1F600 (2 times).",
            text,
            StringComparison.Ordinal
        );
    }

    [PdfToolsFact]
    public async Task A_signature_on_paper_says_so_and_claims_nothing_of_the_reading()
    {
        var text = await PdfTools.PlainTextOfAsync(Create(DocumentSamples.OnPaper()));

        Assert.Contains("Certificate of a signature on paper", text, StringComparison.Ordinal);
        Assert.Contains(
            "version September 2024, on paper, dated 3 September 2026 and entered on 14 September 2026, 16:05 BST (15:05 UTC).",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("In these words, on paper", text, StringComparison.Ordinal);
        Assert.Contains("On paper Witnessed by Ruth Pemberton; entered by Ruth Pemberton", text, StringComparison.Ordinal);
        Assert.Contains("Reading On paper; nothing is claimed of single parts", text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task What_was_withdrawn_corrected_or_superseded_says_so_before_anything_else()
    {
        var text = await PdfTools.PlainTextOfAsync(Create(DocumentSamples.Withdrawn()));

        Assert.Contains(
            "Certificate of reading and signing Withdrawn: this signature does not count any more The wrong person was signed in. Reason: a colleague",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Corrected The job title was Class teacher.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Since then: superseded by version 2 of 16 November 2026. This signature stays valid for the text of version September 2024.",
            text,
            StringComparison.Ordinal
        );
    }

    [PdfToolsFact]
    public async Task The_check_pages_address_is_printed_as_words_and_as_a_code_that_says_what_it_is()
    {
        var certificate = DocumentSamples.Certificate();
        var pdf = Create(certificate);

        Assert.Contains(
            $"Check this certificate: code {certificate.CheckCode} https://induction.stocksgreen.example/check/{certificate.CheckCode}",
            await PdfTools.PlainTextOfAsync(pdf),
            StringComparison.Ordinal
        );
        Assert.Equal([$"QR code that leads to {certificate.CheckAddress}"], await PdfAssert.AlternativesOfAsync(pdf));
    }

    [PdfToolsFact]
    public async Task Where_the_schools_address_is_not_known_there_is_a_code_to_type_and_none_to_scan()
    {
        var pdf = Create(DocumentSamples.Certificate() with { CheckAddress = null });

        Assert.Contains(
            "Type the code on the check page of the school’s system, or ask the school.",
            await PdfTools.PlainTextOfAsync(pdf),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Figure", await PdfAssert.ElementsOfAsync(pdf), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_drawn_signature_is_a_drawing_with_words_in_its_place()
    {
        var pdf = Create(DocumentSamples.Certificate() with { Drawing = DocumentSamples.Drawing });

        Assert.Contains("The signature that Amelia Okafor drew.", await PdfAssert.AlternativesOfAsync(pdf));
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes() => Assert.Equal(Create(DocumentSamples.Certificate()), Create(DocumentSamples.Certificate()));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void The_servers_culture_changes_nothing(string culture)
    {
        var expected = Create(DocumentSamples.Certificate());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Create(DocumentSamples.Certificate()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Many_made_at_once_are_all_the_same()
    {
        var expected = Create(DocumentSamples.Certificate());

        var made = new ConcurrentBag<byte[]>();
        Parallel.For(0, 32, _ => made.Add(Create(DocumentSamples.Certificate())));

        Assert.All(made, pdf => Assert.Equal(expected, pdf));
    }

    [Fact]
    public void A_certificate_takes_at_most_40_kilobytes() =>
        Assert.InRange(Create(DocumentSamples.Certificate() with { IsDemonstration = true, Drawing = DocumentSamples.Drawing }).Length, 5_000, 40_000);

    private const string Demonstration = "Demonstration: the people in this document are invented";

    private static byte[] Create(Certificate certificate) => CertificateDocument.Create(certificate, DocumentSamples.ProducedAt);
}
