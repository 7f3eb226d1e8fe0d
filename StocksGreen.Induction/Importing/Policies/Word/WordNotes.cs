using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Finds footnotes and endnotes, and gives each the mark that is printed.</summary>
internal sealed class WordNotes
{
    private const int MostReferences = 10_000;

    private readonly Dictionary<(bool IsEndnote, long Id), FootnoteEndnoteType> notes = [];
    private readonly Dictionary<(bool IsEndnote, long Id), WordNoteMark> marked = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly NumberFormatValues footnoteFormat;
    private readonly NumberFormatValues endnoteFormat;
    private int references;
    private int footnotes;
    private int endnotes;

    internal WordNotes(MainDocumentPart main)
    {
        foreach (var note in WordText.ChildrenOf((OpenXmlElement?)main.FootnotesPart?.Footnotes ?? new Footnotes()).OfType<FootnoteEndnoteType>())
        {
            notes.TryAdd((false, WordText.ValueOf(note.Id) ?? -1), note);
        }

        foreach (var note in WordText.ChildrenOf((OpenXmlElement?)main.EndnotesPart?.Endnotes ?? new Endnotes()).OfType<FootnoteEndnoteType>())
        {
            notes.TryAdd((true, WordText.ValueOf(note.Id) ?? -1), note);
        }

        var sections = main.Document?.Body?.Descendants<SectionProperties>().LastOrDefault();
        footnoteFormat = WordText.ValueOf(sections?.GetFirstChild<FootnoteProperties>()?.NumberingFormat?.Val) ?? NumberFormatValues.Decimal;
        endnoteFormat = WordText.ValueOf(sections?.GetFirstChild<EndnoteProperties>()?.NumberingFormat?.Val) ?? NumberFormatValues.LowerRoman;
    }

    /// <summary>Counts a reference.</summary>
    /// <returns>Its mark, and whether the note was never referred to before; null where there is no such note.</returns>
    internal (WordNoteMark Mark, bool IsFirst)? Refer(FootnoteEndnoteReferenceType reference)
    {
        if (++references > MostReferences)
        {
            throw new RefusalException("This document refers to notes more than 10,000 times, which no policy does. Check that it is the right file.");
        }

        var key = (reference is EndnoteReference, WordText.ValueOf(reference.Id) ?? -1);
        if (marked.TryGetValue(key, out var known))
        {
            return (known, false);
        }

        if (!notes.ContainsKey(key))
        {
            return null;
        }

        var mark = new WordNoteMark(key.Item1, key.Item2, OwnMark(reference) ?? NextMark(key.Item1));
        marked[key] = mark;
        return (mark, true);
    }

    /// <summary>True for a mark that has been printed, so that a link may lead back to it.</summary>
    internal bool IsPrinted(string mark) => taken.Contains(mark);

    internal FootnoteEndnoteType NoteOf(WordNoteMark mark) => notes[(mark.IsEndnote, mark.Id)];

    // Raw: <w:footnoteReference w:customMarkFollows="1"/><w:t>*</w:t>
    private string? OwnMark(FootnoteEndnoteReferenceType reference) =>
        WordText.ValueOf(reference.CustomMarkFollows) == true
        && reference.NextSibling<DocumentFormat.OpenXml.Wordprocessing.Text>() is { Text.Length: > 0 and <= 5 } own
        && own.Text.All(c => char.IsLetterOrDigit(c) || c is '*' or '†' or '‡')
        && taken.Add(own.Text)
            ? Take(own)
            : null;

    private static string Take(DocumentFormat.OpenXml.Wordprocessing.Text own)
    {
        var mark = own.Text;
        own.Text = "";
        return mark;
    }

    private string NextMark(bool isEndnote)
    {
        for (; ; )
        {
            var number = isEndnote ? ++endnotes : ++footnotes;
            var mark = NumberWords.Print(number, isEndnote ? endnoteFormat : footnoteFormat);
            mark = mark.Length > 0 ? mark : number.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(mark))
            {
                return mark;
            }

            // The 261st letter looks like the 260th.
            mark = number.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(mark))
            {
                return mark;
            }
        }
    }
}
