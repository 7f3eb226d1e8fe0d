using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Reads the body of a Word document into the lines that the recogniser works on.</summary>
internal sealed partial class WordReader
{
    // A line of larger letters than the text is a heading; half points.
    private const int LargerBy = 4;
    private const int MostWordsOfLargeLine = 14;
    private const int MostRunsOfTitle = 4;
    private const int RunsThatTellTheUsualSize = 5_000;
    private const int TwipsPerLevel = 720;
    private const int ColumnsPerLevel = 4;

    private const int MostLabelCharacters = 200;
    private const int MostCharactersOfLabels = 2_000_000;
    private const int LongestHeading = 80;

    private readonly MainDocumentPart main;
    private readonly WarningList warnings;
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly FlowTally tally;
    private readonly WordNotes notes;
    private readonly WordText text;
    private readonly WordTables tables;
    private readonly WordShapes shapes;
    private readonly WordPictures pictures;
    private readonly LineJoining joining;
    private readonly Dictionary<string, string> comments = new(StringComparer.Ordinal);
    private readonly HashSet<OpenXmlElement> captionsBelow = new(ReferenceEqualityComparer.Instance);

    // By reference: two paragraphs may say the same.
    private readonly Dictionary<SourceLine, (string Label, string Words)> automatic = new(ReferenceEqualityComparer.Instance);
    private readonly int usualSize;
    private readonly int largestSize;
    private readonly bool hasHeadings;
    private List<SourceLine> lines = [];
    private SourceLine? caption;
    private int page;
    private int labelCharacters;
    private int cells;
    private int? underItem;
    private bool isHeadCell;
    private readonly StringBuilder carried = new();
    private readonly Dictionary<SdtBlock, bool> contentsBlocks = new(ReferenceEqualityComparer.Instance);

    private WordReader(MainDocumentPart main, WordLinks links, WarningList warnings)
    {
        this.main = main;
        this.warnings = warnings;
        styles = new WordStyles(main);
        numbering = new WordNumbering(main);
        tally = new FlowTally(warnings);
        notes = new WordNotes(main);
        text = new WordText(styles, tally, notes, links, warnings) { Comment = TellComment };
        tables = new WordTables(styles);
        shapes = new WordShapes(main, tally, WordsOf);
        pictures = new WordPictures(main, tally, warnings);
        joining = new LineJoining([], warnings);
        (usualSize, largestSize) = FindSizes();
        hasHeadings = tables.HasHeading(main.Document!.Body!);
        foreach (var comment in main.WordprocessingCommentsPart?.Comments?.Elements<Comment>() ?? [])
        {
            comments.TryAdd(comment.Id?.Value ?? "", WordText.DeletedWords(comment));
        }
    }

    /// <returns>The lines, each whole, none where the document has no words; and what stands in the margins of its pages.</returns>
    internal static (IReadOnlyList<SourceLine> Lines, Margins Margins) Parse(MainDocumentPart main, WordLinks links, WarningList warnings) =>
        new WordReader(main, links, warnings).Parse();

    private (IReadOnlyList<SourceLine>, Margins) Parse()
    {
        var body = main.Document!.Body!;
        text.Fields.Prepare(body);
        ReadBlocks(body);
        shapes.Flush(ReadBox);
        var margins = new WordMargins(main, styles, text, tally, warnings).Read();
        tally.Warn();
        var count = main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0;
        if (count > 0)
        {
            tally.In("in the margin", () => comments.Keys.ToList().ForEach(TellComment));
            warnings.Add(
                $"{FlowTally.Count(count, "comment")} in the margin {(count == 1 ? "is" : "are")} not part of the policy and "
                    + $"{(count == 1 ? "was" : "were")} left out."
            );
        }

        return (WordLists.Settle(lines, automatic), margins);
    }

    private void TellComment(string id)
    {
        if (comments.Remove(id, out var words))
        {
            tally.LeaveOut(LeftOutKind.Comment, words);
        }
    }

