using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Reads the body of a Word document into the lines that the recogniser works on.</summary>
internal sealed class WordReader
{
    // A line of larger letters than the text is a heading; half points.
    private const int LargerBy = 4;
    private const int MostWordsOfLargeLine = 14;
    private const int RunsThatTellTheUsualSize = 5_000;
    private const int TwipsPerLevel = 720;
    private const int ColumnsPerLevel = 4;

    private readonly MainDocumentPart main;
    private readonly WarningList warnings;
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly WordTally tally = new();
    private readonly WordText text;
    private readonly List<SourceLine> lines = [];

    // By reference: two paragraphs may say the same.
    private readonly HashSet<SourceLine> automatic = new(ReferenceEqualityComparer.Instance);
    private int page;
    private int usualSize;
    private string carried = "";

    private WordReader(MainDocumentPart main, WarningList warnings)
    {
        this.main = main;
        this.warnings = warnings;
        styles = new WordStyles(main);
        numbering = new WordNumbering(main);
        text = new WordText(styles, tally, warnings);
    }

    /// <returns>The lines, each whole, none where the document has no words; and what stands in the margins of its pages.</returns>
    internal static (IReadOnlyList<SourceLine> Lines, IReadOnlyList<string> Margins) Parse(MainDocumentPart main, WarningList warnings) =>
        new WordReader(main, warnings).Parse();

    private (IReadOnlyList<SourceLine>, IReadOnlyList<string>) Parse()
    {
        usualSize = FindUsualSize();
        ReadBlocks(main.Document!.Body!);
        var margins = LeaveOutMargins();
        tally.Warn(warnings);
        var comments = main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0;
        if (comments > 0)
        {
            warnings.Add(
                $"{WordTally.Count(comments, "comment")} in the margin {(comments == 1 ? "is" : "are")} not part of the policy and "
                    + $"{(comments == 1 ? "was" : "were")} left out."
            );
        }

        return (WordLists.Settle(lines, automatic), margins);
    }

