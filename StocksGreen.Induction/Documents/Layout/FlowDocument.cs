using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A document as a column of blocks that fills page after page; "Page x of y" stands at the foot of each.</summary>
/// <param name="metadata">Title, author, subject and the time of making.</param>
/// <param name="page">Paper and margins.</param>
public sealed class FlowDocument(PdfMetadata metadata, PageSetup page)
{
    private readonly List<FlowBlock> blocks = [];

    /// <summary>Running header of every page but the first; cut short with "…" where it is too long for a line. Empty for none.</summary>
    public string Header { get; init; } = "";

    /// <summary>Left of the page number; cut short likewise.</summary>
    public string Footer { get; init; } = "";

    public void AddRange(IEnumerable<FlowBlock> more) => blocks.AddRange(more);

    /// <summary>Lays the blocks out and draws them.</summary>
    /// <returns>The bytes of the PDF; the same for the same blocks and metadata.</returns>
    public byte[] ToPdf()
    {
        // The layout knows the number of pages before the first one is drawn; an element that spans pages simply stays open.
        var flow = new PageFlow(page);
        new BlockLayout(flow).Place([.. blocks, .. DocumentWords.NoteOnMissing(blocks)]);

        var pdf = new PdfWriter(metadata);
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            pdf.StartPage(page.Width, page.Height);
            if (i > 0)
            {
                DrawHeader(pdf);
            }

            foreach (var operation in flow.Pages[i])
            {
                operation(pdf);
            }

            DrawFooter(pdf, i + 1, flow.Pages.Count);
        }

        return pdf.ToBytes();
    }

    private void DrawHeader(PdfWriter pdf)
    {
        var text = Shorten(Header, page.ColumnWidth);
        if (text.Count == 0)
        {
            return;
        }

        pdf.OpenPageFurniture(isFooter: false);
        Draw(pdf, text, 36);
        pdf.FillRectangle(page.Margin, 43, page.ColumnWidth, 0.6, Typography.Line);
        pdf.CloseArtifact();
    }

    private void DrawFooter(PdfWriter pdf, int number, int count)
    {
        var style = Typography.Furniture;
        var pages = FormattableString.Invariant($"Page {number} of {count}");
        var width = Font.WidthOf(pages, style.Size);
        var baseline = page.Height - 32;
        pdf.OpenPageFurniture(isFooter: true);
        pdf.FillRectangle(page.Margin, page.Height - 47, page.ColumnWidth, 0.6, Typography.Line);
        Draw(pdf, Shorten(Footer, page.ColumnWidth - width - 18), baseline);
        pdf.DrawText(pages, new Letters(Font), style.Size, style.Colour, page.Margin + page.ColumnWidth - width, baseline);
        pdf.CloseArtifact();
    }

    private static TrueTypeFont Font => FontSet.Get(Typography.Furniture.Face);

    private void Draw(PdfWriter pdf, IReadOnlyList<Fragment> line, double baseline)
    {
        foreach (var fragment in line)
        {
            pdf.DrawText(
                fragment.Text,
                fragment.Letters,
                Typography.Furniture.Size,
                Typography.Furniture.Colour,
                page.Margin + fragment.Left,
                baseline,
                fragment.IsFromRight
            );
        }
    }

    private static IReadOnlyList<Fragment> Shorten(string text, double width)
    {
        var lines = LineBreaker.Break([new Run(text)], Typography.Furniture, width);
        if (lines.Count <= 1)
        {
            return lines.Count == 0 ? [] : lines[0].Fragments;
        }

        var ellipsis = Font.WidthOf("…", Typography.Furniture.Size);
        var first = LineBreaker.Break([new Run(text)], Typography.Furniture, width - ellipsis)[0];
        return [.. first.Fragments, new Fragment("…", new Letters(Font), Look.Plain, first.Width, ellipsis)];
    }
}
