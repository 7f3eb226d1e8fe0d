using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using TextStyle = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Takes the words out of paragraphs: what is shown, in the order in which it is shown, with tracked changes accepted.</summary>
internal sealed class WordText(WordStyles styles, FlowTally tally, WordNotes notes, WordLinks links, WarningList warnings)
{
    // A long policy whose every line was broken by hand has some thousands; the longest that we know of has 500,000 characters.
    private const int MostBreaks = 20_000;
    private const int MostCharacters = 3_000_000;
    private const int LookedAt = 4;

    private readonly List<FlowPiece> pieces = [];
    private readonly List<WordNoteMark> marks = [];
    private readonly List<WordDrawing> drawings = [];
    private readonly StringBuilder omitted = new();
    private LeftOutKind omittedAs;
    private List<Style> chain = [];
    private string? link;
    private bool isCounted;
    private bool hasWords;
    private int breaks;
    private int characters;

    internal WordFields Fields { get; } = new();

    /// <summary>Of the part that is read: "/word/document.xml".</summary>
    internal string Part { get; set; } = "/word/document.xml";

    /// <summary>Takes the words of a comment out, once.</summary>
    internal Action<string> Comment { get; set; } = _ => { };

    /// <param name="paragraph">Any paragraph of the document, asked in their order.</param>
    internal WordParagraph Read(Paragraph paragraph, List<Style> chainOfParagraph)
    {
        pieces.Clear();
        marks.Clear();
        drawings.Clear();
        chain = chainOfParagraph;
        isCounted = false;
        hasWords = false;
        ReadChildren(paragraph);
        EndOmission();
        return new WordParagraph(
            FlowPiece.Mark(pieces),
            FlowPiece.StandOut(pieces),
            (int)FlowPiece.LargestSize(pieces),
            [.. marks],
            [.. drawings],
            isCounted || pieces.Exists(piece => piece.HasWords)
        );
    }

