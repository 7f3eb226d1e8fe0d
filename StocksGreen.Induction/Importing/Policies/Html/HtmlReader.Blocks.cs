using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>The part of the reader that reads blocks: lists, definitions, boxes, pictures, and what belongs to the page and not to the document.</summary>
internal sealed partial class HtmlReader
{
    private const int SmallestPicture = 2;

    private readonly List<KeyDetail> details = [];
    private readonly List<string> margins = [];
    private readonly StringBuilder passedOver = new();

    private void ReadBlock(IElement element, FlowLook look)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "p" when headings.Of(element) is > 0 and var level:
                In(place with { Heading = level, Label = new Waiting(place.TakeLabel()) }, () => Read(element, look with { Style = TextStyle.Plain }));
                break;
            case "ul" or "ol" or "menu":
                ReadList(element, look);
                break;
            case "li":
                ReadItem(element, null, look, isAmongOthers: true);
                break;
            case "dl":
                ReadDefinitions(element, look);
                break;
            case "table":
                ReadTable(element, look);
                break;
            case "aside":
                ReadBox(element, look);
                break;
            case "pre":
                In(place with { IsPreformatted = true }, () => Read(element, look));
                break;
            case "div" when element.GetAttribute("title") is "header" or "footer":
                PassOver(element); // as LibreOffice writes what stands at the head and foot of its pages
                break;
            default:
                Read(element, look);
                break;
        }
    }

    private void In(Place inner, Action read)
    {
        var outer = place;
        place = inner;
        read();
        Flush();
        place = outer;
    }

    private void ReadList(IElement list, FlowLook look)
    {
        var isSingle =
            list.Children.Count(child => child.LocalName == "li") == 1
            && place.Depth < 0
            && !IsList(list.PreviousElementSibling)
            && !IsList(list.NextElementSibling);
        // The rest of the item around it is read on after it.
        var depth = HtmlLists.DepthOf(list, Math.Min(place.Depth + 1, 8));
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } item && !notes.IsNote(item))
            {
                In(place with { Depth = depth, Label = null }, () => ReadItem(item, list, styles.LookOf(item, look), !isSingle || writer.IsInCell));
            }
            else if (child is IElement other)
            {
                // Raw: <ul><li>One</li><ul><li>under it</li></ul></ul>
                In(place with { Depth = depth, Label = null }, () => ReadElement(other, look));
            }
            else if (child is IText letters)
            {
                AddWords(letters.Data, look);
            }
        }

        Flush();
    }

    private static bool IsList(IElement? element) => element?.LocalName is "ul" or "ol";

    private void ReadItem(IElement item, IElement? list, FlowLook look, bool isAmongOthers)
    {
        var label = lists.LabelOf(item, list, isAmongOthers);
        // Raw: <li><p>1.1 The head…</p>: an item of which only the words are numbered
        In(
            place with
            {
                Depth = Math.Max(place.Depth, 0),
                Label = new Waiting(label),
                GoesOnAfter = label is not null && (label.IsBullet || !(label.IsParagraph || label.IsOfClause)),
            },
            () => Read(item, look)
        );
    }

    /// <summary>A term and what it means stand in one paragraph: "DSL: the designated safeguarding lead".</summary>
    private void ReadDefinitions(IElement list, FlowLook look)
    {
        foreach (var child in list.ChildNodes)
        {
            if (child is not IElement element)
            {
                if (child is IText letters)
                {
                    AddWords(letters.Data, look);
                }

                continue;
            }

            var own = styles.LookOf(element, look);
            switch (element.LocalName)
            {
                case "dt" when !main.IsFurniture(element):
                    Flush();
                    Read(element, own);
                    if (text.HasWords && !HtmlWords.Of(element).EndsWith(':'))
                    {
                        text.Add(":", own);
                    }

                    text.Add(" ", own);
                    break;
                case "dd" when !notes.IsNote(element):
                    Read(element, own);
                    Flush();
                    break;
                case "div":
                    ReadDefinitions(element, own);
                    break;
                default:
                    ReadElement(element, look);
                    break;
            }
        }

        Flush();
    }

    private void ReadBox(IElement element, FlowLook look)
    {
        var (blocks, inside, words, _) = writer.Collect(() => In(Place.Text, () => Read(element, look)));
        if (blocks.Count > 0)
        {
            writer.AddBlock(new Callout(blocks), words, inside);
        }
    }

    /// <summary>Menus, heads and feet of a site: key details in them count, all else is listed.</summary>
    private void PassOver(IElement element)
    {
        // What stands next to the text may be about it: someone decides.
        var kind = element.LocalName == "aside" ? LeftOutKind.Object : LeftOutKind.Header;
        foreach (var line in HtmlWords.Lines(element))
        {
            var sorted = HtmlMain.IsMenu(element) ? Margins.None : Margins.Sort([new SourceLine(0, 0, LineKind.Text, line) { IsWhole = true }]);
            if (sorted is { Details.Count: > 0, Lines.Count: 0 })
            {
                details.AddRange(sorted.Details);
                continue;
            }

            // The foot of a site names the policies of the site.
            if (element.LocalName == "header" || element.GetAttribute("title") == "header")
            {
                margins.Add(line);
            }

            passedOver.Append(line).Append(' ');
        }

        tally.In("outside of the document on its page", () => FlowText.LeaveOut(tally, kind, passedOver.ToString()));
        passedOver.Clear();
    }

    private void ReadPicture(IElement element, FlowLook look)
    {
        var (width, height) = (Pixels(element, "width"), Pixels(element, "height"));
        // Raw: <img width="1" height="1" src="https://count.example/…">: nothing that anyone sees
        if (width is > 0 and <= SmallestPicture && height is > 0 and <= SmallestPicture)
        {
            return;
        }

        var alt =
            element.GetAttribute("alt") is { } said ? Words.Tidy(said)
            : Words.Tidy(element.GetAttribute("title") ?? "") is { Length: > 0 } title ? title
            : null;
        var isDecorative = element.GetAttribute("role") is "presentation" or "none" || element.GetAttribute("aria-hidden") == "true";
        if (look.Why is { } why)
        {
            tally.LeaveOut(why, $"A picture{(alt is { Length: > 0 } ? $": {alt}" : "")}");
            return;
        }

        var source = element.GetAttribute("src") ?? "";
        var name = source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "" : source.Split('?', '#')[0].Split('/')[^1];
        if (pictures.Read(package.PictureAt(source), isDecorative ? "" : alt, width, height, name) is not { } picture)
        {
            return;
        }

        waiting.Add(picture);
        if (!text.HasWords && !place.HasLabel)
        {
            Flush();
        }
    }

    private int Pixels(IElement element, string side)
    {
        var said =
            styles.Said(element, side) is { } styled && styled.EndsWith("px", StringComparison.Ordinal) ? styled[..^2] : element.GetAttribute(side) ?? "";
        return double.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels) && pixels is > 0 and < 1_000_000
            ? (int)Math.Round(pixels)
            : 0;
    }

    private void ReadDrawing(IElement svg)
    {
        if (HtmlWords.Of(svg) is { Length: > 0 } words)
        {
            FlowText.LeaveOut(tally, LeftOutKind.Object, $"A drawing with the words: {words}");
        }
        else if (svg.GetAttribute("aria-label") is { Length: > 0 } label)
        {
            FlowText.LeaveOut(tally, LeftOutKind.Object, $"A drawing: {label}");
        }
        else if (svg.GetAttribute("aria-hidden") != "true")
        {
            tally.Shapes++;
        }
    }

    private void ReadControl(IElement control, FlowLook look)
    {
        var kind = (control.GetAttribute("type") ?? "").ToLowerInvariant();
        if (control.LocalName == "input" && kind is "checkbox" or "radio")
        {
            text.Add(control.HasAttribute("checked") ? "☑ " : "☐ ", look);
            return;
        }

        if (kind == "hidden")
        {
            return;
        }

        var words = control.LocalName == "input" ? control.GetAttribute("value") ?? control.GetAttribute("placeholder") ?? "" : HtmlWords.Of(control);
        FlowText.LeaveOut(
            tally,
            LeftOutKind.Object,
            $"A {(control.LocalName == "button" ? "button" : "field to fill in")}{(words.Length > 0 ? $": {words}" : "")}"
        );
    }

    private void ListObject(IElement element)
    {
        var words = HtmlWords.Of(element);
        var name = element.GetAttribute("title") ?? element.GetAttribute("src") ?? element.GetAttribute("data") ?? "";
        var what = element.LocalName switch
        {
            "video" => "A film",
            "audio" => "A recording",
            "canvas" => "A drawing",
            _ => "An embedded page or file",
        };
        name = name.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "" : name;
        FlowText.LeaveOut(tally, LeftOutKind.Object, $"{what}{(name.Length > 0 ? $": {name}" : "")} {words}");
    }
}
