using System.Xml.Linq;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>The part of the reader that reads what stands in a paragraph.</summary>
internal sealed partial class OdtReader
{
    private void ReadInline(XElement parent, FlowLook look)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText words)
            {
                Add(words.Value.Replace('\n', ' '), look);
            }
            else if (node is XElement element)
            {
                ReadInline(element, element.Name.LocalName, look);
            }
        }
    }

    private void Add(string words, FlowLook look)
    {
        text.Add(words, look);
        changes.Add(words);
    }

    private void ReadInline(XElement element, string name, FlowLook look)
    {
        switch (name)
        {
            case "s":
                Add(new string(' ', Math.Max(1, element.Number("c", 1, MostSpaces))), look);
                break;
            case "tab":
                Add("\t", look);
                break;
            case "line-break":
                text.AddBreak();
                changes.Add(" ");
                break;
            case "span":
                ReadInline(element, styles.LookOf("text", element.Said("style-name"), look));
                break;
            case "a":
                ReadInline(element, look with { Link = AddressOf(element.Said("href")) ?? look.Link });
                break;
            case "note":
                ReadNote(element, look);
                break;
            case "annotation":
                ListComment(element);
                break;
            case "change-start" or "change-end" or "change":
                changes.Meet(element);
                break;
            case "hidden-text":
                tally.LeaveOut(LeftOutKind.Hidden, element.Said("string-value") ?? element.Value);
                break;
            case "hidden-paragraph" when element.Said("is-hidden") == "true":
                tally.LeaveOut(LeftOutKind.Hidden, Odf.Plain(element.Parent!));
                break;
            case "content-control" when element.Said("showing-place-holder") == "true":
            case "placeholder":
                if (!Placeholders.In(element.Value).Any())
                {
                    tally.LeaveOut(LeftOutKind.Placeholder, element.Value);
                }

                ReadInline(element, look);
                break;
            case "content-control" when element.Said("checkbox") == "true" && element.Value.Length == 0:
                Add(element.Said("checked") == "true" ? "☑" : "☐", look);
                break;
            case "ruby":
                ReadInline(element.Child("ruby-base") ?? element, look);
                break;
            case "frame" or "custom-shape" or "g" or "rect" or "ellipse" or "line" or "connector" or "path" or "polygon" or "polyline":
                if (look.Why is { } why)
                {
                    tally.LeaveOut(why, "A picture or a drawing");
                }
                else if (text.HasWords)
                {
                    waiting.Add((element, look));
                }
                else
                {
                    // What stands in a box is read as paragraphs of its own, before the words that go on behind it.
                    ReadDrawing(element, FlowLook.Usual);
                }

                break;
            case "number" or "script" or "annotation-end" or "bookmark" or "bookmark-start" or "bookmark-end" or "reference-mark" or "soft-page-break":
                break;
            default:
                // Fields, and what is only markup: their words are shown.
                ReadInline(element, look);
                break;
        }
    }

    private static string? AddressOf(string? address) => address is null or ['#', ..] ? null : FlowAddress.Safe(address);

    private void ReadNote(XElement note, FlowLook look)
    {
        if (marks.Count >= MostNotes)
        {
            throw new RefusalException("This document has more than 10,000 notes, which no policy has. Check that it is the right file.");
        }

        if (look.LeftOutAs is { } why)
        {
            tally.LeaveOut(why, string.Join(' ', Odf.Paragraphs(note)));
            return;
        }

        var said = note.Child("note-citation") is { } citation ? Words.Tidy(Odf.Plain(citation)) : "";
        var mark = said.Length is > 0 and <= 5 && said.All(c => char.IsLetterOrDigit(c) || c is '*' or '†' or '‡') ? said : "n";
        for (var i = 1; !marks.Add(mark); i++)
        {
            mark = FormattableString.Invariant($"{(said.Length is > 0 and <= 5 ? said : "n")}{(char)('a' + (i % 26))}{marks.Count}");
        }

        text.AddNote(mark, new Note(mark, InlineMarkup.ToRichText(WordsOfNote(note, mark))));
    }

    /// <summary>The words of a note as one line, apart from those of the paragraph in which its mark stands.</summary>
    private string WordsOfNote(XElement note, string mark)
    {
        var read = new List<string>();
        var inside = new FlowText(tally, warnings);
        tally.In(
            $"in note {mark}",
            () =>
            {
                foreach (var paragraph in (note.Child("note-body") ?? note).Descendants().Where(element => element.Name.LocalName is "p" or "h"))
                {
                    ReadNoteInline(paragraph, styles.LookOf("paragraph", paragraph.Said("style-name"), FlowLook.Usual), inside);
                    if (inside.End() is { } ended)
                    {
                        read.Add(ended.Text.Trim());
                    }
                }
            }
        );
        return string.Join(' ', read);
    }

    private void ReadNoteInline(XElement parent, FlowLook look, FlowText inside)
    {
        foreach (var node in parent.Nodes())
        {
            switch (node)
            {
                case XText words:
                    inside.Add(words.Value.Replace('\n', ' '), look);
                    break;
                case XElement { Name.LocalName: "s" or "tab" or "line-break" }:
                    inside.Add(" ", look);
                    break;
                case XElement { Name.LocalName: "span" } span:
                    ReadNoteInline(span, styles.LookOf("text", span.Said("style-name"), look), inside);
                    break;
                case XElement { Name.LocalName: "a" } link:
                    ReadNoteInline(link, look with { Link = AddressOf(link.Said("href")) }, inside);
                    break;
                case XElement { Name.LocalName: "annotation" } annotation:
                    ListComment(annotation);
                    break;
                case XElement { Name.LocalName: "change-start" or "change-end" or "change" } change:
                    changes.Meet(change);
                    break;
                case XElement { Name.LocalName: not ("frame" or "p" or "h") } other:
                    ReadNoteInline(other, look, inside);
                    break;
            }
        }
    }
}
