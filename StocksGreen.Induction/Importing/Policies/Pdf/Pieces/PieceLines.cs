using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Hands pieces to the recogniser as lines, each whole.</summary>
internal static class PieceLines
{
    private const int ColumnsOfLevel = 4;
    private const int DeepestHeading = 6;

    public static List<SourceLine> Of(IReadOnlyList<Piece> pieces)
    {
        var lines = new List<SourceLine>();
        foreach (var piece in pieces)
        {
            var isListed = piece.Kind is PieceKind.Item && lines is [.., { Kind: LineKind.Bullet }];
            if (!isListed && lines is [.., { Kind: not LineKind.Blank }])
            {
                lines.Add(SourceLine.Blank(piece.Page - 1) with { IsWhole = true });
            }

            lines.AddRange(Of(piece, lines).Select(line => line with { LastPage = Math.Max(line.Page, piece.LastPage - 1) }));
        }

        return lines;
    }

    private static IEnumerable<SourceLine> Of(Piece piece, List<SourceLine> before)
    {
        var page = Math.Max(0, piece.Page - 1);
        switch (piece.Kind)
        {
            case PieceKind.Picture:
                return [new SourceLine(page, 0, LineKind.Block, "") { Block = piece.Block, IsWhole = true }];
            case PieceKind.Table when piece.Block is Table table:
                return table.Rows.Select((row, at) => Row(page, table, row, at) with { Notes = at == 0 ? piece.Notes : [] });
            case PieceKind.Heading:
                return
                [
                    new SourceLine(page, 0, LineKind.Text, piece.Text.Trim())
                    {
                        HashLevel = Math.Clamp(piece.Level, 1, DeepestHeading),
                        IsWhole = true,
                        Notes = piece.Notes,
                    },
                ];
            case PieceKind.Item:
                return [Item(page, piece)];
            case PieceKind.Paragraph or PieceKind.Note or PieceKind.Contents or PieceKind.Table:
                var raw = piece.IsBold ? InlineMarkup.Tagged(piece.Text.Trim(), TextStyle.Bold) : piece.Text.Trim();
                return raw.Length == 0 ? [] : [LineReader.Classify(page, 0, raw, before) with { IsWhole = true, Notes = piece.Notes }];
            default:
                throw new InvalidOperationException($"A {piece.Kind} has no lines.");
        }
    }

    private static SourceLine Item(int page, Piece piece)
    {
        var (label, glyph, text) = ItemLabel.Read(piece);
        text = piece.IsBold ? InlineMarkup.Tagged(text, TextStyle.Bold) : text;
        return new SourceLine(page, Math.Max(0, piece.Level - 1) * ColumnsOfLevel, LineKind.Bullet, $"{label ?? glyph.ToString()} {text}")
        {
            Text = text,
            Label = label,
            Marker = label is null ? glyph : '1',
            IsWhole = true,
            Notes = piece.Notes,
        };
    }

    private static SourceLine Row(int page, Table table, TableRow row, int at)
    {
        var cells = row.Cells.Select(cell => string.Join(' ', BlockText.Texts(cell.Blocks).Select(text => text.PlainText)).Replace('|', '/'));
        return new SourceLine(page, 0, LineKind.TableRow, $"| {string.Join(" | ", cells)} |") { TablePart = (table, at), IsWhole = true };
    }
}
