using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>The part of the reader that makes blocks: tables, boxes and pictures.</summary>
internal sealed partial class WordReader
{
    private const int LongestWordsInside = 2_000;
    private const int SectionOfTable = 2;

    private void ReadDrawing(OpenXmlElement drawing)
    {
        if (WordShapes.WordArt(drawing) is { Length: > 0 } words)
        {
            AddGap();
            lines.Add(Whole(LineKind.Text, 0, Words.Tidy(words)));
            return;
        }

        var isPicture = WordPictures.IsPicture(drawing);
        if (isPicture && pictures.Read(drawing) is { } picture)
        {
            AddBlock(picture, "", []);
        }

        if (!isPicture || WordShapes.BoxesIn(drawing).Count > 0)
        {
            shapes.Add(drawing);
        }
    }

    /// <summary>A box of the cover may hold the title; one among the sections stands out from their text.</summary>
    private void ReadBox(OpenXmlElement box)
    {
        if (cells == 0 && (tally.Heading is null || tables.HasHeading(box)))
        {
            ReadBlocks(box);
            return;
        }

        var (blocks, notesInside, words) = Collect(box, isHead: false);
        if (blocks.Count > 0)
        {
            AddBlock(new Callout(blocks), words, notesInside);
        }
    }

    // Raw: <w:tag w:val="policy-box 0"/>, a box of our own export and how deep the item is under which it stands
    private static int? BoxDepth(SdtBlock control) =>
        control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value is ['p', 'o', 'l', 'i', 'c', 'y', '-', 'b', 'o', 'x', ' ', >= '0' and <= '9' and var depth]
            ? depth - '0'
            : null;

    private void ReadFramed(SdtBlock control, int depth)
    {
        var (blocks, notesInside, words) = Collect(control, isHead: false);
        if (blocks.Count > 0)
        {
            underItem = depth > 0 ? depth - 1 : null;
            AddBlock(new Callout(blocks), words, notesInside);
            underItem = null;
        }
    }

    // Raw: <w:pStyle w:val="ListContinue"/> with <w:ind w:left="1440"/>: under an item of the second level
    private static int? UnderItemOf(Paragraph paragraph, List<Style> chain) =>
        (WordStyles.IsListContinue(chain) || WordStyles.SubheadingLevel(chain) > 0 || WordStyles.IsCaption(chain))
        && WordNumbering.Twips(paragraph.ParagraphProperties?.Indentation) is >= TwipsPerLevel and var left
            ? (left / TwipsPerLevel) - 1
            : null;

    // Raw: <w:tblInd w:w="720" w:type="dxa"/>
    private int? UnderItemOf(Table table) =>
        styles.IsOurs(table) && table.GetFirstChild<TableProperties>()?.TableIndentation?.Width?.Value is >= TwipsPerLevel and var left
            ? (left / TwipsPerLevel) - 1
            : null;

    private void AddBlock(Block block, string words, IReadOnlyList<Note> notesInside)
    {
        AddGap();
        lines.Add(Whole(LineKind.Block, 0, words) with { Block = block, Notes = notesInside, UnderItem = underItem });
        AddGap();
    }

    /// <summary>Reads what stands in a cell or a box for itself.</summary>
    private (IReadOnlyList<Block> Blocks, IReadOnlyList<Note> Notes, string Words) Collect(OpenXmlElement content, bool isHead)
    {
        var (outer, wasHead, outerCaption, wasUnder) = (lines, isHeadCell, caption, underItem);
        (lines, isHeadCell, caption, underItem) = ([], isHead, null, null);
        cells++;
        ReadBlocks(content);
        shapes.Flush(ReadBox);
        cells--;
        var blocks = BlockReader.Parse(WordLists.Settle(lines, automatic), joining, warnings);
        var notesInside = lines.SelectMany(line => line.Notes).ToList();
        (lines, isHeadCell, caption, underItem) = (outer, wasHead, outerCaption, wasUnder);
        // The words of a table inside a table are said again by each table around it.
        var length = 0;
        var texts = BlockText.Texts(blocks).Select(text => text.PlainText).TakeWhile(text => cells == 0 || (length += text.Length) <= LongestWordsInside);
        return (blocks, notesInside, string.Join(' ', texts));
    }

    private string WordsOf(OpenXmlElement box) =>
        Words.Tidy(
            string.Join(
                ' ',
                box.Descendants<Paragraph>()
                    .Select(paragraph => InlineMarkup.ToPlainText(text.Read(paragraph, styles.ChainOf(paragraph)).Text))
                    .Where(words => words.Length > 0)
            )
        );

