using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Reads a web page into the lines that the recogniser works on.</summary>
internal sealed partial class HtmlReader
{
    private const int MostListedRemarks = 200;

    private static readonly SearchValues<char> Programmed = SearchValues.Create("<>{}=/");

    private readonly IHtmlDocument document;
    private readonly WarningList warnings;
    private readonly FlowTally tally;
    private readonly HtmlPackage package;
    private readonly HtmlStyles styles;
    private readonly HtmlLists lists;
    private readonly HtmlNotes notes;
    private readonly HtmlLinks links;
    private readonly HtmlMain main;
    private readonly HtmlHeadings headings;
    private readonly FlowText text;
    private readonly FlowWriter writer;
    private readonly FlowPictures pictures;
    private readonly HashSet<HtmlNote> told = new(ReferenceEqualityComparer.Instance);
    private readonly List<Picture> waiting = [];
    private readonly IElement? back;
    private Place place = Place.Text;
    private int remarks;

    private HtmlReader(IHtmlDocument document, HtmlPackage package, WarningList warnings)
    {
        this.document = document;
        this.package = package;
        this.warnings = warnings;
        tally = new FlowTally(warnings);
        styles = new HtmlStyles(document);
        lists = new HtmlLists(document, styles);
        notes = new HtmlNotes(document);
        links = new HtmlLinks(document);
        main = new HtmlMain(document);
        headings = new HtmlHeadings(main.Root, main.Title);
        text = new FlowText(tally, warnings);
        writer = new FlowWriter(tally, warnings);
        pictures = new FlowPictures(tally, warnings);
    }

    /// <summary>Reads the words of a note apart from the page.</summary>
    private HtmlReader(HtmlReader page, IElement back)
    {
        (document, package, warnings, tally, styles) = (page.document, page.package, page.warnings, page.tally, page.styles);
        (lists, notes, links, main, headings, pictures) = (page.lists, page.notes, page.links, page.main, page.headings, page.pictures);
        this.back = back;
        text = new FlowText(tally, warnings);
        writer = new FlowWriter(tally, warnings);
    }

    /// <returns>The lines of the document, and what stands at the head and foot of the page.</returns>
    internal static (IReadOnlyList<SourceLine> Lines, Margins Margins) Parse(IHtmlDocument document, HtmlPackage package, WarningList warnings) =>
        new HtmlReader(document, package, warnings).Parse();

    private (IReadOnlyList<SourceLine>, Margins) Parse()
    {
        var body = document.Body!;
        var look = Around(main.Root);
        FindUsualSize(look);
        if (main.Title is { } title)
        {
            ReadElement(title, Around(title));
            Flush();
        }

        Read(main.Root, styles.LookOf(main.Root, look));
        Flush();
        foreach (var (node, kind) in main.Outside(body).Where(outside => outside.Node != main.Title))
        {
            if (node is IElement element && kind == LeftOutKind.Header)
            {
                PassOver(element);
            }
            else
            {
                tally.In("outside of the main part of the page", () => tally.LeaveOut(kind, HtmlWords.Of(node)));
            }
        }

        tally.Warn();
        return (writer.Lines, new Margins([.. details.DistinctBy(detail => Words.Key(detail.Name), StringComparer.Ordinal)], margins));
    }

    /// <summary>How an element is shown by what stands around it.</summary>
    private FlowLook Around(IElement element) => element.Ancestors<IElement>().Reverse().Aggregate(FlowLook.Usual, (look, outer) => styles.LookOf(outer, look));

    private void Read(INode parent, FlowLook look)
    {
        foreach (var child in parent.ChildNodes)
        {
            ReadNode(child, look);
        }
    }

    private void ReadNode(INode node, FlowLook look)
    {
        switch (node)
        {
            case IText letters:
                AddWords(letters.Data, look);
                break;
            case IComment comment:
                ListRemark(comment.Data);
                break;
            case IElement element:
                ReadElement(element, look);
                break;
        }
    }

    private void AddWords(string words, FlowLook look)
    {
        if (!place.IsPreformatted)
        {
            text.Add(words.Replace('\n', ' ').Replace('\f', ' '), look);
            return;
        }

        foreach (var (i, line) in words.Split('\n').Index())
        {
            if (i > 0)
            {
                text.AddBreak();
            }

            text.Add(line, look);
        }
    }

    // Raw: <!-- ask the governors -->; <!--[if gte mso 9]> and what programs of web sites write are no remarks.
    private void ListRemark(string data)
    {
        var words = Words.Tidy(data);
        if (
            words.Contains(' ', StringComparison.Ordinal)
            && char.IsLetter(words[0])
            && !words.AsSpan().ContainsAny(Programmed)
            && remarks++ < MostListedRemarks
        )
        {
            tally.LeaveOut(LeftOutKind.Comment, words);
        }
    }

