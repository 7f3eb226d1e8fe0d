using System.Text;
using System.Xml.Linq;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>Reads an OpenDocument text into the lines that the recogniser works on.</summary>
internal sealed partial class OdtReader
{
    private const int MostSpaces = 100;
    private const int MostNotes = 10_000;
    private const int DeepestHeading = 10;

    private readonly OdtPackage package;
    private readonly WarningList warnings;
    private readonly FlowTally tally;
    private readonly OdtStyles styles;
    private readonly OdtLists lists;
    private readonly OdtChanges changes;
    private readonly FlowText text;
    private readonly FlowWriter writer;
    private readonly FlowPictures pictures;
    private readonly HashSet<string> marks = new(StringComparer.Ordinal);
    private readonly List<(XElement Drawing, FlowLook Look)> waiting = [];
    private int comments;

    private OdtReader(OdtPackage package, WarningList warnings)
    {
        this.package = package;
        this.warnings = warnings;
        tally = new FlowTally(warnings);
        XElement[] parts = package.Styles is { } shared ? [shared, package.Content] : [package.Content];
        styles = new OdtStyles(parts);
        lists = new OdtLists(parts);
        text = new FlowText(tally, warnings);
        writer = new FlowWriter(tally, warnings);
        pictures = new FlowPictures(tally, warnings);
        changes = new OdtChanges(package.Content, tally);
    }

    /// <returns>The lines, and what stands in the margins of the pages.</returns>
    internal static (IReadOnlyList<SourceLine> Lines, Margins Margins) Parse(OdtPackage package, WarningList warnings) =>
        new OdtReader(package, warnings).Parse();

    private (IReadOnlyList<SourceLine>, Margins) Parse()
    {
        var body =
            package.Content.Child("body")?.Child("text")
            ?? throw new RefusalException("There is no text in this OpenDocument file. Check that it is the right file.");
        FindSizes(body);
        ReadBlocks(body, FlowLook.Usual);
        changes.ListRest();
        var margins = new OdtMargins(package.Styles ?? package.Content, tally, warnings).Read();
        tally.Warn();
        if (comments > 0)
        {
            warnings.Add(
                $"{FlowTally.Count(comments, "comment")} in the margin {(comments == 1 ? "is" : "are")} not part of the policy and "
                    + $"{(comments == 1 ? "was" : "were")} left out."
            );
        }

        return (writer.Lines, margins);
    }

    private void ReadBlocks(XElement parent, FlowLook look)
    {
        foreach (var child in parent.Elements())
        {
            ReadBlock(child, look);
        }
    }

    private void ReadBlock(XElement element, FlowLook look)
    {
        switch (element.Name.LocalName)
        {
            case "p" or "h":
                ReadParagraph(element, look, null);
                break;
            case "list":
                ReadList(element, look, null, 0);
                break;
            case "numbered-paragraph":
                ReadBlocks(element, look);
                break;
            case "table":
                ReadTable(element, look);
                break;
            case "section":
                var own = styles.LookOf("section", element.Said("style-name"), look);
                ReadBlocks(element, element.Said("display") == "none" ? own with { Why = LeftOutKind.Hidden } : own);
                break;
            case "table-of-content" or "alphabetical-index" or "illustration-index" or "table-index" or "object-index" or "user-index":
                Odf.Paragraphs(element.Child("index-body") ?? element).ToList().ForEach(tally.LeaveOutContents);
                break;
            case "index-body" or "index-title" or "bibliography":
                ReadBlocks(element, look);
                break;
            case "change-start" or "change-end" or "change":
                changes.Meet(element);
                break;
            case "annotation":
                ListComment(element);
                break;
            case "frame" or "custom-shape" or "g" or "rect" or "ellipse" or "line" or "connector" or "path" or "polygon" or "polyline" or "a":
                ReadDrawing(element, look);
                break;
        }
    }

    /// <param name="item">The label of the item in which it is the first paragraph; null in any other place.</param>
    private void ReadParagraph(XElement element, FlowLook outer, Item? item)
    {
        var style = element.Said("style-name");
        var look = styles.LookOf("paragraph", style, outer);
        var level = LevelOf(element, style);
        ReadInline(element, level > 0 ? look with { Style = TextStyle.Plain } : look);
        var paragraph = text.End();
        var drawings = waiting.ToList();
        waiting.Clear();
        if (paragraph is not null)
        {
            Write(paragraph, level, item);
            if (styles.Is(style, "Caption"))
            {
                writer.MarkCaption();
            }
        }
        else if (level > 0 && element.Said("is-list-header") != "true" && !string.IsNullOrWhiteSpace(Odf.Plain(element)))
        {
            lists.CountHeading(level - 1);
        }

        foreach (var (drawing, shown) in drawings)
        {
            ReadDrawing(drawing, shown);
        }
    }

