using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace StocksGreen.Induction.Components.Diff;

/// <summary>Compares two texts of one part: paragraph by paragraph and, where a paragraph has changed, word by word.</summary>
public static class TextDifference
{
    /// <summary>With fewer words than this share in common, two paragraphs are two and not one that was changed.</summary>
    private const double LeastInCommon = 0.35;

    /// <param name="before">Canonical Markdown of a part, with its heading; null or empty for none.</param>
    /// <returns>In reading order; what was removed stands before what took its place.</returns>
    public static IReadOnlyList<DifferenceLine> Between(string? before, string? after)
    {
        var (old, @new) = (ReadableLines.Of(before), ReadableLines.Of(after));
        var model = new SideBySideDiffBuilder(new Differ()).BuildDiffModel(string.Join('\n', old), string.Join('\n', @new), ignoreWhitespace: false);
        var lines = new List<DifferenceLine>();
        for (var i = 0; i < model.NewText.Lines.Count; i++)
        {
            lines.AddRange(Compare(model.OldText.Lines[i], model.NewText.Lines[i]));
        }

        return [.. lines.Where(line => line.Pieces.Count > 0)];
    }

    private static IEnumerable<DifferenceLine> Compare(DiffPiece old, DiffPiece @new)
    {
        if (@new.Type is ChangeType.Modified)
        {
            var pieces = Merge(old.SubPieces, @new.SubPieces);
            var inCommon = pieces.Where(piece => piece.Kind is DifferenceKind.Same).Sum(piece => piece.Text.Length);
            if (inCommon >= LeastInCommon * Math.Max(old.Text.Length, @new.Text.Length))
            {
                return [new DifferenceLine(DepthOf(@new.Text), Tidy(pieces)) { IsBullet = IsBullet(@new.Text) }];
            }
        }

        return @new.Type is ChangeType.Unchanged
            ? [Whole(@new.Text, DifferenceKind.Same)]
            : [Whole(old.Text, DifferenceKind.Removed), Whole(@new.Text, DifferenceKind.Added)];
    }

    private static DifferenceLine Whole(string? line, DifferenceKind kind) =>
        string.IsNullOrEmpty(line)
            ? new DifferenceLine(0, [])
            : new DifferenceLine(DepthOf(line), Tidy([new DifferencePiece(line, kind)])) { IsBullet = IsBullet(line) };

    /// <summary>The two sides are next to each other, with an empty piece wherever the other has words of its own.</summary>
    private static List<DifferencePiece> Merge(List<DiffPiece> old, List<DiffPiece> @new)
    {
        var pieces = new List<DifferencePiece>();
        for (var i = 0; i < Math.Max(old.Count, @new.Count); i++)
        {
            var (left, right) = (old.ElementAtOrDefault(i), @new.ElementAtOrDefault(i));
            if (right?.Type is ChangeType.Unchanged)
            {
                Add(pieces, right.Text, DifferenceKind.Same);
                continue;
            }

            Add(pieces, left?.Text, DifferenceKind.Removed);
            Add(pieces, right?.Text, DifferenceKind.Added);
        }

        return pieces;
    }

    private static void Add(List<DifferencePiece> pieces, string? text, DifferenceKind kind)
    {
        if (!string.IsNullOrEmpty(text))
        {
            pieces.Add(new DifferencePiece(text, kind));
        }
    }

    /// <summary>Neighbours of one kind become one, removed words before the added ones that replace them; the bullet's own mark goes.</summary>
    private static List<DifferencePiece> Tidy(IEnumerable<DifferencePiece> pieces)
    {
        var tidy = new List<DifferencePiece>();
        var (removed, added, space) = ("", "", "");
        foreach (var piece in pieces)
        {
            if (piece.Kind is not DifferenceKind.Same)
            {
                // A space between two changed words belongs to the change.
                (removed, added) = (removed.Length > 0 ? removed + space : "", added.Length > 0 ? added + space : "");
                space = "";
                (removed, added) = piece.Kind is DifferenceKind.Removed ? (removed + piece.Text, added) : (removed, added + piece.Text);
            }
            else if (removed.Length + added.Length > 0 && space.Length == 0 && string.IsNullOrWhiteSpace(piece.Text))
            {
                space = piece.Text;
            }
            else
            {
                Flush();
                AddSame(piece.Text);
            }
        }

        Flush();
        if (tidy.Count > 0)
        {
            tidy[0] = tidy[0] with { Text = WithoutMark(tidy[0].Text) };
        }

        return [.. tidy.Where(piece => piece.Text.Length > 0)];

        void Flush()
        {
            Add(tidy, removed, DifferenceKind.Removed);
            Add(tidy, added, DifferenceKind.Added);
            AddSame(space);
            (removed, added, space) = ("", "", "");
        }

        void AddSame(string text)
        {
            if (tidy is [.., { Kind: DifferenceKind.Same } last])
            {
                tidy[^1] = last with { Text = last.Text + text };
            }
            else
            {
                Add(tidy, text, DifferenceKind.Same);
            }
        }
    }

    private static bool IsBullet(string line) => line.TrimStart().StartsWith("- ", StringComparison.Ordinal);

    private static int DepthOf(string line) => ((line.Length - line.TrimStart().Length) / 2) + (IsBullet(line) ? 1 : 0);

    private static string WithoutMark(string text) => text.TrimStart() is ['-', ' ', .. var rest] ? rest : text.TrimStart();
}
