using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Layout;
using StocksGreen.Induction.Importing.Policies.Pdf.Pieces;
using StocksGreen.Induction.Importing.Policies.Pdf.Tags;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using UglyToad.PdfPig;

namespace StocksGreen.Induction.Importing.Policies.Pdf;

/// <summary>Reads the pages of a PDF into the lines that the recogniser works on: by its tags where they cover the text, else by how it is set.</summary>
internal static class PdfReader
{
    // Tags that cover less explain too little to be followed.
    private const double LeastCovered = 0.6;
    private const int MostQuoted = 8;
    private const int MostLinesOfMargins = 4_000;

    /// <returns>The lines, none where the document has no words; and what stands at the head and foot of its pages.</returns>
    public static (IReadOnlyList<SourceLine> Lines, Margins Margins) Parse(PdfDocument document, IReadOnlyList<PageContent> pages, WarningList warnings)
    {
        var margins = new List<PrintedLine>();
        Hyphenation.Settle(pages);
        var shown = HiddenWords.LeaveOut(pages, warnings);
        var pieces = ReadTags(document, shown, margins, warnings) ?? ReadPages(shown, margins, warnings);
        pieces.RemoveAll(piece => piece.Plain.Length == 0 && piece.Block is null);
        TornPieces.Join(pieces);
        ContentsPages.Remove(pieces, warnings);
        var running = pieces.Where(piece => piece.Kind is PieceKind.Paragraph or PieceKind.Item && piece.Plain.Length > 60).ToList();
        var usual = running.GroupBy(piece => piece.Size).OrderByDescending(group => group.Sum(piece => piece.Plain.Length)).FirstOrDefault()?.Key ?? 11;
        Footnotes.Settle(pieces, usual);
        Headings.Settle(pieces);
        return (PieceLines.Of(pieces), Margins.Sort(margins.Take(MostLinesOfMargins).Select(Printed).DistinctBy(line => line.Raw, StringComparer.Ordinal)));

        // Raw: "Version: 2.0      Review date: November 2027": what stands apart is apart
        static SourceLine Printed(PrintedLine line) =>
            new(line.Page - 1, 0, LineKind.Text, string.Join("   ", line.Cells.Select(cell => PieceWriter.Write(cell.Inks).Plain))) { IsWhole = true };
    }

    private static List<Piece>? ReadTags(PdfDocument document, IReadOnlyList<PageContent> pages, List<PrintedLine> margins, WarningList warnings)
    {
        var total = pages.Sum(page => page.Inks.Count(ink => !ink.IsSpace && ink.Mark != Ink.Artifact));
        var marked = pages.Sum(page => page.Inks.Count(ink => !ink.IsSpace && ink.Mark >= 0));
        if (marked < total * LeastCovered || StructureTokens.Open(document) is not { } tree)
        {
            return null;
        }

        var found = new WarningList();
        var reader = new StructureReader(tree.Tokens, pages, found);
        var pieces = reader.Read(tree.Root);
        var left = reader.Left.ToHashSet();
        if (marked - left.Count(ink => !ink.IsSpace) < total * LeastCovered)
        {
            return null;
        }

        foreach (var each in found.LeftOut)
        {
            warnings.LeaveOut(each.Kind, each.Text, each.Where);
        }

        foreach (var picture in found.Pictures)
        {
            warnings.Keep(picture);
        }

        PlaceTheRest(pieces, pages, left, [.. reader.PicturesLeft], margins, warnings);
        return pieces;
    }

