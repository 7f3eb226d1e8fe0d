using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>The fields that are open at a place of the text: what a field says to do, and what came of it, stand in the text one after the other.</summary>
internal sealed class WordFields
{
    // A document with deeper ones is made to hurt.
    private const int Deepest = 50;

    // What a field is to do stands at its beginning.
    private const int LongestInstruction = 4_000;

    private readonly Stack<Field> open = new();
    private readonly HashSet<FieldChar> unclosed = new(ReferenceEqualityComparer.Instance);

    /// <summary>True inside a field that makes a contents list, which may go over many paragraphs.</summary>
    internal bool IsInContents => open.Any(each => each.IsContents);

    /// <summary>False where words are an instruction or the number of a page.</summary>
    internal bool ShowsText => open.All(each => each.IsResult && !each.IsPageNumber);

    /// <summary>The address of the innermost HYPERLINK field; null where there is none.</summary>
    internal string? Address => open.Select(each => each.Address).FirstOrDefault(address => address is not null);

    /// <summary>Finds the fields that never end: such a one is not opened, so that it swallows nothing.</summary>
    internal void Prepare(OpenXmlElement root)
    {
        var begun = new Stack<FieldChar>();
        foreach (var mark in root.Descendants<FieldChar>())
        {
            if (WordText.ValueOf(mark.FieldCharType) == FieldCharValues.Begin)
            {
                begun.Push(mark);
            }
            else if (WordText.ValueOf(mark.FieldCharType) == FieldCharValues.End)
            {
                begun.TryPop(out _);
            }
        }

        unclosed.UnionWith(begun);
    }

    /// <summary>Begins another part of the document.</summary>
    internal void Reset() => open.Clear();

    internal void Enter(string instruction) => open.Push(new Field { Instruction = instruction, IsResult = true });

    internal void Leave() => open.TryPop(out _);

    internal void Instruct(string instruction)
    {
        if (open.TryPeek(out var field) && !field.IsResult && field.Instruction.Length + instruction.Length <= LongestInstruction)
        {
            field.Instruction += instruction;
        }
    }

    /// <summary>Gives up a contents list that has run into the text.</summary>
    internal void EndContents()
    {
        while (IsInContents)
        {
            open.Pop();
        }
    }

    /// <returns>What a form's field shows, where this mark ends one; null for any other mark.</returns>
    internal string? Read(FieldChar mark)
    {
        var kind = WordText.ValueOf(mark.FieldCharType);
        if (kind == FieldCharValues.Begin && !unclosed.Contains(mark))
        {
            open.Push(new Field { Begin = mark });
            if (open.Count > Deepest)
            {
                throw new RefusalException("This document has fields inside fields, deeper than any policy has. Copy its text into a new document.");
            }
        }
        else if (kind == FieldCharValues.Separate && open.TryPeek(out var field))
        {
            field.IsResult = true;
        }
        else if (kind == FieldCharValues.End && open.TryPop(out var ended))
        {
            return ended.Shown;
        }

        return null;
    }

    private sealed class Field
    {
        private string? address;
        private bool isRead;

        internal FieldChar? Begin { get; init; }

        internal string Instruction { get; set; } = "";

        internal bool IsResult { get; set; }

        internal bool IsContents => Instruction.AsSpan().TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);

        internal bool IsPageNumber =>
            Instruction.AsSpan().Trim() is var name
            && (
                name.StartsWith("PAGE ", StringComparison.OrdinalIgnoreCase)
                || name.Equals("PAGE", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("NUMPAGES", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("SECTIONPAGES", StringComparison.OrdinalIgnoreCase)
            );

        internal string? Address
        {
            get
            {
                if (!isRead && IsResult)
                {
                    (address, isRead) = (ReadAddress(), true);
                }

                return address;
            }
        }

        /// <summary>Raw: FORMCHECKBOX, FORMDROPDOWN: what is shown stands in the properties of the field.</summary>
        internal string? Shown
        {
            get
            {
                var name = Instruction.AsSpan().Trim();
                if (name.StartsWith("FORMCHECKBOX", StringComparison.OrdinalIgnoreCase))
                {
                    var box = Begin?.Descendants().FirstOrDefault(element => element.LocalName == "checkBox");
                    var state =
                        box?.ChildElements.FirstOrDefault(child => child.LocalName == "checked")
                        ?? box?.ChildElements.FirstOrDefault(child => child.LocalName == "default");
                    return state is not null && WordColours.Attribute(state, "val") is not ("0" or "false") ? "☑" : "☐";
                }

                if (!name.StartsWith("FORMDROPDOWN", StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                var list = Begin?.Descendants().FirstOrDefault(element => element.LocalName == "ddList");
                var chosen = list?.ChildElements.FirstOrDefault(child => child.LocalName is "result") is { } result
                    ? WordColours.Attribute(result, "val")
                    : "0";
                var entries =
                    list?.ChildElements.Where(child => child.LocalName == "listEntry").Select(entry => WordColours.Attribute(entry, "val")).ToList() ?? [];
                return int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < entries.Count ? entries[index] : null;
            }
        }

        // Raw: HYPERLINK "https://www.gov.uk/guidance" \l "part-one" \o "Opens the guidance"
        private string? ReadAddress()
        {
            var words = Instruction.Trim();
            if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            var rest = words[9..].TrimStart();
            if (rest.StartsWith('\\') || rest.Length == 0)
            {
                return null;
            }

            var end = rest[0] == '"' ? rest.IndexOf('"', 1) : rest.IndexOf(' ', StringComparison.Ordinal);
            return rest[0] == '"' ? (end < 0 ? null : rest[1..end])
                : end < 0 ? rest
                : rest[..end];
        }
    }
}