    private void ReadBlocks(OpenXmlElement parent)
    {
        foreach (var child in WordText.ChildrenOf(parent))
        {
            switch (child.LocalName)
            {
                case "p":
                    // Inside what the library does not know, a paragraph is only markup.
                    ReadParagraph(child as Paragraph ?? new Paragraph(child.OuterXml));
                    break;
                case "tbl" when child is Table table:
                    ReadTable(table);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag" or "Choice":
                    ReadBlocks(child);
                    break;
                case "AlternateContent" when child.ChildElements.FirstOrDefault(shown => shown.LocalName is "Choice" or "Fallback") is { } alternative:
                    ReadBlocks(alternative);
                    break;
                case "altChunk":
                    tally.Chunks++;
                    break;
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var chain = styles.ChainOf(paragraph);
        var wasInContents = text.IsInContents;
        var boxes = new List<OpenXmlElement>();
        var content = text.Read(paragraph, chain, boxes);
        foreach (var box in boxes)
        {
            ReadBlocks(box);
        }

        // The mark of a paragraph that was deleted: its words belong to the next one.
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Deleted is not null)
        {
            carried += content.Text;
            return;
        }

        content = content with { Text = carried + content.Text };
        carried = "";
        if (wasInContents || text.IsInContents || WordStyles.IsContents(chain) || IsInContentsGallery(paragraph))
        {
            tally.LeaveOutContents(InlineMarkup.ToPlainText(content.Text));
            return;
        }

        var place = numbering.PlaceOf(paragraph, chain);
        var label = place is { } counted && content.Text.Any(c => !char.IsWhiteSpace(c)) ? numbering.Count(counted.List, counted.Level) : null;
        AddLines(paragraph, chain, content, place, label);
        AddNotes(content);
    }

    private void AddLines(Paragraph paragraph, List<Style> chain, WordParagraph content, (int List, int Level)? place, WordLabel? label)
    {
        var level =
            WordStyles.IsTitle(chain) ? 1
            : WordStyles.HeadingLevel(paragraph, chain) is > 0 and var heading ? heading + 1
            : 0;
        var isBrokenOff = false;
        foreach (var printed in Split(content.Text))
        {
            page += printed.Count(c => c == '\f');
            var words = printed.Replace("\f", "", StringComparison.Ordinal);
            if (InlineMarkup.ToPlainText(words).Length == 0)
            {
                continue;
            }

            var line = MakeLine(paragraph, content, words, level, place, label);
            if (!isBrokenOff && !(IsListed(line) && lines is [.., var last] && IsListed(last)))
            {
                AddGap();
            }

            lines.Add(line);
            label = null;
            isBrokenOff = true;
        }
    }

    private void AddGap()
    {
        if (lines is [.., { Kind: not LineKind.Blank }])
        {
            lines.Add(SourceLine.Blank(page) with { IsWhole = true });
        }
    }

    private SourceLine MakeLine(Paragraph paragraph, WordParagraph content, string words, int level, (int List, int Level)? place, WordLabel? label)
    {
        var indent = place is { } counted ? IndentOf(paragraph, counted.List, counted.Level) : IndentOf(paragraph, words);
        var raw = words.Trim();
        if (level > 0)
        {
            raw = label is { IsBullet: false, Text.Length: > 0 } ? $"{label.Text} {raw}" : raw;
            return Whole(LineKind.Text, 0, raw) with { HashLevel = level };
        }

        var isHeadingLike = content.StandsOut || (content.Size >= usualSize + LargerBy && Words.AreAtMost(raw, MostWordsOfLargeLine));
        if (label is { IsBullet: true })
        {
            var glyph = Glyph(label.Text);
            return Whole(LineKind.Bullet, indent, $"{glyph} {raw}") with { Text = content.StandsOut ? $"<b>{raw}</b>" : raw, Marker = glyph };
        }

        if (label is { Text.Length: > 0 })
        {
            var numbered = Whole(LineKind.Text, indent, isHeadingLike ? $"<b>{label.Text} {raw}</b>" : $"{label.Text} {raw}");
            if (!isHeadingLike)
            {
                automatic.Add(numbered);
            }

            return numbered;
        }

        if (isHeadingLike && BulletMarker.TryRead(raw) is null)
        {
            return Whole(LineKind.Text, indent, $"<b>{raw}</b>");
        }

        return LineReader.Classify(page, indent, raw, lines) with
        {
            IsWhole = true,
        };
    }

    private SourceLine Whole(LineKind kind, int indent, string raw) => new(page, indent, kind, raw) { IsWhole = true };

    /// <summary>Lines that were broken by hand are lines; but a sentence that someone broke to fit the page is one.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Split('\n'))
        {
            if (parts.Count > 0 && part.Trim().Length > 0 && parts[^1].Trim().Length > 0 && Words.StartsLowerCase(part) && !Words.EndsSentence(parts[^1]))
            {
                parts[^1] += " " + part.TrimStart();
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static bool IsListed(SourceLine line) => line.Kind is LineKind.Bullet or LineKind.TableRow;

    private int IndentOf(Paragraph paragraph, int list, int level)
    {
        var left = WordNumbering.Twips(paragraph.ParagraphProperties?.Indentation) ?? numbering.IndentOf(list, level) ?? TwipsPerLevel * (level + 1);
        var further = Math.Max(0, (int)Math.Round((left - (TwipsPerLevel * (level + 1))) / (double)TwipsPerLevel));
        return (level + further) * ColumnsPerLevel;
    }

    // Raw: a bullet typed by hand, moved to the right by a margin or by tabs.
    private static int IndentOf(Paragraph paragraph, string words)
    {
        var indentation = paragraph.ParagraphProperties?.Indentation;
        var left = WordNumbering.Twips(indentation) ?? 0;
        return (int)Math.Round(Math.Max(0, left) / (double)(TwipsPerLevel / 2)) * (ColumnsPerLevel / 2)
            + words.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? ColumnsPerLevel : 1);
    }

    private static char Glyph(string label) => label[0] is '\u00B7' or '*' ? '•' : label[0];

    private void AddNotes(WordParagraph content)
    {
        foreach (var mark in content.Notes)
        {
            var notes = mark.IsEndnote ? (OpenXmlElement?)main.EndnotesPart?.Endnotes : main.FootnotesPart?.Footnotes;
            var note = notes?.Elements<FootnoteEndnoteType>().FirstOrDefault(element => element.Id?.Value == mark.Id);
            var words = string.Join(
                ' ',
                (note?.Descendants<Paragraph>() ?? [])
                    .Select(paragraph => text.Read(paragraph, styles.ChainOf(paragraph), []).Text.Trim())
                    .Where(part => part.Length > 0)
            );
            if (words.Length > 0)
            {
                AddGap();
                lines.Add(
                    Whole(
                        LineKind.Text,
                        0,
                        string.Create(CultureInfo.InvariantCulture, $"[{mark.Number}] {words.Replace('\n', ' ').Replace("\f", "", StringComparison.Ordinal)}")
                    )
                );
            }
        }
    }

    private void ReadTable(Table table)
    {
        var rows = table
            .Descendants<TableRow>()
            .Where(row => row.Ancestors<Table>().First() == table && row.TableRowProperties?.GetFirstChild<Deleted>() is null)
            .ToList();
        tally.Deleted += table.Elements<TableRow>().Count(row => row.TableRowProperties?.GetFirstChild<Deleted>() is not null);
        if (IsLayout(rows))
        {
            foreach (var cell in rows.SelectMany(CellsOf))
            {
                ReadBlocks(cell);
            }

            return;
        }

        AddGap();
        foreach (var row in rows)
        {
            var nested = new List<Table>();
            var cells = CellsOf(row).Select(cell => ReadCell(cell, nested)).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                lines.Add(cells.Count == 1 ? Whole(LineKind.Text, 0, cells[0]) : Whole(LineKind.TableRow, 0, $"| {string.Join(" | ", cells)} |"));
            }

            nested.ForEach(ReadTable);
        }

        AddGap();
    }

    private static List<TableCell> CellsOf(TableRow row) => [.. row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row)];