    private void Write(FlowParagraph paragraph, int level, Item? item)
    {
        if (level > 0)
        {
            writer.Heading(paragraph, level, item?.Label ?? (level > 1 && !writer.IsInCell ? lists.CountHeading(level - 1) : null));
        }
        else if (item is { IsFirst: true, Label: { } label })
        {
            writer.Item(paragraph, item.Depth, label);
        }
        else if (item is { IsFirst: false, GoesOn: true })
        {
            writer.Continue(paragraph, item.Depth);
        }
        else
        {
            writer.Paragraph(paragraph, item?.Depth ?? 0);
        }
    }

    /// <returns>1 for the title, 2 for a section; 0 for what is no heading.</returns>
    private int LevelOf(XElement element, string? style)
    {
        if (styles.Is(style, "Title"))
        {
            return 1;
        }

        if (element.Name.LocalName == "h")
        {
            return element.Number("outline-level", 1, DeepestHeading) + 1;
        }

        var outline = styles
            .ChainOf("paragraph", style)
            .Select(each => each.Number("default-outline-level", 0, DeepestHeading))
            .FirstOrDefault(level => level > 0);
        return outline > 0 ? outline + 1 : 0;
    }

    private void ReadList(XElement list, FlowLook look, OdtLists.OpenList? outer, int depth)
    {
        var open = outer is null ? lists.Open(list, StyleOfFirst(list)) : lists.Nest(outer, list);
        var items = list.Elements().Where(child => child.Name.LocalName == "list-item").ToList();
        var isSingle =
            depth == 0 && items.Count == 1 && !IsList(list.ElementsBeforeSelf().LastOrDefault()) && !IsList(list.ElementsAfterSelf().FirstOrDefault());
        foreach (var child in list.Elements())
        {
            var isItem = child.Name.LocalName == "list-item";
            if (!isItem && child.Name.LocalName != "list-header")
            {
                continue;
            }

            Item? item = null;
            foreach (var part in child.Elements())
            {
                switch (part.Name.LocalName)
                {
                    case "p" or "h":
                        if (item is null)
                        {
                            var start = child.Said("start-value") is null ? (int?)null : child.Number("start-value", 1, 1_000_000);
                            var isPlain = !isSingle || writer.IsInCell;
                            var hasClauses = OdtLists.HasClauses(open, depth) && child.Child("list") is not null;
                            item = new Item(isItem ? OdtLists.Count(open, depth, start, isPlain && !hasClauses) : null, depth, IsFirst: true);
                        }

                        ReadParagraph(part, look, item);
                        item = item with { IsFirst = false };
                        break;
                    case "list":
                        ReadList(part, look, open, depth + 1);
                        break;
                    case "number":
                        break; // what another program printed
                    default:
                        ReadBlock(part, look);
                        break;
                }
            }
        }

        if (depth == 0)
        {
            writer.AddGap();
        }
    }

    private static bool IsList(XElement? element) => element?.Name.LocalName == "list";

    /// <summary>A list without a style of its own has that of its paragraphs.</summary>
    private string? StyleOfFirst(XElement list) =>
        list.Elements().SelectMany(item => item.Elements()).FirstOrDefault(part => part.Name.LocalName is "p" or "h") is { } first
            ? styles
                .ChainOf("paragraph", first.Said("style-name"))
                .Select(style => style.Said("list-style-name"))
                .FirstOrDefault(name => name is { Length: > 0 })
            : null;

    private void ListComment(XElement annotation)
    {
        if (annotation.Said("resolved") is null or "false" or "true")
        {
            comments++;
            tally.LeaveOut(LeftOutKind.Comment, string.Join(' ', Odf.Paragraphs(annotation)));
        }
    }

    /// <summary>The size of most letters, and of the largest.</summary>
    private void FindSizes(XElement body)
    {
        var sizes = new Dictionary<double, int>();
        foreach (var paragraph in body.Descendants().Where(element => element.Name.LocalName is "p" or "h" && element.Nodes().Any()))
        {
            var size = styles.LookOf("paragraph", paragraph.Said("style-name"), FlowLook.Usual).Size;
            sizes[size] = sizes.GetValueOrDefault(size) + 1 + paragraph.Nodes().OfType<XText>().Sum(words => words.Value.Length);
        }

        writer.LargestSize = sizes.Count == 0 ? 0 : sizes.Keys.Max();
        writer.UsualSize = sizes.Count == 0 ? 0 : sizes.MaxBy(size => size.Value).Key;
    }

    /// <param name="Label">Null for one that is printed without.</param>
    /// <param name="IsFirst">It is the first paragraph of the item, which the label stands before.</param>
    private sealed record Item(FlowLabel? Label, int Depth, bool IsFirst)
    {
        internal bool GoesOn => Label is { } label && (label.IsBullet || !(label.IsParagraph || label.IsOfClause));
    }
}
