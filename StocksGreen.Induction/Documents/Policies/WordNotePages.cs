using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>The footnotes of a document: Word numbers them as they come, and where the policy prints another mark, that mark is kept.</summary>
internal sealed class WordNotePages
{
    private readonly FootnotesPart part;
    private readonly Dictionary<string, string> bookmarks = new(StringComparer.Ordinal);
    private Dictionary<string, Note> open = new(StringComparer.Ordinal);
    private long last;
    private int counted;

    public WordNotePages(MainDocumentPart main)
    {
        part = main.AddNewPart<FootnotesPart>();
        part.Footnotes = new Footnotes(
            Line(new SeparatorMark(), FootnoteEndnoteValues.Separator, -1),
            Line(new ContinuationSeparatorMark(), FootnoteEndnoteValues.ContinuationSeparator, 0)
        );
    }

    /// <summary>The notes of the part of the policy that comes next.</summary>
    public void Begin(IReadOnlyList<Note> notes)
    {
        bookmarks.Clear();
        open = notes.DistinctBy(note => note.Mark, StringComparer.Ordinal).ToDictionary(note => note.Mark, StringComparer.Ordinal);
    }

    /// <summary>What stands for a mark: the note's own the first time, a link to that place each time after it.</summary>
    public IEnumerable<OpenXmlElement> Refer(string mark)
    {
        if (bookmarks.TryGetValue(mark, out var place))
        {
            return [new Hyperlink(Marked(WordLine.Plain(mark))) { Anchor = place }];
        }

        if (!open.TryGetValue(mark, out var note))
        {
            return [Marked(WordLine.Plain(mark))];
        }

        var id = ++last;
        bookmarks[mark] = FormattableString.Invariant($"_Note{id}");
        var isCounted = mark == (counted + 1).ToString(CultureInfo.InvariantCulture);
        counted += isCounted ? 1 : 0;
        part.Footnotes!.Append(
            new Footnote(
                new Paragraph([
                    new ParagraphProperties(new ParagraphStyleId { Val = WordLook.FootnoteText }),
                    Marked(isCounted ? new Run(new FootnoteReferenceMark()) : WordLine.Plain(mark)),
                    WordLine.Plain(" "),
                    .. WordLine.Runs(note.Text, part, inner => [Marked(WordLine.Plain(inner))]),
                ])
            )
            {
                Id = id,
            }
        );
        var reference = new Run(new FootnoteReference { Id = id, CustomMarkFollows = isCounted ? null : true });
        if (!isCounted)
        {
            reference.Append(new Text(WordLine.Clean(mark)));
        }

        var number = id.ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = number, Name = bookmarks[mark] }, Marked(reference), new BookmarkEnd { Id = number }];
    }

    public void Finish() => part.Footnotes!.Save();

    private static Run Marked(Run run)
    {
        run.PrependChild(new RunProperties(new RunStyle { Val = WordLook.FootnoteReference }));
        return run;
    }

    private static Footnote Line(OpenXmlElement mark, FootnoteEndnoteValues type, long id) => new(new Paragraph(new Run(mark))) { Type = type, Id = id };
}
