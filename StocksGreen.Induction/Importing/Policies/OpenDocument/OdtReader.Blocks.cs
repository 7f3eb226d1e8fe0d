using System.Globalization;
using System.Xml.Linq;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>The part of the reader that reads tables, boxes, pictures and drawings.</summary>
internal sealed partial class OdtReader
{
    private const int MostRepeatedRows = 1_000;
    private const double PixelsPerInch = 96;

    private void ReadTable(XElement table, FlowLook outer)
    {
        var look = styles.LookOf("table", table.Said("style-name"), outer);
        var rows = RowsOf(table, isHead: false).ToList();
        if (IsLayout([.. rows.Select(row => row.Row)]))
        {
            ReadLayout([.. rows.Select(row => row.Row)], look);
            return;
        }

        var (title, notesOfTitle) = writer.TakeCaption();
        var read = new List<IReadOnlyList<FlowCell>>();
        var marked = 0;
        foreach (var (row, isHead) in rows)
        {
            var around = styles.LookOf("table-row", row.Said("style-name"), look);
            if (row.Said("visibility") is "collapse" or "filter")
            {
                tally.LeaveOut(LeftOutKind.Hidden, string.Join(' ', Odf.Paragraphs(row)));
                continue;
            }

            for (var repeated = row.Number("number-rows-repeated", 1, MostRepeatedRows); repeated > 0; repeated--)
            {
                var cells = new List<FlowCell>();
                foreach (var cell in CellsOf(row))
                {
                    var own = styles.LookOf("table-cell", cell.Said("style-name"), around);
                    for (var again = cell.Number("number-columns-repeated", 1, FlowTable.MostColumns); again > 0; again--)
                    {
                        cells.Add(
                            writer.Cell(
                                () => ReadBlocks(cell, own),
                                cell.Number("number-columns-spanned", 1, FlowTable.MostColumns),
                                cell.Number("number-rows-spanned", 1, 100_000),
                                HasHeading(cell)
                            )
                        );
                    }
                }

                marked += isHead && marked == read.Count ? 1 : 0;
                read.Add(cells);
            }
        }

        writer.Table(new FlowTable(title, notesOfTitle, read, marked));
    }

    private void ReadLayout(IReadOnlyList<XElement> rows, FlowLook look)
    {
        if (rows.Any(row => CellsOf(row).Count > 1))
        {
            warnings.Add("A table that places sections side by side was read cell by cell, from the left and from the top. Check their order.");
        }

        foreach (var cell in rows.SelectMany(CellsOf))
        {
            ReadBlocks(cell, styles.LookOf("table-cell", cell.Said("style-name"), look));
        }
    }

    /// <summary>A table that only places text on the page: one column, or sections inside its cells that no row of heads explains.</summary>
    private static bool IsLayout(IReadOnlyList<XElement> rows)
    {
        if (rows.All(row => CellsOf(row).Count <= 1))
        {
            return true;
        }

        var withHeadings = rows.Where(row => CellsOf(row).Exists(HasHeading)).ToList();
        if (withHeadings.Count == 0)
        {
            return false;
        }

        var isHeadRow = withHeadings.Count == 1 && ReferenceEquals(withHeadings[0], rows[0]) && rows.Count > 1;
        return !isHeadRow && (rows.Count == 1 || withHeadings.TrueForAll(row => CellsOf(row).FindLastIndex(HasHeading) == 0));
    }

