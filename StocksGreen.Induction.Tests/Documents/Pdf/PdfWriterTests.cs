using System.Text;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Pdf;

public sealed class PdfWriterTests
{
    private static readonly PdfMetadata Metadata = new("A title", "A school", "A subject", DocumentSamples.ProducedAt);
    private static readonly Colour Ink = Colour.FromRgb(0x1A211D);

    [Fact]
    public void What_is_drawn_outside_an_element_is_refused()
    {
        var pdf = new PdfWriter(Metadata);
        pdf.StartPage(595, 842);

        Assert.Throws<InvalidOperationException>(() => pdf.FillRectangle(0, 0, 10, 10, Ink));
    }

    [Fact]
    public void A_character_without_a_glyph_is_refused_rather_than_drawn_as_a_box()
    {
        var pdf = new PdfWriter(Metadata);
        pdf.StartPage(595, 842);
        pdf.Open(PdfElement.Paragraph());

        Assert.Throws<ArgumentException>(() => pdf.DrawText("山", new Letters(FontSet.Get(FontFace.Regular)), 12, Ink, 50, 50));
    }

    [Fact]
    public void An_element_left_open_is_a_fault()
    {
        var pdf = new PdfWriter(Metadata);
        pdf.StartPage(595, 842);
        pdf.Open(PdfElement.Paragraph());

        Assert.Throws<InvalidOperationException>(pdf.ToBytes);
    }

    [Fact]
    public void A_file_without_a_title_is_refused() => Assert.Throws<ArgumentException>(() => new PdfWriter(Metadata with { Title = " \u0001" }));

    [Fact]
    public void A_drawing_without_words_for_it_is_refused()
    {
        var pdf = new PdfWriter(Metadata);
        pdf.StartPage(595, 842);

        Assert.Throws<ArgumentException>(() => pdf.OpenFigure(" ", 0, 0, 10, 10));
    }

    [Fact]
    public void A_file_holds_no_time_but_the_one_it_is_given()
    {
        Assert.Equal(Sample(), Sample());
        Assert.NotEqual(Sample(), Sample(created: DocumentSamples.ProducedAt.AddSeconds(1)));
    }

    [PdfToolsFact]
    public async Task The_same_words_stand_in_both_kinds_of_metadata()
    {
        var pdf = Sample("Zoë & Łukasz <Ŵyn>");

        var information = (await PdfTools.RunAsync(pdf, "pdfinfo")).Output;
        var xmp = (await PdfTools.RunAsync(pdf, "pdfinfo", ["-meta"])).Output;

        Assert.Contains("Title:           Zoë & Łukasz <Ŵyn>", information, StringComparison.Ordinal);
        Assert.Contains("<rdf:li xml:lang=\"x-default\">Zoë &amp; Łukasz &lt;Ŵyn&gt;</rdf:li>", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", xmp, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_drawing_is_tagged_with_its_words_and_its_box()
    {
        var pdf = new PdfWriter(Metadata);
        pdf.StartPage(595, 842);
        pdf.OpenFigure("A circle (green)", 100, 100, 50, 50);
        pdf.FillPath(new PdfPath().MoveTo(25, 0).CurveTo(60, 0, 60, 50, 25, 50).CurveTo(-10, 50, -10, 0, 25, 0).Close(), 100, 100, 1, Ink);
        pdf.Close();

        var bytes = pdf.ToBytes();
        var json = (await PdfTools.RunAsync(bytes, "qpdf", ["--json", "--no-original-object-ids"])).Output;

        Assert.Equal(0, (await PdfTools.RunAsync(bytes, "qpdf", ["--check"])).ExitCode);
        Assert.Contains("\"/Alt\": \"u:A circle (green)\"", json, StringComparison.Ordinal);
        Assert.Contains("\"/S\": \"/Figure\"", json, StringComparison.Ordinal);
        Assert.Matches("\"/BBox\": \\[\\s*100,\\s*692,\\s*150,\\s*742\\s*\\]", json);
    }

    [Fact]
    public void The_colour_profile_says_its_own_length()
    {
        var profile = SrgbProfile.Bytes;

        Assert.Equal(profile.Length, (profile[0] << 24) | (profile[1] << 16) | (profile[2] << 8) | profile[3]);
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
    }

    private static byte[] Sample(string title = "A title", DateTimeOffset? created = null)
    {
        var pdf = new PdfWriter(Metadata with { Title = title, Created = created ?? DocumentSamples.ProducedAt });
        pdf.StartPage(595, 842);
        pdf.Open(PdfElement.Heading(1));
        pdf.DrawText("Hello", new Letters(FontSet.Get(FontFace.Regular)), 12, Ink, 50, 50);
        pdf.Close();
        return pdf.ToBytes();
    }
}
