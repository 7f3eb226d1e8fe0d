using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>The pages of a document while it is laid out: what will be drawn on each, and how far down the last one is filled.</summary>
internal sealed class PageFlow
{
    private readonly List<List<Action<PdfWriter>>> pages = [];

    public PageFlow(PageSetup page)
    {
        Page = page;
        StartPage();
    }

    public PageSetup Page { get; }

    public IReadOnlyList<IReadOnlyList<Action<PdfWriter>>> Pages => pages;

    /// <summary>Where the next block begins, in points from the top of the page.</summary>
    public double Y { get; set; }

    /// <summary>The page that is filled now, from 0.</summary>
    public int PageIndex => pages.Count - 1;

    public double Remaining => Page.Bottom - Y;

    public bool IsAtTop => Y <= Page.Top;

    public void StartPage()
    {
        pages.Add([]);
        Y = Page.Top;
    }

    /// <summary>Begins a page unless the height fits on this one; what is taller than a page begins at its top.</summary>
    public void Reserve(double height)
    {
        if (!Fits(height) && !IsAtTop)
        {
            StartPage();
        }
    }

    public bool Fits(double height) => height <= Remaining + 0.01;

    public void Draw(Action<PdfWriter> operation) => pages[^1].Add(operation);

    public void DrawArtifact(Action<PdfWriter> operation) =>
        Draw(pdf =>
        {
            pdf.OpenArtifact();
            operation(pdf);
            pdf.CloseArtifact();
        });

    /// <summary>Keeps a place for decoration that lies under what is drawn after this, and whose size only that will tell.</summary>
    /// <returns>Takes the drawing.</returns>
    public Action<Action<PdfWriter>> KeepPlace()
    {
        Action<PdfWriter> ground = _ => { };
        DrawArtifact(pdf => ground(pdf));
        return drawing => ground = drawing;
    }

    /// <summary>Draws decoration on a page that may be full already, over what stands there.</summary>
    public void DrawArtifactOn(int page, Action<PdfWriter> operation) =>
        pages[page]
            .Add(pdf =>
            {
                pdf.OpenArtifact();
                operation(pdf);
                pdf.CloseArtifact();
            });

    public void Open(PdfElement element) => Draw(pdf => pdf.Open(element));

    public void Close() => Draw(pdf => pdf.Close());

    /// <summary>Draws lines at a fixed place; moves nothing.</summary>
    /// <param name="isTagged">False for what is drawn inside an artifact.</param>
    public void DrawLines(IEnumerable<SetLine> lines, TextStyle style, Colour colour, double left, double top, double width, bool isTagged = true)
    {
        foreach (var line in lines)
        {
            var isOnTheRight = style.Alignment == TextAlignment.Right || (style.Alignment == TextAlignment.Start && line.IsFromRight);
            var indent = isOnTheRight ? width - line.Width : 0;
            DrawLine(line, style, colour, left + indent, top + style.Baseline, isTagged);
            top += style.LineHeight;
        }
    }

    /// <summary>Draws a paragraph at the flow's place, over as many pages as it needs, and moves below it.</summary>
    public void FlowLines(IReadOnlyList<SetLine> lines, TextStyle style, double left, double width)
    {
        for (var at = 0; at < lines.Count; )
        {
            var rest = lines.Count - at;
            var take = Math.Min(rest, (int)((Remaining + 0.01) / style.LineHeight));
            if (take < rest)
            {
                take = WithoutLoneLines(take, rest);
                if (take == 0 && !IsAtTop)
                {
                    StartPage();
                    continue;
                }
            }

            take = Math.Max(take, 1);
            DrawLines(lines.Skip(at).Take(take), style, style.Colour, left, Y, width);
            Y += take * style.LineHeight;
            at += take;
        }
    }

    /// <summary>The height without which a paragraph does not begin on a page.</summary>
    public static double LeadOf(IReadOnlyList<SetLine> lines, TextStyle style) => style.LineHeight * (lines.Count <= 3 ? lines.Count : 2);

    /// <summary>At least two lines before a break and two after it.</summary>
    private static int WithoutLoneLines(int take, int rest)
    {
        var adjusted = rest - take == 1 ? take - 1 : take;
        return adjusted < 2 ? 0 : adjusted;
    }

    private void DrawLine(SetLine line, TextStyle style, Colour colour, double left, double baseline, bool isTagged)
    {
        for (var at = 0; at < line.Fragments.Count; )
        {
            var (first, link) = (at, isTagged ? line.Fragments[at].Look.Link : null);
            if (link is not null)
            {
                Draw(pdf => pdf.OpenLink(link));
            }

            do
            {
                DrawFragment(line.Fragments[at], style, colour, left, baseline, isTagged);
                at++;
            } while (link is not null && at < line.Fragments.Count && line.Fragments[at].Look.Link == link);

            if (link is not null)
            {
                var (start, last) = (left + line.Fragments[first].Left, line.Fragments[at - 1]);
                var width = left + last.Left + last.Width - start;
                Draw(pdf => pdf.CloseLink(link, start, baseline - style.Baseline, width, style.LineHeight));
            }
        }
    }

    private void DrawFragment(Fragment fragment, TextStyle style, Colour colour, double left, double baseline, bool isTagged)
    {
        var look = fragment.Look;
        var (x, y, size) = (left + fragment.Left, baseline - (look.Rise * style.Size), style.Size * look.Scale);
        var element =
            !isTagged ? null
            : look.IsShifted ? PdfElement.Shifted(look.Rise * style.Size, ShiftedDigits.Find(fragment.Text, isRaised: look.Rise > 0))
            : look.IsUnderlined ? PdfElement.Underlined()
            : null;
        if (element is not null)
        {
            Open(element);
        }

        Draw(pdf =>
        {
            pdf.DrawText(fragment.Text, fragment.Letters, size, colour, x, y, fragment.IsFromRight);
            if (look.HasLine)
            {
                pdf.FillRectangle(x, y + (size * 0.11), fragment.Width, size * 0.055, colour);
            }

            if (look.Place is { } place && isTagged)
            {
                pdf.MarkPlace(place, baseline - style.Baseline);
            }
        });
        if (element is not null)
        {
            Close();
        }
    }
}
