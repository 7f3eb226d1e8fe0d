using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Importing.Policies.Text;
using TextStyle = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Takes the words out of paragraphs: what is shown, in the order in which it is shown, with tracked changes accepted.</summary>
internal sealed class WordText(WordStyles styles, WordTally tally, WarningList warnings)
{
    private readonly Stack<Field> fields = new();
    private readonly List<Piece> pieces = [];
    private readonly List<WordNoteMark> marks = [];
    private readonly List<OpenXmlElement> boxes = [];
    private List<Style> chain = [];
    private int notes;

    /// <summary>True inside a field that makes a contents list, which may go over many paragraphs.</summary>
    internal bool IsInContents => fields.Any(open => open.IsContents);

    /// <param name="paragraph">Any paragraph of the document, asked in their order.</param>
    /// <param name="textBoxes">Takes the content of text boxes that are anchored in it.</param>
    internal WordParagraph Read(Paragraph paragraph, List<Style> chainOfParagraph, List<OpenXmlElement> textBoxes)
    {
        pieces.Clear();
        marks.Clear();
        boxes.Clear();
        chain = chainOfParagraph;
        ReadChildren(paragraph);
        // An instruction ends with its paragraph; one that was never closed must not swallow the rest of the document.
        while (fields.TryPeek(out var open) && !open.IsResult)
        {
            fields.Pop();
        }

        textBoxes.AddRange(boxes);
        var shown = pieces.Where(piece => piece.Text.Any(c => !char.IsWhiteSpace(c))).ToList();
        var standsOut =
            shown.Count > 0
            && (shown.TrueForAll(piece => piece.Style.HasFlag(TextStyle.Bold)) || shown.TrueForAll(piece => piece.Style.HasFlag(TextStyle.Underline)));
        return new WordParagraph(Mark(standsOut), standsOut, shown.Select(piece => piece.Size).DefaultIfEmpty(0).Max(), [.. marks]);
    }

