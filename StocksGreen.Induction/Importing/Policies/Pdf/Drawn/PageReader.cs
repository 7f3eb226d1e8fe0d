using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Takes from a page of the library what the text is made from.</summary>
internal sealed class PageReader(PdfBudget budget)
{
    private readonly PictureReader pictures = new(budget);

    public PageContent Read(Page page)
    {
        budget.Check();
        budget.Letter(page.Letters.Count);
        var marks = new Dictionary<object, int>();
        foreach (var content in page.GetMarkedContents())
        {
            Collect(content, Ink.Unmarked, marks, 0);
        }

        var inks = new List<Ink>(page.Letters.Count);
        var slanted = new StringBuilder();
        foreach (var letter in page.Letters)
        {
            if (letter.TextOrientation is TextOrientation.Other)
            {
                slanted.Append(letter.Value);
            }
            else if (ToInk(letter, page.Number, marks.GetValueOrDefault(letter, Ink.Unmarked)) is { } ink)
            {
                if (inks is [.., { IsSpace: true } taken] && IsTakenBack(taken, ink))
                {
                    inks.RemoveAt(inks.Count - 1);
                }

                ink.FollowsSpace = !ink.IsSpace && inks is [.., { IsSpace: true } space] && IsNext(space, ink);
                inks.Add(ink);
            }
        }

        TinySigns.RemoveCounts(inks);
        var (lines, fills) = Drawing.Of(page, budget);
        DrawnBullets.Add(page, inks);
        var placed = pictures.Read(page, marks);
        Hiding.Mark(page, inks, fills, placed);
        Drawing.MarkWords(inks, lines);
        Links.Mark(page, inks);
        return new PageContent(page.Number, page.Width, page.Height, inks, lines, placed, slanted.ToString().Trim());
    }

    private static void Collect(MarkedContentElement content, int outer, Dictionary<object, int> marks, int depth)
    {
        var mark =
            content.IsArtifact ? Ink.Artifact
            : content.MarkedContentIdentifier >= 0 ? content.MarkedContentIdentifier
            : outer;
        foreach (var letter in content.Letters)
        {
            marks[letter] = mark;
        }

        foreach (var image in content.Images)
        {
            // The page gives the same picture as another object.
            marks[PictureReader.PlaceOf(image)] = mark;
        }

        foreach (var inner in depth < 60 ? content.Children : [])
        {
            Collect(inner, mark, marks, depth + 1);
        }
    }

    private static bool IsNext(Ink space, Ink ink) =>
        Math.Abs(space.Baseline - ink.Baseline) < 1 && ink.Left > space.Left - 1 && ink.Left < space.Right + (ink.Size / 2);

    // Raw: "Suppor t", whose last letter is set over the space before it, as some programs move letters closer
    private static bool IsTakenBack(Ink space, Ink ink) =>
        !ink.IsSpace
        && !ink.IsTurned
        && Math.Abs(space.Baseline - ink.Baseline) < 0.1
        && space.Right > space.Left + (ink.Size * 0.1)
        && ink.Left >= space.Left - (ink.Size * 0.05)
        && ink.Left < space.Left + (ink.Size * 0.03);

    private static Ink? ToInk(Letter letter, int page, int mark)
    {
        var font = letter.FontName ?? "";
        var text = SymbolFont.Read(font, letter.Value ?? "");
        if (text.Length == 0 || (text.Length == 1 && char.IsControl(text[0]) && text[0] is not ('\t' or '\n' or '\r')))
        {
            return null;
        }

        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var turn = letter.TextOrientation;
        var (left, right, baseline) = turn switch
        {
            TextOrientation.Rotate90 => (-start.Y, -end.Y, start.X),
            TextOrientation.Rotate270 => (start.Y, end.Y, -start.X),
            TextOrientation.Rotate180 => (-start.X, -end.X, -start.Y),
            _ => (start.X, end.X, start.Y),
        };
        if (!double.IsFinite(left) || !double.IsFinite(right) || !double.IsFinite(baseline))
        {
            return null;
        }

        return new Ink
        {
            Text = text,
            Page = page,
            Left = left,
            Right = right,
            Baseline = baseline,
            Size = double.IsFinite(letter.PointSize) ? Math.Clamp(Math.Abs(letter.PointSize), 1, 500) : 1,
            Mark = mark,
            IsBold = IsBold(letter, font),
            IsItalic =
                font.Contains("Italic", StringComparison.OrdinalIgnoreCase)
                || font.Contains("Oblique", StringComparison.OrdinalIgnoreCase)
                || letter.FontDetails is { IsItalic: true },
            IsTurned = turn is not TextOrientation.Horizontal,
            IsHidden =
                letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip
                || (Math.Abs(letter.PointSize) < TinySigns.Smallest && letter.BoundingBox.Height < TinySigns.Smallest),
        };
    }

    private static bool IsBold(Letter letter, string font) =>
        font.Contains("Bold", StringComparison.OrdinalIgnoreCase)
        || font.Contains("Black", StringComparison.OrdinalIgnoreCase)
        || font.Contains("Heavy", StringComparison.OrdinalIgnoreCase)
        || letter.FontDetails is { IsBold: true }
        || letter.FontDetails is { Weight: >= 600 }
        || letter.RenderingMode is TextRenderingMode.FillThenStroke;
}
