using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using ListItem = StocksGreen.Induction.Domain.PolicyText.Blocks.ListItem;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using PolicyParagraph = StocksGreen.Induction.Domain.PolicyText.Blocks.Paragraph;
using PolicyPicture = StocksGreen.Induction.Domain.PolicyText.Blocks.Picture;
using PolicyTable = StocksGreen.Induction.Domain.PolicyText.Blocks.Table;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>The text of a policy as paragraphs and tables of Word.</summary>
internal sealed class WordBody(MainDocumentPart main, WordListNumbers lists, WordNotePages notes, WordDrawings drawings)
{
    private const int DeepestItem = 8;
    private const int FullWidth = 5_000; // in fiftieths of a percent
    private const int TextWidth = 9_638; // in twentieths of a point
    private const string Box = "policy-box";
    private const string FrameColour = "748078";

    private int level = 1;

    public IEnumerable<OpenXmlElement> Compose(PolicyContent text, string school)
    {
        yield return Line(WordLook.Title, [WordLine.Plain(text.Title)]);
        if ((text.School.Length > 0 ? text.School : school) is { Length: > 0 } named)
        {
            yield return Line(WordLook.School, [WordLine.Plain(named)]);
        }

        if (text.KeyDetails.Count > 0)
        {
            yield return Details(text.KeyDetails);
            yield return Line(WordLook.Normal, []);
        }

        notes.Begin(text.PreambleNotes);
        foreach (var element in Convert(text.Preamble, At.Page))
        {
            yield return element;
        }

        foreach (var section in text.Sections)
        {
            level = Math.Clamp(section.Level, 1, WordLook.DeepestHeading);
            yield return Line(WordLook.Heading(level), [WordLine.Plain(section.Heading)]);
            notes.Begin(section.Notes);
            foreach (var element in Convert(section.Blocks, At.Page))
            {
                yield return element;
            }
        }
    }

    /// <summary>Where blocks stand: how many lists are round them, and how far the item reaches in under which they stand.</summary>
    private readonly record struct At(int Depth, int Indent)
    {
        public static At Page { get; } = new(0, 0);

        public bool IsUnderItem => Indent > 0;
    }

    private List<OpenXmlElement> Convert(IReadOnlyList<Block> blocks, At at)
    {
        var converted = new List<OpenXmlElement>();
        foreach (var block in blocks)
        {
            // Word makes one table of two that touch.
            if (block is PolicyTable { Caption.Markdown.Length: 0 } && converted is [.., Table])
            {
                converted.Add(Line(WordLook.Normal, []));
            }

            converted.AddRange(Convert(block, at));
        }

        return converted;
    }

    private IEnumerable<OpenXmlElement> Convert(Block block, At at) =>
        block switch
        {
            PolicyParagraph paragraph => [Line(StyleAt(at), Runs(paragraph.Text), at.Indent)],
            Subheading heading => [Subheading(heading, at)],
            BulletList list => list.Items.SelectMany(item => Item(item, WordLook.Bullet, lists.Bullets, at)),
            NumberedList list => list
                .Items.Zip(lists.Place([.. list.Items.Select(item => item.Label)]), (item, place) => Item(item, WordLook.Numbered, place, at))
                .SelectMany(elements => elements),
            PolicyTable table => Convert(table, at),
            PolicyPicture picture => Convert(picture, at),
            Callout box => [Framed(box, at)],
            _ => throw new InvalidOperationException($"No form in Word for {block.GetType().Name}."),
        };

    private static string StyleAt(At at) => at.IsUnderItem ? WordLook.UnderItem : WordLook.Normal;

    private IEnumerable<OpenXmlElement> Runs(RichText text) => WordLine.Runs(text, main, notes.Refer);

    private Paragraph Subheading(Subheading heading, At at)
    {
        var line = Line(WordLook.Subheading(heading.Level), Runs(heading.Text), at.Indent);
        line.ParagraphProperties!.Append(new OutlineLevel { Val = Math.Min(level + heading.Level, WordLook.DeepestHeading) - 1 });
        return line;
    }