    private void ReadTable(Table table)
    {
        var rows = WordTables.RowsOf(table);
        foreach (var deleted in rows.Where(WordTables.IsDeleted))
        {
            tally.Deleted++;
            tally.LeaveOut(LeftOutKind.Deleted, WordText.DeletedWords(deleted));
        }

        rows.RemoveAll(WordTables.IsDeleted);
        if (tables.IsLayout(rows))
        {
            ReadLayout(rows);
            return;
        }

        if (cells == 0 && !hasHeadings && WordTables.HoldsSections(rows) && IsMostOfTheText(table))
        {
            ReadSections(rows);
            return;
        }

        // Raw: a cover whose first row holds the title, over rows of key details
        while (cells == 0 && tally.Heading is null && rows is [var top, _, ..] && WordTables.CellsOf(top) is [var only])
        {
            ReadBlocks(only);
            rows.RemoveAt(0);
        }

        var (headerRows, isGuess) = tables.HeaderRows(table, rows);
        var headerColumns = tables.HeaderColumns(table, rows, headerRows);
        var title = TakeCaptionAbove();
        var built = WordTables.Build(rows, headerRows, headerColumns, ReadCell);
        foreach (var inserted in rows.Where(WordTables.IsInserted))
        {
            tally.Inserted++;
            tally.LeaveOut(LeftOutKind.Inserted, WordText.DeletedWords(inserted));
        }

        title ??= TakeCaptionBelow(table);
        if (!built.Exists(row => row.Cells.Any(cell => cell.Blocks.Count > 0)))
        {
            return;
        }

        if (isGuess)
        {
            var names = built[0].Printed.Select(cell => cell.Words).Where(words => words.Length > 0);
            warnings.Add($"The first row of a table was taken as the names of its columns: {WarningList.Quote(names)}.");
        }

        underItem = UnderItemOf(table);
        AddRows(WordTables.Finish(title?.Text ?? default, headerRows, headerColumns, built), built, title?.Notes ?? []);
        underItem = null;
    }

    private void AddRows(Domain.PolicyText.Blocks.Table table, List<WordTables.Row> rows, IReadOnlyList<Note> notesOfCaption)
    {
        AddGap();
        for (var i = 0; i < rows.Count; i++)
        {
            var printed = string.Join(" | ", rows[i].Printed.Select(cell => cell.Words.Replace('|', '/')));
            lines.Add(
                Whole(LineKind.TableRow, 0, $"| {printed} |") with
                {
                    TablePart = (table, i),
                    UnderItem = underItem,
                    Notes = [.. i == 0 ? notesOfCaption : [], .. rows[i].Cells.SelectMany(cell => cell.Notes)],
                }
            );
        }

        AddGap();
    }

    private void ReadLayout(List<TableRow> rows)
    {
        if (rows.Exists(row => WordTables.CellsOf(row).Count > 1))
        {
            warnings.Add("A table that places sections side by side was read cell by cell, from the left and from the top. Check their order.");
        }

        foreach (var cell in rows.SelectMany(WordTables.CellsOf))
        {
            ReadBlocks(cell);
            shapes.Flush(ReadBox);
        }
    }

    private bool IsMostOfTheText(Table table) => table.InnerText.Length * 2 > main.Document!.Body!.InnerText.Length;

    /// <summary>Raw: "Aims" in a cell, and next to it the text of that section.</summary>
    private void ReadSections(List<TableRow> rows)
    {
        warnings.Add("A table that sets headings next to their text was read row by row, each as a section. Check their order.");
        foreach (var row in rows.Select(WordTables.CellsOf))
        {
            var name = InlineMarkup.ToPlainText(WordsOf(row[0]));
            AddGap();
            lines.Add(Whole(LineKind.Text, 0, name) with { HashLevel = SectionOfTable });
            tally.Heading = name;
            ReadBlocks(row[1]);
            shapes.Flush(ReadBox);
        }
    }

    private WordTables.Cell ReadCell(TableCell cell, bool isHead)
    {
        var (blocks, notesInside, words) = Collect(cell, isHead);
        return new WordTables.Cell
        {
            Blocks = [.. blocks],
            Notes = notesInside,
            Words = words,
            Columns = WordTables.ColumnsOf(cell),
        };
    }

    private (RichText Text, IReadOnlyList<Note> Notes)? TakeCaptionAbove()
    {
        var last = lines.FindLastIndex(line => line.Kind != LineKind.Blank);
        if (caption is null || last < 0 || !ReferenceEquals(lines[last], caption) || !IsOfTable(caption.Plain))
        {
            return null;
        }

        lines.RemoveRange(last, lines.Count - last);
        return (InlineMarkup.ToRichText(Unbold(caption.Text)), caption.Notes);
    }

    private (RichText Text, IReadOnlyList<Note> Notes)? TakeCaptionBelow(Table table)
    {
        if (
            table.NextSibling() is not Paragraph below
            || below.NextSibling() is Table
            || !WordStyles.IsCaption(styles.ChainOf(below))
            || !IsOfTable(below.InnerText)
        )
        {
            return null;
        }

        captionsBelow.Add(below);
        var content = text.Read(below, styles.ChainOf(below));
        return (InlineMarkup.ToRichText(content.Text.Replace('\n', ' ').Replace('\f', ' ')), ReadNotes(content.Notes));
    }

    // Raw: "Figure 2: the site"
    private static bool IsOfTable(string words) => !words.TrimStart().StartsWith("Fig", StringComparison.OrdinalIgnoreCase);

    private static string Unbold(string words) =>
        words.StartsWith("<b>", StringComparison.Ordinal) && words.EndsWith("</b>", StringComparison.Ordinal) ? words[3..^4] : words;
}
