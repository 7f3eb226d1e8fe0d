using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Layout;

/// <summary>Makes paragraphs, items and tables of lines that no tag explains: by gaps, by what stands first in a line, and by how it looks.</summary>
internal sealed partial class Paragraphs
{
    private const double UsualGap = 1.2;
    private const double WiderGap = 1.3;
    private const double SameIndent = 6;
    private const double ShortOfTheEdge = 90;

    private readonly IReadOnlyList<PrintedLine> lines;
    private readonly double usualGap;
    private readonly double rightEdge;
    private readonly double leftEdge;
    private readonly List<Piece> pieces = [];
    private readonly List<PrintedLine> open = [];
    private readonly List<double> indents = [];
    private bool isItem;

    private Paragraphs(IReadOnlyList<PrintedLine> lines)
    {
        this.lines = lines;
        var gaps = lines
            .Zip(lines.Skip(1))
            .Where(pair => pair.First.Page == pair.Second.Page && pair.Second.Baseline < pair.First.Baseline)
            .Select(pair => (pair.First.Baseline - pair.Second.Baseline) / Math.Max(6, pair.Second.Size))
            .Where(gap => gap < 2.5)
            .Order()
            .ToList();
        // Between the closest lines, not between paragraphs: notices of one line each have a gap after every line.
        usualGap = gaps.Count == 0 ? UsualGap : Math.Min(gaps[gaps.Count / 2], 1.6);
        rightEdge = lines.Count == 0 ? 0 : lines.Select(line => line.Right).Order().ElementAt((int)(lines.Count * 0.9));
        leftEdge = lines.Count == 0 ? 0 : lines.Min(line => line.Left);
    }

    public static List<Piece> Of(IReadOnlyList<PrintedLine> lines, PageGrids grids) => new Paragraphs(lines).Read(grids);

    private List<Piece> Read(PageGrids grids)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var table = AlignedTable.TryRead(lines, i, grids);
            if (table is not null)
            {
                End();
                pieces.AddRange(table.Value.Pieces);
                i += table.Value.Lines - 1;
                continue;
            }

            Add(lines[i]);
        }

        End();
        return pieces;
    }

    private void Add(PrintedLine line)
    {
        if (ItemLabel.HasGlyph(line.Text) || Label().IsMatch(line.Text))
        {
            End();
            isItem = true;
            PlaceIndent(line.Left);
        }
        else if (open.Count > 0 && Breaks(open[^1], line))
        {
            End();
        }

        open.Add(line);
    }

    private void PlaceIndent(double left)
    {
        var known = indents.FindIndex(indent => Math.Abs(indent - left) < SameIndent);
        if (known < 0)
        {
            indents.RemoveAll(indent => indent > left);
            indents.Add(left);
        }
        else
        {
            indents.RemoveRange(known + 1, indents.Count - known - 1);
        }
    }

    private bool Breaks(PrintedLine before, PrintedLine line)
    {
        var startsLower = char.IsLower(line.Text, 0);
        if (line.Page != before.Page)
        {
            return !(startsLower && !Words.EndsSentence(before.Text) && Math.Abs(line.Size - before.Size) < 0.6);
        }

        var gap = (before.Baseline - line.Baseline) / Math.Max(6, Math.Min(line.Size, before.Size));
        if (gap < 0)
        {
            // The next column.
            return !(startsLower && !Words.EndsSentence(before.Text));
        }

        var looksOther =
            Math.Abs(line.Size - before.Size) > 0.6 || (line.IsBold != before.IsBold && open.All(other => other.IsBold == before.IsBold) && !startsLower);
        var isFull = before.Right > rightEdge - ShortOfTheEdge;
        var leavesItem =
            isItem && line.Left < open[0].Left + 3 && !startsLower && (gap > usualGap * 1.1 || open.Count > 1 || open[0].Left > line.Left + SameIndent);
        return gap > usualGap * WiderGap || looksOther || NumberedClause().IsMatch(line.Text) || (!isFull && !startsLower) || leavesItem;
    }

    private void End()
    {
        if (open.Count == 0)
        {
            return;
        }

        var piece = PieceWriter.Write([.. open.SelectMany(line => line.Inks)]);
        if (isItem)
        {
            piece.Kind = PieceKind.Item;
            piece.Level = Math.Max(0, indents.FindIndex(indent => Math.Abs(indent - open[0].Left) < SameIndent)) + 1;
        }
        else if (open[0].Left <= leftEdge + SameIndent)
        {
            indents.Clear();
        }

        pieces.Add(piece);
        open.Clear();
        isItem = false;
    }

    // Raw: "(a) …", "iv) …", "b. …"
    [GeneratedRegex(@"^(\(?[a-z]\)|\(?[ivx]{1,5}\)|[a-z]\.|\(\d{1,2}\)|\d{1,2}\))\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    // Raw: "4.2 Staff must …", "3. Tell an adult"
    [GeneratedRegex(@"^(\d{1,3}(\.\d{1,2}){1,3}\.?|\d{1,3}\.)\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberedClause();
}