    private List<OpenXmlElement> Item(ListItem item, string style, int list, At at)
    {
        var depth = Math.Min(at.Depth, DeepestItem);
        var line = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = style },
                new NumberingProperties(new NumberingLevelReference { Val = depth }, new NumberingId { Val = list })
            )
        );
        line.Append(Runs(item.Text));
        return [line, .. Convert(item.Nested, new At(depth + 1, WordLook.Step * (depth + 1)))];
    }

    private IEnumerable<OpenXmlElement> Convert(PolicyPicture picture, At at) =>
        drawings.Draw(picture) is { } drawn ? [Line(StyleAt(at), [drawn], at.Indent)]
        : picture.IsDecorative ? []
        : [Line(StyleAt(at), [WordLine.Plain($"Picture: {picture.Alt ?? "one that no one has described"}")], at.Indent)];

    /// <summary>A frame round ordinary paragraphs, so that what is in it is read where it stands.</summary>
    private SdtBlock Framed(Callout box, At at)
    {
        var content = Convert(box.Blocks, new At(0, 0));
        foreach (var paragraph in content.OfType<Paragraph>())
        {
            var properties = paragraph.ParagraphProperties!;
            properties.ParagraphBorders = new ParagraphBorders(
                Edge(new TopBorder()),
                Edge(new LeftBorder()),
                Edge(new BottomBorder()),
                Edge(new RightBorder())
            );
        }

        return new SdtBlock(
            new SdtProperties(
                new SdtAlias { Val = "Box" },
                new Tag { Val = string.Create(CultureInfo.InvariantCulture, $"{Box} {at.Indent / WordLook.Step}") },
                new SdtContentRichText()
            ),
            new SdtContentBlock(content.Count > 0 ? content : [Line(WordLook.Normal, [])])
        );
    }

    private static T Edge<T>(T border)
        where T : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 8;
        border.Space = 4;
        border.Color = FrameColour;
        return border;
    }

    private List<OpenXmlElement> Convert(PolicyTable table, At at)
    {
        var made = new List<OpenXmlElement>();
        if (table.Caption.Markdown.Length > 0)
        {
            made.Add(Line(WordLook.Caption, Runs(table.Caption), at.Indent));
        }

        var columns = Math.Max(table.Columns, 1);
        var frame = Frame(columns, table.HeaderRows > 0, table.HeaderColumns > 0, at.Indent, table.Caption.PlainText);
        var cells = Cells(table, columns);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (row < table.HeaderRows)
            {
                properties.Append(new TableHeader());
            }

            var line = new TableRow(properties);

            line.Append(cells[row]);
            frame.Append(line);
        }

        made.Add(frame);
        return made;
    }

    /// <summary>The cells of each row; one that reaches down stands again, empty, in each row that it covers.</summary>
    private List<OpenXmlElement>[] Cells(PolicyTable table, int columns)
    {
        var rows = table.Rows.Count;
        var placed = new TableCell?[rows, columns];
        foreach (var (cell, row, column) in table.Places())
        {
            for (var down = 0; down < cell.Rows && row + down < rows; down++)
            {
                var properties = new TableCellProperties(
                    new TableCellWidth { Width = (FullWidth * cell.Columns / columns).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Pct }
                );
                if (cell.Columns > 1)
                {
                    properties.Append(new GridSpan { Val = cell.Columns });
                }

                if (cell.Rows > 1)
                {
                    properties.Append(new VerticalMerge { Val = down == 0 ? MergedCellValues.Restart : MergedCellValues.Continue });
                }

                var made = new TableCell(properties);
                made.Append(down == 0 ? WithLastLine(Convert(cell.Blocks, At.Page)) : [Line(WordLook.Normal, [])]);
                placed[row + down, column] = made;
            }
        }

        return
        [
            .. Enumerable
                .Range(0, rows)
                .Select(row => Enumerable.Range(0, columns).Select(column => placed[row, column]).OfType<OpenXmlElement>().ToList())
                .Select(row => row.Count > 0 ? row : [new TableCell(Line(WordLook.Normal, []))]),
        ];
    }

    /// <summary>A cell ends with a paragraph, or Word calls the file damaged.</summary>
    private static IReadOnlyList<OpenXmlElement> WithLastLine(IReadOnlyList<OpenXmlElement> content) =>
        content is [.., Paragraph] ? content : [.. content, Line(WordLook.Normal, [])];

    private static Table Details(IReadOnlyList<KeyDetail> details)
    {
        var frame = Frame(2, hasHeadRow: false, hasHeadColumn: true, 0, "");
        foreach (var detail in details)
        {
            frame.Append(
                new TableRow(
                    new TableCell(Line(WordLook.Normal, [WordLine.Plain(detail.Name)])),
                    new TableCell(Line(WordLook.Normal, [WordLine.Plain(detail.Value)]))
                )
            );
        }

        return frame;
    }

    private static Table Frame(int columns, bool hasHeadRow, bool hasHeadColumn, int indent, string caption)
    {
        var properties = new TableProperties(
            new TableStyle { Val = WordLook.Table },
            new TableWidth { Width = (FullWidth * (TextWidth - indent) / TextWidth).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Pct }
        );
        if (indent > 0)
        {
            properties.Append(new TableIndentation { Width = indent, Type = TableWidthUnitValues.Dxa });
        }

        properties.Append(
            new TableLook
            {
                // The same again in bits, for programs that know no other way: neither bands of rows nor of columns.
                Val = (0x600 | (hasHeadRow ? 0x20 : 0) | (hasHeadColumn ? 0x80 : 0)).ToString("X4", CultureInfo.InvariantCulture),
                FirstRow = hasHeadRow,
                FirstColumn = hasHeadColumn,
                LastRow = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            }
        );
        if (caption.Length > 0)
        {
            properties.Append(new TableCaption { Val = WordLine.Clean(caption) });
        }

        return new Table(
            properties,
            new TableGrid(
                Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = ((TextWidth - indent) / columns).ToString(CultureInfo.InvariantCulture) })
            )
        );
    }

    private static Paragraph Line(string style, IEnumerable<OpenXmlElement> runs, int indent = 0)
    {
        var properties = new ParagraphProperties();
        if (style != WordLook.Normal)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (indent > 0)
        {
            properties.Append(new Indentation { Left = indent.ToString(CultureInfo.InvariantCulture) });
        }

        var line = new Paragraph(properties);
        line.Append(runs);
        return line;
    }
}
