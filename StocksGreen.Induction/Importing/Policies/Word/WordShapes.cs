using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Sorts what is drawn: boxes of text that stand alone, and drawings whose boxes mean something only together.</summary>
internal sealed class WordShapes(MainDocumentPart main, FlowTally tally, Func<OpenXmlElement, string> read)
{
    private const int LeastPartsOfDrawing = 4;
    private const int LeastBoxesOfGroup = 2;

    private readonly List<(OpenXmlElement Content, bool IsShape)> boxes = [];
    private int bare;
    private bool isGroup;

    /// <summary>Words drawn as a picture: "DRAFT" across the page; null for anything else.</summary>
    internal static string? WordArt(OpenXmlElement drawing) =>
        drawing.Descendants().FirstOrDefault(element => element.LocalName == "textpath") is { } path ? WordColours.Attribute(path, "string") : null;

    internal static List<OpenXmlElement> BoxesIn(OpenXmlElement drawing)
    {
        var content = drawing.Descendants().Where(element => element.LocalName == "txbxContent").ToList();
        // A box inside an alternative stands there twice: once for newer programs and once for older.
        content.RemoveAll(box => box.Ancestors().TakeWhile(ancestor => ancestor != drawing).Any(ancestor => ancestor.LocalName is "Fallback" or "txbxContent"));
        return content;
    }

    /// <summary>Remembers a drawing that is no picture; what stands next to it may belong to it.</summary>
    internal void Add(OpenXmlElement drawing)
    {
        if (ObjectIn(drawing) is { } name)
        {
            tally.LeaveOut(LeftOutKind.Object, name);
            return;
        }

        var found = BoxesIn(drawing);
        boxes.AddRange(found.Select(box => (box, IsShape(box))));
        var empty = drawing
            .Descendants()
            .Count(element => element.LocalName is "wsp" or "line" or "connector" or "rect" or "oval" or "roundrect" && BoxesIn(element).Count == 0);
        bare += found.Count == 0 ? Math.Max(empty, 1) : empty;
        isGroup |= found.Count >= LeastBoxesOfGroup && drawing.Descendants().Any(element => element.LocalName is "wgp" or "wpc" or "grpSp" or "group");
    }

    /// <summary>Boxes that stand alone go on in their order; a flow chart is listed as one thing, because loose boxes would say something else.</summary>
    internal void Flush(Action<OpenXmlElement> box)
    {
        var (found, others, wasGroup) = (boxes.ToList(), bare, isGroup);
        boxes.Clear();
        (bare, isGroup) = (0, false);
        var isDrawing =
            wasGroup || (found.Count >= LeastBoxesOfGroup && found.Count + others >= LeastPartsOfDrawing && (others > 0 || found.Exists(each => each.IsShape)));
        if (isDrawing)
        {
            tally.LeaveOut(
                LeftOutKind.Object,
                $"A drawing with the words: {string.Join("; ", found.Select(each => read(each.Content)).Where(words => words.Length > 0))}"
            );
            return;
        }

        tally.Shapes += others;
        found.ForEach(each => box(each.Content));
    }

    /// <summary>Raw: <c>&lt;wps:cNvSpPr txBox="1"/&gt;</c> and <c>&lt;v:shape type="#_x0000_t202"&gt;</c> are text boxes; all else is a shape.</summary>
    private static bool IsShape(OpenXmlElement box)
    {
        var shape = box.Ancestors().FirstOrDefault(element => element.LocalName is "wsp" or "shape" or "rect" or "roundrect" or "oval");
        return shape?.LocalName switch
        {
            null => false,
            "wsp" => !shape.ChildElements.Any(child => child.LocalName == "cNvSpPr" && WordColours.Attribute(child, "txBox") is "1" or "true"),
            "shape" => WordColours.Attribute(shape, "type") is { } type && !type.EndsWith("t202", StringComparison.Ordinal),
            _ => true,
        };
    }

    /// <returns>Null where it is a shape.</returns>
    private string? ObjectIn(OpenXmlElement drawing)
    {
        if (drawing.Descendants().FirstOrDefault(element => element.LocalName == "relIds") is { } smart)
        {
            var words =
                WordColours.Attribute(smart, "dm") is { } id && main.TryGetPartById(id, out var part) && part.RootElement is { } root
                    ? string.Join(
                        "; ",
                        root.Descendants().Where(element => element.LocalName == "t").Select(element => element.InnerText.Trim()).Where(text => text.Length > 0)
                    )
                    : "";
            return words.Length == 0 ? "A drawn diagram" : $"A drawn diagram with the words: {words}";
        }

        return drawing.Descendants().Any(element => element.LocalName is "chart") ? "A chart"
            : drawing.Descendants().Any(element => element.LocalName == "control") ? "A control of a form"
            : drawing.LocalName == "object" || drawing.Descendants().Any(element => element.LocalName == "OLEObject") ? "An embedded file"
            : null;
    }
}