    private void ReadBlocks(OpenXmlElement parent)
    {
        foreach (var child in WordText.ChildrenOf(parent))
        {
            switch (child.LocalName)
            {
                case "p" when captionsBelow.Contains(child):
                    break;
                case "p":
                    // Inside what the library does not know, a paragraph is only markup.
                    ReadParagraph(child as Paragraph ?? new Paragraph(child.OuterXml));
                    break;
                case "tbl" when child is Table table:
                    shapes.Flush(ReadBox);
                    ReadTable(table);
                    break;
                case "sdt" when WordText.IsPlaceholder(child):
                    var first = lines.Count;
                    ReadBlocks(child);
                    text.ListPlaceholder(string.Join(' ', lines.Skip(first).Select(line => line.Plain)));
                    break;
                case "sdt" when child is SdtBlock control && BoxDepth(control) is { } depth:
                    ReadFramed(control, depth);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag" or "Choice":
                    ReadBlocks(child);
                    break;
                case "AlternateContent" when child.ChildElements.FirstOrDefault(shown => shown.LocalName is "Choice" or "Fallback") is { } alternative:
                    ReadBlocks(alternative);
                    break;
                case "altChunk":
                    tally.Chunks++;
                    tally.LeaveOut(LeftOutKind.Object, "An inserted file");
                    break;
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var chain = styles.ChainOf(paragraph);
        var isHeading = WordStyles.IsTitle(chain) || WordStyles.HeadingLevel(paragraph, chain) > 0;
        if (isHeading && !WordStyles.IsContents(chain) && text.Fields.IsInContents)
        {
            // A contents list that never ends would swallow the document.
            text.Fields.EndContents();
        }

        var wasInContents = text.Fields.IsInContents;
        var content = text.Read(paragraph, chain);
        content.Drawings.Where(drawing => drawing.IsBefore).ToList().ForEach(drawing => ReadDrawing(drawing.Element));

        // The mark of a paragraph that was deleted: its words belong to the next one.
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Deleted is not null)
        {
            carried.Append(content.Text);
            return;
        }

        content = content with { Text = carried.Append(content.Text).ToString() };
        carried.Clear();
        if (wasInContents || text.Fields.IsInContents || WordStyles.IsContents(chain) || IsInContentsGallery(paragraph))
        {
            TakeNameOfContents();
            tally.LeaveOutContents(InlineMarkup.ToPlainText(content.Text));
            return;
        }

        var hasWords = content.Text.Any(c => !char.IsWhiteSpace(c));
        if (hasWords)
        {
            shapes.Flush(ReadBox);
        }

        underItem = UnderItemOf(paragraph, chain);
        if (WordStyles.SubheadingLevel(chain) is > 0 and var subheading && hasWords)
        {
            var notesOfHeading = ReadNotes(content.Notes);
            AddBlock(
                new Subheading(InlineMarkup.ToRichText(content.Text.Replace('\n', ' ')), subheading),
                InlineMarkup.ToPlainText(content.Text),
                notesOfHeading
            );
            underItem = null;
            return;
        }

        var place = numbering.PlaceOf(paragraph, chain);
        var label = place is { } counted && content.IsCounted ? LabelOf(counted.List, counted.Level) : null;
        AddLines(paragraph, chain, content, place, label);
        content.Drawings.Where(drawing => !drawing.IsBefore).ToList().ForEach(drawing => ReadDrawing(drawing.Element));
        underItem = null;
        if (hasWords && WordStyles.IsCaption(chain))
        {
            caption = lines.FindLast(line => line.Kind != LineKind.Blank);
        }
    }

    /// <summary>Raw: "Contents" as a line or a heading of its own over the list that Word makes.</summary>
    private void TakeNameOfContents()
    {
        var last = lines.FindLastIndex(line => line.Kind != LineKind.Blank);
        if (last >= 0 && lines[last] is { Kind: LineKind.Text } name && ContentsList.IsName(name.Plain))
        {
            lines.RemoveRange(last, lines.Count - last);
            tally.LeaveOutContents(name.Plain);
        }
    }

    private WordLabel LabelOf(int list, int level)
    {
        var label = numbering.Count(list, level);
        labelCharacters += label.Text.Length;
        if (labelCharacters > MostCharactersOfLabels)
        {
            throw new RefusalException("This document's automatic numbers are longer than those of any policy. Type the numbers by hand, and choose it again.");
        }

        if (label.Text.Length > MostLabelCharacters)
        {
            tally.LeaveOut(LeftOutKind.Symbol, $"A numbering label of {label.Text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters");
            return label with { Text = "" };
        }

        return label;
    }

    private void AddLines(Paragraph paragraph, List<Style> chain, WordParagraph content, (int List, int Level)? place, WordLabel? label)
    {
        var level =
            WordStyles.IsTitle(chain) ? 1
            : WordStyles.HeadingLevel(paragraph, chain) is > 0 and var heading ? heading + 1
            : 0;
        var isFirst = true;
        var found = ReadNotes(content.Notes);
        foreach (var printed in FlowLines.Split(label is { Text.Length: > 0 } || level > 0 ? content.Text.Replace('\n', ' ') : content.Text))
        {
            page += printed.Count(c => c == '\f');
            var words = printed.Replace("\f", "", StringComparison.Ordinal);
            if (InlineMarkup.ToPlainText(words).Length == 0)
            {
                continue;
            }

            var line = MakeLine(paragraph, content, words, level, place, label);
            if (underItem is not null)
            {
                line = line with { UnderItem = underItem };
            }
            else if (label is { IsBullet: false, Text.Length: > 0 } && WordStyles.IsListNumber(chain) && automatic.Remove(line, out var listed))
            {
                // The document says itself that this is an item, also where no other stands next to it.
                line = line with
                {
                    Kind = LineKind.Bullet,
                    Marker = '1',
                    Label = listed.Label,
                    Text = listed.Words,
                };
            }

            if (isFirst && found.Count > 0)
            {
                var marked = line with { Notes = found };
                if (automatic.Remove(line, out var numbered))
                {
                    automatic[marked] = numbered;
                }

                line = marked;
            }

            if (isFirst && !(IsListed(line) && lines is [.., var last] && IsListed(last)))
            {
                AddGap();
            }

            lines.Add(line);
            if (cells == 0 && (line.HashLevel > 1 || (line.Kind == LineKind.Text && content.StandsOut && Words.AreAtMost(line.Plain, MostWordsOfLargeLine))))
            {
                tally.Heading = line.Plain.Length > LongestHeading ? line.Plain[..LongestHeading] + "…" : line.Plain;
            }

            label = null;
            isFirst = false;
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
        if (level > 0 && cells == 0)
        {
            raw = label is { IsBullet: false, Text.Length: > 0 } ? $"{label.Text} {raw}" : raw;
            return Whole(LineKind.Text, 0, raw) with { HashLevel = level };
        }

        var isHeadingLike = content.StandsOut || (cells == 0 && content.Size >= usualSize + LargerBy && Words.AreAtMost(raw, MostWordsOfLargeLine));
        var bold = content.StandsOut && !isHeadCell ? $"<b>{raw}</b>" : raw;
        if (label is { IsBullet: true })
        {
            return Bullet(indent, label, raw, bold);
        }

        if (label is { Text.Length: > 0 })
        {
            var numbered = Whole(LineKind.Text, indent, isHeadingLike && !isHeadCell ? $"<b>{label.Text} {raw}</b>" : $"{label.Text} {raw}");
            if (!isHeadingLike || cells > 0)
            {
                automatic.Add(numbered, (label.Text, bold));
            }

            return numbered;
        }

        if (isHeadingLike && BulletMarker.TryRead(raw) is null)
        {
            return Whole(LineKind.Text, indent, isHeadCell ? raw : $"<b>{raw}</b>") with
            {
                IsLargest = cells == 0 && content.Size == largestSize && largestSize >= usualSize + LargerBy,
            };
        }

        return FlowLines.Typed(page, indent, raw, lines, isInCell: cells > 0);
    }

    /// <summary>A tick or a cross stays in front of the words that it is about; any other glyph only says that they are an item.</summary>
    private SourceLine Bullet(int indent, WordLabel label, string raw, string bold)
    {
        var sign = SymbolFonts.Translate(label.Font, label.Text[0]);
        if (sign is null)
        {
            tally.LeaveOut(LeftOutKind.Symbol, $"{SymbolFonts.Name(label.Font, label.Text[0])} before “{InlineMarkup.ToPlainText(raw)}”");
        }

        var glyph = sign is { Length: > 0 } && !char.IsWhiteSpace(sign[0]) && !char.IsSurrogate(sign[0]) ? sign[0] : '•';
        glyph = glyph is '\u00B7' or '*' ? '•' : glyph;
        return Whole(LineKind.Bullet, indent, $"{glyph} {raw}") with { Text = BulletMarker.IsMark(glyph) ? $"{glyph} {bold}" : bold, Marker = glyph };
    }

    private SourceLine Whole(LineKind kind, int indent, string raw) => new(page, indent, kind, raw) { IsWhole = true };

    private static bool IsListed(SourceLine line) => line.Kind is LineKind.Bullet or LineKind.TableRow;

    private int IndentOf(Paragraph paragraph, int list, int level)
    {
        var left =
            WordNumbering.Twips(WordText.FirstOf<ParagraphProperties>(paragraph)?.Indentation)
            ?? numbering.IndentOf(list, level)
            ?? TwipsPerLevel * (level + 1);
        var further = Math.Max(0, (int)Math.Round((left - (TwipsPerLevel * (level + 1))) / (double)TwipsPerLevel));
        return (level + further) * ColumnsPerLevel;
    }

    // Raw: a bullet typed by hand, moved to the right by a margin or by tabs.
    private static int IndentOf(Paragraph paragraph, string words)
    {
        var indentation = WordText.FirstOf<ParagraphProperties>(paragraph)?.Indentation;
        var left = WordNumbering.Twips(indentation) ?? 0;
        return (int)Math.Round(Math.Max(0, left) / (double)(TwipsPerLevel / 2)) * (ColumnsPerLevel / 2)
            + words.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? ColumnsPerLevel : 1);
    }

    private List<Note> ReadNotes(IReadOnlyList<WordNoteMark> marks)
    {
        var read = new List<Note>();
        foreach (var mark in marks)
        {
            var part = text.Part;
            text.Part = mark.IsEndnote ? "/word/endnotes.xml" : "/word/footnotes.xml";
            tally.In(
                $"in note {mark.Mark}",
                () =>
                    read.Add(
                        new Note(
                            mark.Mark,
                            InlineMarkup.ToRichText(
                                string.Join(
                                    ' ',
                                    notes.NoteOf(mark).Descendants<Paragraph>().Select(paragraph => text.Read(paragraph, styles.ChainOf(paragraph)).Text.Trim())
                                )
                            )
                        )
                    )
            );
            text.Part = part;
        }

        return read;
    }

    private bool IsInContentsGallery(Paragraph paragraph) => paragraph.Ancestors<SdtBlock>().Any(IsContentsGallery);

    /// <summary>Looked at once: each of many paragraphs asks about the block that it is in.</summary>
    private bool IsContentsGallery(SdtBlock block)
    {
        if (!contentsBlocks.TryGetValue(block, out var isContents))
        {
            contentsBlocks[block] = isContents =
                block
                    .SdtProperties?.Descendants<DocPartGallery>()
                    .Any(gallery => gallery.Val?.Value?.Contains("Table of Contents", StringComparison.OrdinalIgnoreCase) == true) == true;
        }

        return isContents;
    }

    /// <summary>The size of most letters, and that of the largest, where a line or two are set in it; 0 where more are.</summary>
    private (int Usual, int Largest) FindSizes()
    {
        var sizes = main.Document!.Body!.Descendants<Paragraph>()
            .Select(paragraph => (Runs: WordText.ChildrenOf(paragraph).OfType<Run>(), Chain: styles.ChainOf(paragraph)))
            .SelectMany(paragraph => paragraph.Runs.Select(run => (Size: styles.SizeOf(run, paragraph.Chain), run.InnerText.Length)))
            .Where(run => run.Length > 0)
            .Take(RunsThatTellTheUsualSize)
            .GroupBy(run => run.Size)
            .Select(group => (Size: group.Key, Runs: group.Count(), Length: group.Sum(run => run.Length)))
            .ToList();
        if (sizes.Count == 0)
        {
            return (0, 0);
        }

        var largest = sizes.MaxBy(size => size.Size);
        return (sizes.MaxBy(size => size.Length).Size, largest.Runs <= MostRunsOfTitle ? largest.Size : 0);
    }
}
