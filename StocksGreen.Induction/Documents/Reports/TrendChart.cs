using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>
/// Columns of what was signed, due and overdue at the end of each day, as shares of what was required. It repeats the table that stands under it.
/// </summary>
internal static class TrendChart
{
    private const double Height = 132;
    private const double LegendHeight = 16;
    private const double LabelHeight = 14;
    private const double WidestColumn = 34;
    private static readonly TextStyle Label = Typography.Fine with { Size = 7.5 };

    /// <param name="points">At least one.</param>
    /// <param name="width">Of the whole drawing, in points.</param>
    public static Figure Create(IReadOnlyList<TrendPoint> points, double width) =>
        new(width, Height, Words(points), (pdf, left, top) => Draw(pdf, points, left, top, width));

    private static string Words(IReadOnlyList<TrendPoint> points) =>
        $"Chart of what was signed, due and overdue, from {Words(points[0])} to {Words(points[^1])}. The table under it has the same figures.";

    private static string Words(TrendPoint point) =>
        $"{SharedText.Signed(point.Figures, SharedText.NoOneRequired)}{(point.Figures.Required == 0 ? "" : " signed")} on {LondonTime.ToWords(point.Day)}";

    private static void Draw(PdfWriter pdf, IReadOnlyList<TrendPoint> points, double left, double top, double width)
    {
        DrawLegend(pdf, left, top);
        var (plotTop, plotHeight) = (top + LegendHeight + LabelHeight, Height - LegendHeight - (2 * LabelHeight));
        var step = width / points.Count;
        var column = Math.Min(WidestColumn, step * 0.62);
        for (var i = 0; i < points.Count; i++)
        {
            var x = left + (i * step) + ((step - column) / 2);
            DrawColumn(pdf, points[i].Figures, x, plotTop, column, plotHeight);
            var figures = points[i].Figures;
            DrawCentred(pdf, figures.PercentSigned is { } percent ? SharedText.Percentage(percent) : "–", x + (column / 2), plotTop - 4);
            DrawCentred(pdf, LondonTime.ToShortWords(points[i].Day), x + (column / 2), plotTop + plotHeight + LabelHeight - 4);
        }

        pdf.FillRectangle(left, plotTop + plotHeight, width, 0.8, Typography.Quiet);
    }

    /// <summary>From the foot: signed full, due as an outline, overdue full and red; the three differ without their colours too.</summary>
    private static void DrawColumn(PdfWriter pdf, StandingFigures figures, double left, double top, double width, double height)
    {
        if (figures.Required == 0)
        {
            return;
        }

        var foot = top + height;
        var (signed, due, overdue) = (Share(figures.Signed), Share(figures.Due), Share(figures.Overdue));
        Fill(signed, Typography.Green);
        if (due > 0)
        {
            foot -= due;
            pdf.StrokeRectangle(left + 0.4, foot + 0.4, width - 0.8, Math.Max(0.1, due - 0.8), 0.8, Typography.Quiet);
        }

        Fill(overdue, Typography.Red);

        double Share(int part) => height * part / figures.Required;

        void Fill(double share, Colour colour)
        {
            if (share > 0)
            {
                foot -= share;
                pdf.FillRectangle(left, foot, width, share, colour);
            }
        }
    }

    private static void DrawLegend(PdfWriter pdf, double left, double top)
    {
        const double box = 7;
        var (x, font) = (left, FontSet.Get(Label.Face));
        foreach (var (name, colour) in new[] { ("Signed", Typography.Green), ("Due, not yet late", Typography.Paper), ("Overdue", Typography.Red) })
        {
            if (colour == Typography.Paper)
            {
                pdf.StrokeRectangle(x + 0.4, top + 0.4, box - 0.8, box - 0.8, 0.8, Typography.Quiet);
            }
            else
            {
                pdf.FillRectangle(x, top, box, box, colour);
            }

            pdf.DrawText(name, new Letters(font), Label.Size, Label.Colour, x + box + 4, top + box - 0.5);
            x += box + 4 + font.WidthOf(name, Label.Size) + 14;
        }
    }

    private static void DrawCentred(PdfWriter pdf, string text, double centre, double baseline)
    {
        var font = FontSet.Get(Label.Face);
        pdf.DrawText(text, new Letters(font), Label.Size, Label.Colour, centre - (font.WidthOf(text, Label.Size) / 2), baseline);
    }
}