    private void ReadElement(IElement element, FlowLook outer)
    {
        if (notes.IsNote(element) || element == back)
        {
            return; // with its mark
        }

        if (main.IsFurniture(element))
        {
            Flush();
            PassOver(element);
            return;
        }

        var look = styles.LookOf(element, outer);
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "link" or "meta" or "title" or "head" or "colgroup" or "col" or "param" or "source" or "track":
                break;
            case "noscript" or "noframes" or "noembed":
                tally.In("shown only without scripts", () => tally.LeaveOut(LeftOutKind.Header, HtmlWords.Of(element)));
                break;
            case "br":
                text.AddBreak();
                break;
            case "hr":
                Flush();
                writer.AddGap();
                break;
            case "img" or "image":
                ReadPicture(element, look);
                break;
            case "svg":
                ReadDrawing(element);
                break;
            case "a":
                ReadLink(element, look);
                break;
            case "ins":
                Read(element, look);
                tally.LeaveOut(LeftOutKind.Inserted, HtmlWords.Of(element));
                break;
            // Raw: <span id="Frame1" …><p>, as LibreOffice writes a text box
            case "span" when element.Id?.StartsWith("Frame", StringComparison.Ordinal) == true && element.FirstElementChild is { LocalName: "p" }:
                Flush();
                ReadBox(element, look);
                break;
            case "input" or "select" or "textarea" or "button":
                ReadControl(element, look);
                break;
            case "iframe" or "object" or "embed" or "video" or "audio" or "canvas" or "frame" or "applet":
                ListObject(element);
                break;
            default:
                if (HtmlWords.IsBlock(element) || element.LocalName is "table")
                {
                    Flush();
                    ReadBlock(element, look);
                    Flush();
                }
                else
                {
                    Read(element, look);
                }

                break;
        }
    }

    private void ReadLink(IElement anchor, FlowLook look)
    {
        if (notes.OfMark(anchor) is { } note)
        {
            ReadMark(note);
            return;
        }

        Read(anchor, look with { Link = links.AddressOf(anchor.GetAttribute("href")) ?? look.Link });
    }

    private void ReadMark(HtmlNote note)
    {
        if (note.IsComment)
        {
            if (told.Add(note))
            {
                tally.LeaveOut(LeftOutKind.Comment, InlineMarkup.ToPlainText(WordsOfNote(note)));
            }

            return;
        }

        text.AddNote(note.Mark, told.Add(note) ? new Note(note.Mark, InlineMarkup.ToRichText(WordsOfNote(note))) : null);
    }

    /// <summary>The words of a note as one line, apart from those of the paragraph in which its mark stands.</summary>
    private string WordsOfNote(HtmlNote note)
    {
        var inside = new HtmlReader(this, note.Back);
        inside.Read(note.Block, Around(note.Block));
        inside.Flush();
        return string.Join(' ', inside.writer.Lines.Where(line => !line.IsGap).Select(line => line.Kind == LineKind.Bullet ? line.Raw : line.Text));
    }

    /// <summary>Writes the paragraph that ends here.</summary>
    private void Flush()
    {
        if (text.End() is { } paragraph)
        {
            if (place.Heading > 0)
            {
                writer.Heading(paragraph with { Text = HtmlHeadings.PartNumber(paragraph.Text) }, place.Heading, place.TakeLabel());
            }
            else if (place.TakeLabel() is { } label)
            {
                writer.Item(paragraph, place.Depth, label);
            }
            else if (place.GoesOn)
            {
                writer.Continue(paragraph, place.Depth);
            }
            else
            {
                writer.Paragraph(paragraph);
            }
        }

        foreach (var picture in waiting)
        {
            writer.AddBlock(picture, "", []);
        }

        waiting.Clear();
    }

    /// <summary>The size of most letters, where the page says sizes at all.</summary>
    private void FindUsualSize(FlowLook look)
    {
        var sizes = new Dictionary<double, int>();
        Count(main.Root, styles.LookOf(main.Root, look));
        writer.UsualSize = sizes.Count < 2 ? 0 : sizes.MaxBy(size => size.Value).Key;

        void Count(IElement element, FlowLook around)
        {
            foreach (var child in element.ChildNodes)
            {
                if (child is IText letters)
                {
                    sizes[around.Size] = sizes.GetValueOrDefault(around.Size) + letters.Data.Length;
                }
                else if (child is IElement inner && inner.LocalName is not ("script" or "style"))
                {
                    Count(inner, styles.LookOf(inner, around));
                }
            }
        }
    }
}
