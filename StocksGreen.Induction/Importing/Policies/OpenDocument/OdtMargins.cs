using System.Xml.Linq;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Reads the heads and feet of the pages: key details count, a word across the page is told, all else belongs to the printed pages.</summary>
internal sealed class OdtMargins(XElement styles, FlowTally tally, WarningList warnings)
{
    private const int MostLines = 2_000;

    private readonly List<SourceLine> printed = [];

    internal Margins Read()
    {
        foreach (var margin in styles.Child("master-styles")?.Elements().SelectMany(page => page.Elements()) ?? [])
        {
            if (margin.Name.LocalName.StartsWith("header", StringComparison.Ordinal))
            {
                tally.In("in the header of the pages", () => ReadBlocks(margin));
            }
            else if (margin.Name.LocalName.StartsWith("footer", StringComparison.Ordinal))
            {
                tally.In("in the footer of the pages", () => ReadBlocks(margin));
            }
        }

        var margins = Margins.Sort(printed.DistinctBy(line => line.Raw, StringComparer.Ordinal));
        tally.In("at the head or foot of the pages", () => margins.Lines.ToList().ForEach(line => tally.LeaveOut(LeftOutKind.Header, line)));
        if (margins.Lines.Count > 0)
        {
            warnings.Add($"Left out what belongs to the printed pages: {WarningList.Quote(margins.Lines)}.");
        }

        return margins;
    }

    private void ReadBlocks(XElement margin)
    {
        foreach (var element in margin.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p" or "h":
                    ReadParagraph(element);
                    break;
                case "table-row":
                    var cells = element
                        .Elements()
                        .Where(cell => cell.Name.LocalName == "table-cell")
                        .Select(cell => string.Join(' ', Odf.Paragraphs(cell)).Trim());
                    Add(LineKind.TableRow, $"| {string.Join(" | ", cells.Select(cell => cell.Replace('|', '/').Replace('\t', ' ')))} |");
                    break;
                default:
                    ReadBlocks(element);
                    break;
            }
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        var rest = new XElement(paragraph);
        foreach (var shape in rest.Descendants().Where(element => element.Name.LocalName is "custom-shape" or "frame").ToList())
        {
            if (
                shape.Name.LocalName == "custom-shape"
                && (OdtReader.IsArt(shape) || shape.Said("name")?.Contains("WaterMark", StringComparison.OrdinalIgnoreCase) == true)
            )
            {
                tally.LeaveOut(LeftOutKind.Watermark, string.Join(' ', Odf.Paragraphs(shape)));
                shape.Remove();
            }
            else if (shape.Child("text-box") is { } box)
            {
                ReadBlocks(box);
                shape.Remove();
            }
            else if (shape.Name.LocalName == "frame")
            {
                shape.Remove();
            }
        }

        // Raw: three spaces between two details
        foreach (var spaces in rest.Descendants().Where(element => element.Name.LocalName is "s" or "tab" or "line-break").ToList())
        {
            spaces.ReplaceWith(spaces.Name.LocalName == "s" ? new string(' ', spaces.Number("c", 1, 100)) : "\t");
        }

        foreach (var note in rest.Descendants().Where(element => element.Name.LocalName is "annotation" or "note").ToList())
        {
            note.Remove();
        }

        Add(LineKind.Text, rest.Value);
    }

    private void Add(LineKind kind, string raw)
    {
        if (printed.Count < MostLines && raw.Any(char.IsLetter))
        {
            printed.Add(new SourceLine(0, 0, kind, raw.Trim()) { IsWhole = true });
        }
    }
}