    private static IEnumerable<(XElement Row, bool IsHead)> RowsOf(XElement table, bool isHead)
    {
        foreach (var child in table.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "table-row":
                    yield return (child, isHead);
                    break;
                case "table-header-rows" or "table-rows" or "table-row-group":
                    foreach (var row in RowsOf(child, isHead || child.Name.LocalName == "table-header-rows"))
                    {
                        yield return row;
                    }

                    break;
            }
        }
    }

    private static List<XElement> CellsOf(XElement row) => [.. row.Elements().Where(cell => cell.Name.LocalName == "table-cell")];

    private static bool HasHeading(XElement cell) => cell.Descendants().Any(element => element.Name.LocalName == "h");

    private void ReadDrawing(XElement drawing, FlowLook look)
    {
        switch (drawing.Name.LocalName)
        {
            case "a":
                foreach (var inner in drawing.Elements())
                {
                    ReadDrawing(inner, look);
                }

                break;
            case "frame":
                ReadFrame(drawing);
                break;
            case "custom-shape" when IsArt(drawing):
                writer.Paragraph(new FlowParagraph(Words.Tidy(string.Join(' ', Odf.Paragraphs(drawing))), StandsOut: false, 0, []));
                break;
            case "g":
                ReadGroup(drawing);
                break;
            default:
                ReadBox(drawing);
                break;
        }
    }

    /// <summary>Letters that are drawn along a line.</summary>
    internal static bool IsArt(XElement shape) => shape.Child("enhanced-geometry")?.Said("text-path") == "true";

    private void ReadFrame(XElement frame)
    {
        var images = frame.Elements().Where(child => child.Name.LocalName == "image").ToList();
        if (frame.Child("text-box") is { } box)
        {
            ReadBox(box);
        }
        else if (frame.Child("table") is { } table)
        {
            ReadTable(table, FlowLook.Usual);
        }
        else if (images.Count > 0 && (frame.Child("object") is null || images.Exists(image => PictureShape.Read(BytesOf(image)) is not null)))
        {
            ReadPicture(frame, images);
        }
        else
        {
            var said = Words.Tidy($"{frame.Child("title")?.Value} {frame.Child("desc")?.Value}");
            tally.LeaveOut(LeftOutKind.Object, said.Length > 0 ? $"An embedded object: {said}" : "An embedded object");
        }
    }

    private void ReadPicture(XElement frame, List<XElement> images)
    {
        // The same picture may stand there in several forms.
        var bytes = images.Select(BytesOf).Where(each => each is not null).ToList();
        var content = bytes.Find(each => PictureShape.Read(each) is not null) ?? bytes.FirstOrDefault();
        var alt = Words.Tidy(frame.Child("desc")?.Value is { Length: > 0 } said ? said : frame.Child("title")?.Value ?? "");
        var name = images[0].Said("href")?.Split('/')[^1] ?? "";
        if (
            pictures.Read(
                content,
                frame.Said("decorative") == "true" ? ""
                    : alt.Length > 0 ? alt
                    : null,
                Pixels(frame.Said("width")),
                Pixels(frame.Said("height")),
                name
            ) is
            { } picture
        )
        {
            writer.AddBlock(picture, "", []);
        }
    }

    private byte[]? BytesOf(XElement image)
    {
        if (image.Child("binary-data") is not { } data)
        {
            return image.Said("href") is { } address ? package.PictureAt(address) : null;
        }

        var bytes = new byte[(data.Value.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(data.Value, bytes, out var count) ? bytes[..count] : null;
    }

    /// <summary>A box of the cover may hold the title; one among the sections stands out from their text.</summary>
    private void ReadBox(XElement box)
    {
        if (!writer.IsInCell && (tally.Heading is null || HasHeading(box)))
        {
            if (Odf.Paragraphs(box).Any(words => words.Trim().Length > 0) || box.Descendants().Any(element => element.Name.LocalName == "image"))
            {
                ReadApart(() => ReadBlocks(box, FlowLook.Usual));
            }
            else
            {
                tally.Shapes++;
            }

            return;
        }

        var (blocks, notesInside, words, _) = writer.Collect(() => ReadApart(() => ReadBlocks(box, FlowLook.Usual)));
        if (blocks.Count > 0)
        {
            writer.AddBlock(new Callout(blocks), words, notesInside);
        }
        else
        {
            tally.Shapes++;
        }
    }

    /// <summary>Several shapes that were grouped are one drawing: their words are no sentences of the text.</summary>
    private void ReadGroup(XElement group)
    {
        var words = Odf.Paragraphs(group).Select(Words.Tidy).Where(each => each.Length > 0).ToList();
        if (words.Count > 0)
        {
            tally.LeaveOut(LeftOutKind.Object, $"A drawing with the words: {string.Join("; ", words)}");
        }
        else
        {
            tally.Shapes++;
        }
    }

    /// <summary>What waits for the end of a paragraph waits on while a box in it is read.</summary>
    private void ReadApart(Action read)
    {
        var outer = waiting.ToList();
        waiting.Clear();
        read();
        waiting.Clear();
        waiting.AddRange(outer);
    }

    // Raw: "3.5cm", "1.2in", "34pt"
    private static int Pixels(string? length)
    {
        if (
            length is not { Length: > 2 }
            || !double.TryParse(length.AsSpan(0, length.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return 0;
        }

        var inches = length[^2..] switch
        {
            "in" => number,
            "cm" => number / 2.54,
            "mm" => number / 25.4,
            "pt" => number / 72,
            "px" => number / PixelsPerInch,
            _ => 0,
        };
        return inches is > 0 and < 1_000 ? (int)Math.Round(inches * PixelsPerInch) : 0;
    }
}
