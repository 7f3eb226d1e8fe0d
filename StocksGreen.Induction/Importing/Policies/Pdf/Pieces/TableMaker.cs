using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>A cell as it was found.</summary>
internal sealed record MadeCell(IReadOnlyList<Piece> Pieces, int Columns = 1, int Rows = 1, bool IsHeader = false);

/// <summary>A table as it was found.</summary>
/// <param name="Edges">Where its columns begin, in points from the left; empty where that is not known.</param>
internal sealed record MadeTable(IReadOnlyList<IReadOnlyList<MadeCell>> Rows, int HeaderRows, int HeaderColumns, IReadOnlyList<double> Edges);

/// <summary>Makes tables of the policy of cells.</summary>
internal static class TableMaker
{
    private static Table Make(MadeTable made) =>
        new(
            default,
            made.HeaderRows,
            made.HeaderColumns,
            [.. made.Rows.Select(row => new TableRow([.. row.Select(cell => new TableCell(BlocksOf(cell.Pieces), cell.Columns, cell.Rows))]))]
        );

    /// <param name="first">A piece that says where the table stands.</param>
    public static Piece PieceOf(MadeTable made, Piece first)
    {
        var table = Make(made);
        var inside = made.Rows.SelectMany(row => row).SelectMany(cell => cell.Pieces).ToList();
        return new Piece
        {
            Kind = PieceKind.Table,
            Block = table,
            Inside = [.. inside.SelectMany(piece => piece.Inside.Prepend(piece))],
            Made = made,
            Remake = () => Make(made),
            Plain = string.Join(' ', BlockText.Texts([table]).Select(text => text.PlainText)),
            Page = first.Page,
            LastPage = inside.Select(piece => Math.Max(piece.Page, piece.LastPage)).DefaultIfEmpty(first.Page).Max(),
            Left = first.Left,
            Top = first.Top,
            Size = first.Size,
        };
    }

    /// <summary>The rows that are headings across the whole table, each with further rows under it. Raw: "| 6 Recording |" above "| Within | What |".</summary>
    public static List<int> HeadingsOf(IReadOnlyList<IReadOnlyList<MadeCell>> rows)
    {
        var columns = rows.Select(row => row.Sum(cell => cell.Columns)).DefaultIfEmpty(0).Max();
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, rows.Count - 1))
                .Where(row =>
                    columns > 1
                    && rows[row] is [{ Columns: var width, Rows: 1, Pieces: [{ Block: null, IsBold: true } piece] }]
                    && width == columns
                    && Headings.IsNumbered(piece.Plain)
                    && rows[row + 1].Count > 1
                ),
        ];
    }

    /// <summary>Paragraphs, and lists nested by the level of their items.</summary>
    private static List<Block> BlocksOf(IReadOnlyList<Piece> pieces)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < pieces.Count; )
        {
            if (pieces[i].IsTaken)
            {
                i++;
                continue;
            }

            if (IsItem(pieces, i))
            {
                blocks.AddRange(Items(pieces, ref i, pieces[i].Level));
                continue;
            }

            if ((pieces[i].Remake?.Invoke() ?? pieces[i].Block) is { } ready)
            {
                blocks.Add(ready);
            }
            else if (RichOf(pieces[i]) is { Markdown.Length: > 0 } text)
            {
                blocks.Add(new Paragraph(text));
            }

            i++;
        }

        return blocks;
    }

    private static bool IsItem(IReadOnlyList<Piece> pieces, int at) =>
        pieces[at].Kind is PieceKind.Item && !ItemLabel.IsWords(pieces[at], isOnly: pieces.Count == 1);

    private static List<Block> Items(IReadOnlyList<Piece> pieces, ref int at, int level)
    {
        var items = new List<ListItem>();
        while (at < pieces.Count && IsItem(pieces, at) && pieces[at].Level >= level)
        {
            var piece = pieces[at++];
            var (label, _, text) = ItemLabel.Read(piece);
            var nested = at < pieces.Count && IsItem(pieces, at) && pieces[at].Level > piece.Level ? Items(pieces, ref at, pieces[at].Level) : [];
            items.Add(new ListItem(label ?? "", InlineMarkup.ToRichText(text), nested));
        }

        var lists = new List<Block>();
        for (var first = 0; first < items.Count; )
        {
            var isLabelled = items[first].Label.Length > 0;
            var run = items.Skip(first).TakeWhile(item => item.Label.Length > 0 == isLabelled).ToList();
            lists.Add(isLabelled ? new NumberedList(run) : new BulletList(run));
            first += run.Count;
        }

        return lists;
    }

    private static RichText RichOf(Piece piece)
    {
        var text = piece.Kind is PieceKind.Item ? $"{piece.Label} {piece.Text}".Trim() : piece.Text;
        return InlineMarkup.ToRichText(piece.IsBold ? InlineMarkup.Tagged(text, TextStyle.Bold) : text);
    }
}
