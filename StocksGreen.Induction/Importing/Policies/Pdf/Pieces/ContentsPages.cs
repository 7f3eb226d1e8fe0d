using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Finds the contents list of a file without tags: under its name, lines that end with page numbers or come again.</summary>
internal static partial class ContentsPages
{
    private const int LongestEntry = 140;
    private const int MostPieces = 400;

    /// <summary>Takes the list out and quotes it.</summary>
    public static void Remove(List<Piece> pieces, WarningList warnings)
    {
        Mark(pieces);
        for (var i = 0; i + 1 < pieces.Count; i++)
        {
            pieces[i].Kind = pieces[i + 1].Kind is PieceKind.Contents && Name().IsMatch(pieces[i].Plain) ? PieceKind.Contents : pieces[i].Kind;
        }

        var taken = pieces.Where(piece => piece.Kind is PieceKind.Contents).ToList();
        if (taken.Count > 0)
        {
            warnings.Add($"Skipped the contents list: {WarningList.Quote(taken.Select(piece => piece.Plain))}.");
            pieces.RemoveAll(piece => piece.Kind is PieceKind.Contents);
        }
    }

    private static void Mark(List<Piece> pieces)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < pieces.Count; i++)
        {
            last[KeyOf(pieces[i])] = i;
        }

        for (var i = 0; i < Math.Min(pieces.Count, MostPieces); i++)
        {
            var isNamed = Name().IsMatch(pieces[i].Plain);
            if (!isNamed && !(pieces[i].Plain.Length < LongestEntry && Leader().IsMatch(pieces[i].Plain)))
            {
                continue;
            }

            var (entries, misses) = (new List<int>(), new List<int>());
            for (var next = isNamed ? i + 1 : i; next < pieces.Count && misses.Count < 3; next++)
            {
                var piece = pieces[next];
                if (piece.Kind is PieceKind.Contents || IsEntry(piece, next))
                {
                    entries.AddRange(misses);
                    entries.Add(next);
                    misses.Clear();
                }
                else if (piece.Plain.Length > LongestEntry || piece.Kind is PieceKind.Table or PieceKind.Picture)
                {
                    break;
                }
                else
                {
                    misses.Add(next);
                }
            }

            if (entries.Count >= (isNamed ? 2 : 3))
            {
                pieces[i].Kind = PieceKind.Contents;
                entries.ForEach(entry => pieces[entry].Kind = PieceKind.Contents);
                i = entries[^1];
            }
        }

        bool IsEntry(Piece piece, int at) =>
            piece.Plain.Length < LongestEntry
            && piece.Kind is not (PieceKind.Table or PieceKind.Picture)
            && (PageAtEnd().IsMatch(piece.Plain) || (KeyOf(piece) is { Length: > 3 } key && last[key] > at));
    }

    private static string KeyOf(Piece piece) =>
        piece.Plain.Length < LongestEntry ? string.Concat(PageAtEnd().Replace(piece.Plain, "").Where(char.IsLetter)).ToUpperInvariant() : "";

    [GeneratedRegex(
        "^(table of )?(contents|contents page|contents list|index|cynnwys):?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();

    [GeneratedRegex(@"(\.\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leader();

    [GeneratedRegex(@"[\s.…]*(\s|\.{2}|…|page)\s*\d{1,3}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageAtEnd();
}