    /// <summary>A table that only places text on the page: one column, or sections inside its cells.</summary>
    private bool IsLayout(List<TableRow> rows) =>
        rows.TrueForAll(row => CellsOf(row).Count <= 1)
        || rows.Exists(row =>
            CellsOf(row).Exists(cell => cell.Descendants<Paragraph>().Any(paragraph => WordStyles.HeadingLevel(paragraph, styles.ChainOf(paragraph)) > 0))
        );

    private string ReadCell(TableCell cell, List<Table> nested)
    {
        var parts = new List<string>();
        foreach (
            var paragraph in cell.Descendants<Paragraph>()
                .Where(paragraph =>
                    paragraph.Ancestors<TableCell>().First() == cell && !paragraph.Ancestors().Any(ancestor => ancestor.LocalName == "txbxContent")
                )
        )
        {
            var chain = styles.ChainOf(paragraph);
            var boxes = new List<OpenXmlElement>();
            var content = text.Read(paragraph, chain, boxes);
            boxes.ForEach(ReadBlocks);
            var words = content.Text.Replace('\n', ' ').Replace("\f", "", StringComparison.Ordinal).Replace('|', '/').Trim();
            var label = numbering.PlaceOf(paragraph, chain) is { } place && words.Length > 0 ? numbering.Count(place.List, place.Level) : null;
            parts.Add(label is { IsBullet: false, Text.Length: > 0 } ? $"{label.Text} {words}" : words);
            parts.AddRange(content.Notes.Select(NoteOf));
        }

        nested.AddRange(cell.Descendants<Table>().Where(table => table.Ancestors<TableCell>().First() == cell));
        return string.Join(' ', parts.Where(part => part.Length > 0));

        string NoteOf(WordNoteMark mark)
        {
            var notes = mark.IsEndnote ? (OpenXmlElement?)main.EndnotesPart?.Endnotes : main.FootnotesPart?.Footnotes;
            return $"[{mark.Number.ToString(CultureInfo.InvariantCulture)}: "
                + $"{notes?.Elements<FootnoteEndnoteType>().FirstOrDefault(element => element.Id?.Value == mark.Id)?.InnerText.Trim()}]";
        }
    }

    private List<string> LeaveOutMargins()
    {
        var parts = main.HeaderParts.Select(part => (OpenXmlElement?)part.Header).Concat(main.FooterParts.Select(part => part.Footer));
        var printed = parts
            .OfType<OpenXmlElement>()
            .SelectMany(part => part.Descendants<Paragraph>())
            .Select(paragraph => InlineMarkup.ToPlainText(text.Read(paragraph, styles.ChainOf(paragraph), []).Text))
            .Where(line => line.Any(char.IsLetter))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (printed.Count > 0)
        {
            warnings.Add($"Left out what belongs to the printed pages: {WarningList.Quote(printed)}.");
        }

        return printed;
    }

    private static bool IsInContentsGallery(Paragraph paragraph) =>
        paragraph
            .Ancestors<SdtBlock>()
            .Any(block =>
                block
                    .SdtProperties?.Descendants<DocPartGallery>()
                    .Any(gallery => gallery.Val?.Value?.Contains("Table of Contents", StringComparison.OrdinalIgnoreCase) == true) == true
            );

    /// <summary>The size of most letters.</summary>
    private int FindUsualSize() =>
        main.Document!.Body!.Descendants<Paragraph>()
            .Select(paragraph => (Runs: WordText.ChildrenOf(paragraph).OfType<Run>(), Chain: styles.ChainOf(paragraph)))
            .SelectMany(paragraph => paragraph.Runs.Select(run => (Size: styles.SizeOf(run, paragraph.Chain), run.InnerText.Length)))
            .Take(RunsThatTellTheUsualSize)
            .GroupBy(run => run.Size)
            .OrderByDescending(group => group.Sum(run => run.Length))
            .Select(group => group.Key)
            .FirstOrDefault();
}