    /// <summary>One after the other: the library's own list is looked through from its start for each of them.</summary>
    internal static IEnumerable<OpenXmlElement> ChildrenOf(OpenXmlElement parent)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling())
        {
            yield return child;
        }
    }

    /// <summary>What an attribute says, which may be nothing that it can mean: a number beyond Int32, a format that does not exist.</summary>
    /// <returns>Null where the attribute is missing or cannot be read, so that the default counts, as it does in Word.</returns>
    internal static T? ValueOf<T>(OpenXmlSimpleValue<T>? value)
        where T : struct => value is { HasValue: true } ? value.Value : null;

    /// <summary>What says how its parent looks stands first in it. The library looks through all of ten thousand words for it, again for each word.</summary>
    internal static T? FirstOf<T>(OpenXmlElement? parent)
        where T : OpenXmlElement => parent is null ? null : ChildrenOf(parent).Take(LookedAt).OfType<T>().FirstOrDefault();

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
                var first = pieces.Count;
                ReadChildren(element);
                tally.LeaveOut(LeftOutKind.Inserted, WordsFrom(first));
                break;
            case "del" or "moveFrom":
                tally.Deleted += element.LocalName == "del" ? 1 : 0;
                tally.LeaveOut(LeftOutKind.Deleted, DeletedWords(element));
                break;
            // Raw: <w:hyperlink w:anchor="_Note2">, the second time that a note is referred to
            case "hyperlink"
                when element is Hyperlink { Anchor.Value: { } anchor }
                    && anchor.StartsWith("_Note", StringComparison.Ordinal)
                    && notes.IsPrinted(element.InnerText):
                EndOmission();
                pieces.Add(FlowPiece.NoteMark(element.InnerText));
                break;
            case "hyperlink":
                var outer = link;
                link = (element is Hyperlink { Id.Value: { } id } ? links.AddressOf(Part, id) : null) ?? link;
                ReadChildren(element);
                link = outer;
                break;
            case "sdt":
                var start = pieces.Count;
                ReadChildren(element);
                if (IsPlaceholder(element))
                {
                    ListPlaceholder(WordsFrom(start));
                }

                break;
            case "smartTag" or "sdtContent" or "customXml" or "dir" or "bdo" or "ruby" or "rubyBase":
                ReadChildren(element);
                break;
            case "fldSimple":
                Fields.Enter((element as SimpleField)?.Instruction?.Value ?? "");
                ReadChildren(element);
                Fields.Leave();
                break;
            case "AlternateContent":
                ReadAlternative(element, ReadChildren);
                break;
            case "oMath" or "oMathPara":
                Add(null, element.InnerText);
                break;
        }
    }

    internal static bool IsPlaceholder(OpenXmlElement control) =>
        control.ChildElements.FirstOrDefault(child => child.LocalName == "sdtPr")?.ChildElements.Any(child => child.LocalName == "showingPlcHdr") == true;

    /// <summary>Words that every reader would know for a placeholder are listed by the recogniser.</summary>
    internal void ListPlaceholder(string words)
    {
        if (!Placeholders.In(words).Any())
        {
            tally.LeaveOut(LeftOutKind.Placeholder, words);
        }
    }

    internal static string DeletedWords(OpenXmlElement deleted) =>
        string.Concat(
            deleted
                .Descendants()
                .Select(element =>
                    element.LocalName switch
                    {
                        "delText" or "t" => element.InnerText,
                        "tab" or "br" or "cr" or "p" => " ",
                        _ => "",
                    }
                )
        );

    private string WordsFrom(int first) =>
        InlineMarkup.ToPlainText(string.Concat(pieces.Skip(first).Where(piece => !piece.IsNoteMark).Select(piece => piece.Text)));

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
        var why = run.FirstChild is null ? null : styles.WhyLeftOut(run, chain);
        foreach (var child in ChildrenOf(run))
        {
            if (why is { } kind)
            {
                Omit(kind, child);
            }
            else
            {
                ReadInRun(run, child);
            }
        }
    }

    /// <summary>Words that no one is to read; but the fields that begin and end among them count.</summary>
    private void Omit(LeftOutKind kind, OpenXmlElement child)
    {
        switch (child.LocalName)
        {
            case "fldChar" or "instrText":
                ReadInRun(null, child);
                break;
            case "t" or "tab" or "br" when Fields.ShowsText:
                if (omitted.Length > 0 && omittedAs != kind)
                {
                    EndOmission();
                }

                omittedAs = kind;
                omitted.Append(child.LocalName == "t" ? child.InnerText : " ");
                isCounted |= kind == LeftOutKind.StruckOut;
                break;
            case "drawing" or "pict" or "object":
                tally.LeaveOut(kind, "A picture or a drawing");
                break;
        }
    }

    private void EndOmission()
    {
        if (omitted.Length > 0)
        {
            tally.LeaveOut(omittedAs, omitted.ToString());
            omitted.Clear();
        }
    }

    private void ReadInRun(Run? run, OpenXmlElement child)
    {
        switch (child.LocalName)
        {
            case "t":
                AddWords(run, TextCleaning.CleanCharacters(child.InnerText, warnings).Replace('\n', ' '));
                break;
            case "tab" or "ptab":
                Add(run, "\t");
                break;
            case "br":
                AddBreak(run, child is Break { Type: { } type } && (ValueOf(type) == BreakValues.Page || ValueOf(type) == BreakValues.Column) ? "\f" : "\n");
                break;
            case "cr":
                AddBreak(run, "\n");
                break;
            case "noBreakHyphen":
                Add(run, "-");
                break;
            case "sym":
                AddSymbol(run, (SymbolChar)child);
                break;
            case "fldChar":
                if (Fields.Read((FieldChar)child) is { } shown)
                {
                    Add(run, shown);
                }

                break;
            case "instrText":
                Fields.Instruct(child.InnerText);
                break;
            case "footnoteReference" or "endnoteReference":
                AddNote(run, (FootnoteEndnoteReferenceType)child);
                break;
            case "commentReference":
                Comment(WordColours.Attribute(child, "id") ?? "");
                break;
            case "drawing" or "pict" or "object":
                drawings.Add(new WordDrawing(child, !hasWords));
                break;
            case "AlternateContent":
                ReadAlternative(
                    child,
                    inside =>
                    {
                        foreach (var inner in ChildrenOf(inside))
                        {
                            ReadInRun(run, inner);
                        }
                    }
                );
                break;
        }
    }

    private void AddBreak(Run? run, string text)
    {
        if (++breaks > MostBreaks)
        {
            throw new RefusalException("This document has more than 20,000 line breaks, which no policy has. Take the empty lines out, and choose it again.");
        }

        Add(run, text);
    }

    private void AddWords(Run? run, string words)
    {
        words = SymbolFonts.Print(words, run is null ? null : styles.FontOf(run, chain), tally);
        Add(run, run is not null && styles.IsInCapitals(run, chain) ? words.ToUpperInvariant() : words);
    }

    /// <summary>Raw: a bullet of the Symbol font, whose code means another letter elsewhere.</summary>
    private void AddSymbol(Run? run, SymbolChar symbol)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0 and <= 0xFFFF)
        {
            Add(run, SymbolFonts.Print(code, symbol.Font?.Value ?? "", tally));
        }
    }

    private void AddNote(Run? run, FootnoteEndnoteReferenceType reference)
    {
        if (!Fields.ShowsText || notes.Refer(reference) is not { } note)
        {
            return;
        }

        if (note.IsFirst)
        {
            marks.Add(note.Mark);
        }

        EndOmission();
        pieces.Add(FlowPiece.NoteMark(note.Mark.Mark));
    }

    private void Add(Run? run, string text)
    {
        if (text.Length == 0 || !Fields.ShowsText)
        {
            return;
        }

        characters += text.Length;
        if (characters > MostCharacters)
        {
            throw new RefusalException("This document has more than 3,000,000 characters, which no policy has. Check that it is the right file.");
        }

        EndOmission();
        var address = FlowAddress.Safe(link ?? Fields.Address);
        pieces.Add(
            run is null
                ? new FlowPiece(text, TextStyle.Plain, 0, address)
                : new FlowPiece(
                    text,
                    styles.StyleOf(run, chain) & (address is null && run.Parent is not Hyperlink ? (TextStyle)~0 : ~TextStyle.Underline),
                    styles.SizeOf(run, chain),
                    address
                )
        );
        hasWords |= pieces[^1].HasWords;
        if (FirstOf<RunProperties>(run)?.Highlight?.Val?.InnerText is { } highlight && highlight != "none")
        {
            tally.Highlight(text);
        }
    }
}
