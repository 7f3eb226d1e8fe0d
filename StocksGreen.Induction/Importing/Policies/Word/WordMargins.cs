using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Reads the heads and feet of the pages: key details count, a word across the page is told, all else belongs to the printed pages.</summary>
internal sealed class WordMargins(MainDocumentPart main, WordStyles styles, WordText text, FlowTally tally, WarningList warnings)
{
    private const string Head = "in the header of the pages";
    private const string Foot = "in the footer of the pages";

    // Word keeps up to three of each for every part of a document.
    private const int MostLines = 2_000;

    private readonly List<SourceLine> printed = [];

    internal Margins Read()
    {
        foreach (var part in main.HeaderParts)
        {
            Read(part.Header, part.Uri, Head);
        }

        foreach (var part in main.FooterParts)
        {
            Read(part.Footer, part.Uri, Foot);
        }

        var margins = Margins.Sort(printed.DistinctBy(line => line.Raw, StringComparer.Ordinal));
        tally.In("at the head or foot of the pages", () => margins.Lines.ToList().ForEach(line => tally.LeaveOut(LeftOutKind.Header, line)));
        if (margins.Lines.Count > 0)
        {
            warnings.Add($"Left out what belongs to the printed pages: {WarningList.Quote(margins.Lines)}.");
        }

        return margins;
    }

    private void Read(OpenXmlElement? root, Uri uri, string where)
    {
        if (root is null)
        {
            return;
        }

        text.Fields.Reset();
        text.Fields.Prepare(root);
        text.Part = uri.ToString();
        tally.In(
            where,
            () =>
            {
                foreach (var art in root.Descendants().Where(element => element.LocalName == "textpath"))
                {
                    tally.LeaveOut(LeftOutKind.Watermark, WordColours.Attribute(art, "string") ?? "");
                }

                foreach (var paragraph in root.Descendants<Paragraph>().Where(paragraph => !paragraph.Ancestors<TableRow>().Any()))
                {
                    ReadParagraph(paragraph);
                }

                foreach (var row in root.Descendants<TableRow>())
                {
                    var cells = WordTables.CellsOf(row).Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Select(PlainTextOf)).Trim()).ToList();
                    Add(LineKind.TableRow, $"| {string.Join(" | ", cells.Select(cell => cell.Replace('|', '/').Replace('\t', ' ')))} |");
                }
            }
        );
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        // Raw: a watermark of newer programs is a box that is named so.
        if (paragraph.Ancestors().FirstOrDefault(element => element.LocalName is "anchor" or "shape") is { } box && IsWatermark(box))
        {
            tally.LeaveOut(LeftOutKind.Watermark, PlainTextOf(paragraph));
            return;
        }

        // What older programs show in place of a box is the box again.
        if (!paragraph.Ancestors().Any(element => element.LocalName == "Fallback"))
        {
            Add(LineKind.Text, text.Read(paragraph, styles.ChainOf(paragraph)).Text.Replace('\f', ' '));
        }
    }

    private static bool IsWatermark(OpenXmlElement box) =>
        box.Descendants()
            .Where(element => element.LocalName == "docPr")
            .Prepend(box)
            .Any(element =>
                (WordColours.Attribute(element, "name") ?? WordColours.Attribute(element, "id") ?? "").Contains("WaterMark", StringComparison.OrdinalIgnoreCase)
            );

    private string PlainTextOf(Paragraph paragraph) => text.Read(paragraph, styles.ChainOf(paragraph)).Text.Replace('\n', ' ').Replace('\f', ' ');

    private void Add(LineKind kind, string raw)
    {
        if (printed.Count < MostLines && raw.Any(char.IsLetter))
        {
            printed.Add(new SourceLine(0, 0, kind, raw.Trim()) { IsWhole = true });
        }
    }
}