    /// <summary>One after the other: the library's own list is looked through from its start for each of them.</summary>
    internal static IEnumerable<OpenXmlElement> ChildrenOf(OpenXmlElement parent)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling())
        {
            yield return child;
        }
    }

    private void ReadChildren(OpenXmlElement parent)
    {
        foreach (var child in ChildrenOf(parent))
        {
            ReadInline(child);
        }
    }

    private void ReadInline(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "r" when element is Run run:
                ReadRun(run);
                break;
            case "ins" or "moveTo":
                tally.Inserted += element.LocalName == "ins" ? 1 : 0;
                ReadChildren(element);
                break;
            case "del" or "moveFrom":
                tally.Deleted += element.LocalName == "del" ? 1 : 0;
                break;
            case "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "dir" or "bdo" or "ruby" or "rubyBase":
                ReadChildren(element);
                break;
            case "fldSimple":
                var instruction = (element as SimpleField)?.Instruction?.Value ?? "";
                fields.Push(new Field { Instruction = instruction, IsResult = true });
                ReadChildren(element);
                fields.Pop();
                break;
            case "AlternateContent":
                ReadAlternative(element, ReadChildren);
                break;
            case "oMath" or "oMathPara":
                Add(null, element.InnerText);
                break;
        }
    }

    /// <summary>What newer programs show, or what older ones do; never both.</summary>
    private static void ReadAlternative(OpenXmlElement element, Action<OpenXmlElement> read)
    {
        if (
            (
                element.ChildElements.FirstOrDefault(child => child.LocalName == "Choice")
                ?? element.ChildElements.FirstOrDefault(child => child.LocalName == "Fallback")
            ) is
            { } shown
        )
        {
            read(shown);
        }
    }

    private void ReadRun(Run run)
    {
        if (styles.IsHidden(run, chain))
        {
            tally.Hide(string.Concat(run.Elements<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text)));
            return;
        }

        foreach (var child in ChildrenOf(run))
        {
            ReadInRun(run, child);
        }
    }

    private void ReadInRun(Run run, OpenXmlElement child)
    {
        switch (child.LocalName)
        {
            case "t":
                Add(run, TextCleaning.CleanCharacters(child.InnerText, warnings).Replace('\n', ' '));
                break;
            case "tab" or "ptab":
                Add(run, "\t");
                break;
            case "br":
                Add(run, child is Break { Type: { } type } && (type.Value == BreakValues.Page || type.Value == BreakValues.Column) ? "\f" : "\n");
                break;
            case "cr":
                Add(run, "\n");
                break;
            case "noBreakHyphen":
                Add(run, "-");
                break;
            case "sym":
                AddSymbol(run, (SymbolChar)child);
                break;
            case "fldChar":
                ReadFieldMark((FieldChar)child);
                break;
            case "instrText" when fields.Count > 0:
                fields.Peek().Instruction += child.InnerText;
                break;
            case "footnoteReference" or "endnoteReference":
                AddNote(run, (FootnoteEndnoteReferenceType)child);
                break;
            case "drawing" or "pict" or "object":
                ReadDrawing(child);
                break;
            case "AlternateContent":
                ReadAlternative(
                    child,
                    shown =>
                    {
                        foreach (var inner in shown.ChildElements)
                        {
                            ReadInRun(run, inner);
                        }
                    }
                );
                break;
        }
    }

    private void ReadFieldMark(FieldChar mark)
    {
        var kind = mark.FieldCharType?.Value;
        if (kind == FieldCharValues.Begin)
        {
            fields.Push(new Field());
        }
        else if (kind == FieldCharValues.Separate && fields.Count > 0)
        {
            fields.Peek().IsResult = true;
        }
        else if (kind == FieldCharValues.End && fields.Count > 0)
        {
            fields.Pop();
        }
    }

    /// <summary>Raw: a bullet of the Symbol font, whose code means another letter elsewhere.</summary>
    private void AddSymbol(Run run, SymbolChar symbol)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0 and <= 0xFFFF)
        {
            Add(run, ((char)(code < 0x100 ? code + 0xF000 : code)).ToString());
        }
    }

    private void AddNote(Run run, FootnoteEndnoteReferenceType reference)
    {
        var mark = new WordNoteMark(reference is EndnoteReference, reference.Id?.Value ?? -1, ++notes);
        marks.Add(mark);
        tally.Notes++;
        Add(run, string.Create(CultureInfo.InvariantCulture, $" [{mark.Number}]"));
    }

    private void ReadDrawing(OpenXmlElement drawing)
    {
        var content = drawing.Descendants().Where(element => element.LocalName == "txbxContent").ToList();
        // A box inside an alternative stands there twice: once for newer programs and once for older.
        content.RemoveAll(box => box.Ancestors().TakeWhile(ancestor => ancestor != drawing).Any(ancestor => ancestor.LocalName is "Fallback" or "txbxContent"));
        if (content.Count > 0)
        {
            boxes.AddRange(content);
            return;
        }

        var isObject = drawing.LocalName == "object" || drawing.Descendants().Any(element => element.LocalName is "chart" or "relIds" or "OLEObject");
        tally.Objects += isObject ? 1 : 0;
        tally.Pictures += isObject ? 0 : 1;
        foreach (var described in drawing.Descendants().Where(element => element.LocalName is "docPr" or "shape"))
        {
            // Raw: <wp:docPr id="4" name="Picture 1" descr="School crest">, <v:shape alt="School crest">
            tally.Describe(described.GetAttributes().FirstOrDefault(attribute => attribute.LocalName is "descr" or "alt").Value ?? "");
        }
    }

    private void Add(Run? run, string text)
    {
        if (fields.Any(open => !open.IsResult || open.IsPageNumber))
        {
            return;
        }

        var isLink = run?.Parent is Hyperlink;
        pieces.Add(
            run is null
                ? new Piece(text, TextStyle.Plain, 0)
                : new Piece(text, styles.StyleOf(run, chain) & (isLink ? ~TextStyle.Underline : (TextStyle)~0), styles.SizeOf(run, chain))
        );
    }

    /// <summary>Words that stand out in a paragraph that does not.</summary>
    private string Mark(bool standsOut)
    {
        var text = new StringBuilder();
        var words = new StringBuilder();
        var open = TextStyle.Plain;
        foreach (var piece in pieces)
        {
            var style = standsOut ? piece.Style & (TextStyle.Superscript | TextStyle.Subscript) : piece.Style;
            if (style != open && piece.Text.Any(c => !char.IsWhiteSpace(c)))
            {
                Flush();
                open = style;
            }

            words.Append(piece.Text);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            text.Append(InlineMarkup.Tagged(words.ToString(), open));
            words.Clear();
        }
    }

    private sealed record Piece(string Text, TextStyle Style, int Size);

    private sealed class Field
    {
        internal string Instruction { get; set; } = "";

        internal bool IsResult { get; set; }

        internal bool IsContents => Instruction.TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);

        internal bool IsPageNumber =>
            Instruction.TrimStart() is var name
            && (
                name.StartsWith("PAGE ", StringComparison.OrdinalIgnoreCase)
                || name.Equals("PAGE", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("NUMPAGES", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("SECTIONPAGES", StringComparison.OrdinalIgnoreCase)
            );
    }
}