    /// <summary>What no tag covers is text unless it stands where headers and footers stand.</summary>
    private static void PlaceTheRest(
        List<Piece> pieces,
        IReadOnlyList<PageContent> pages,
        HashSet<Ink> left,
        List<PlacedPicture> pictures,
        List<PrintedLine> margins,
        WarningList warnings
    )
    {
        var rest = new List<PrintedLine>();
        foreach (var page in pages)
        {
            var inks = page.Inks.Where(ink => ink.Mark < 0 || left.Contains(ink)).ToList();
            foreach (var line in PageLines.Of(inks, page.Width, page.Height))
            {
                var isMargin = line.Inks[0].Mark == Ink.Artifact && PageFurniture.IsNearEdge(line.Baseline, line.PageHeight);
                (isMargin ? margins : rest).Add(line);
            }
        }

        PageFurniture.Say(margins, warnings);
        var found = Paragraphs
            .Of(PageFurniture.Remove(rest, margins, PageGrids.None, warnings), PageGrids.None)
            .Where(piece => piece.Plain.Length > 0)
            .ToList();
        foreach (var piece in found)
        {
            Place(piece, pieces);
        }

        PlacePictures([.. pages.SelectMany(page => page.Pictures).Where(picture => picture.Mark == Ink.Unmarked), .. pictures], pieces, warnings);
        foreach (var page in pages)
        {
            AddTurned(page, page.Inks.Where(ink => ink.Mark == Ink.Unmarked || left.Contains(ink)), pieces, warnings);
        }

        if (found.Count > 0)
        {
            warnings.Add(
                $"The tags of this PDF do not cover all of its words; these were put in place by where they stand on the page, so check them: "
                    + $"{WarningList.Quote(found.Take(MostQuoted).Select(piece => $"{Short(piece.Plain)}"))}"
                    + (found.Count > MostQuoted ? $" and {found.Count - MostQuoted} more." : ".")
            );
        }

        static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
    }

    private static void Place(Piece piece, List<Piece> pieces)
    {
        var above = pieces.FindLastIndex(other => other.Page == piece.Page && other.Top >= piece.Top);
        var at = above >= 0 ? above + 1 : pieces.FindIndex(other => other.Page >= piece.Page);
        pieces.Insert(at < 0 ? pieces.Count : at, piece);
    }

    private static List<Piece> ReadPages(IReadOnlyList<PageContent> pages, List<PrintedLine> margins, WarningList warnings)
    {
        var grids = new PageGrids(pages.ToDictionary(page => page.Number));
        var lines = PageFurniture.Remove(
            [.. pages.SelectMany(page => PageLines.Of(page.Inks, page.Width, page.Height, at => grids.HoldsBothSidesOf(page.Number, at)))],
            margins,
            grids,
            warnings
        );
        var pieces = Paragraphs.Of(lines, grids);
        ContinuedTables.Join(pieces, warnings);
        foreach (var page in pages)
        {
            AddTurned(page, page.Inks, pieces, warnings);
        }

        PlacePictures([.. pages.SelectMany(page => page.Pictures)], pieces, warnings);
        return pieces;
    }

    private static void PlacePictures(List<PlacedPicture> pictures, List<Piece> pieces, WarningList warnings)
    {
        // A picture that stands on many pages is the school's badge.
        var badges = pictures
            .Where(picture => picture.File is not null)
            .GroupBy(picture => picture.File!.Sha256, StringComparer.Ordinal)
            .Where(group => group.DistinctBy(picture => picture.Page).Count() > 2)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var badge in badges)
        {
            warnings.LeaveOut(LeftOutKind.Header, "A picture that stands on many pages", "head or foot of the pages");
        }

        foreach (var picture in pictures.Where(picture => picture.File is null || !badges.Contains(picture.File.Sha256)))
        {
            if (PicturePiece.Make(picture, null, warnings) is { } piece)
            {
                Place(piece, pieces);
            }
        }
    }

    private static void AddTurned(PageContent page, IEnumerable<Ink> inks, List<Piece> pieces, WarningList warnings)
    {
        var turned = inks.Where(ink => ink.IsTurned).ToList();
        if (turned.TrueForAll(ink => ink.IsSpace))
        {
            return;
        }

        var piece = PieceWriter.Write(turned);
        var end = pieces.FindLastIndex(other => other.Page <= page.Number);
        pieces.Insert(end + 1, piece);
        warnings.Add($"Words run up or down page {page.Number}; they stand at its end, so check them: “{piece.Plain}”.");
    }
}
