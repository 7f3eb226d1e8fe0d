using System.Globalization;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>
/// What was signed, as a line on a scale that fits its figures, so that movement is seen; under it what was overdue, as columns from nothing up. Months stand
/// under both, and letters where something was published. It repeats the table that stands under it.
/// </summary>
internal static class TrendChart
{
    private const double Height = 166;
    private const double AxisWidth = 30; // for the numbers at the left
    private const double LineTop = 30;
    private const double LineHeight = 69;
    private const double ColumnsTop = 119;
    private const double ColumnsHeight = 30;
    private const double WidestColumn = 12;
    private const double LabelRoom = 22; // from one column to the next where each can carry its number
    private const int MostMarks = 26;
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 25];
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly TextStyle Label = Typography.Fine with { Size = 7.5 };

    /// <param name="points">At least two, by day, of which one asks something of someone.</param>
    /// <param name="published">By day.</param>
    /// <param name="width">Of the whole drawing, in points.</param>
    public static Figure Create(IReadOnlyList<TrendPoint> points, IReadOnlyList<PublishedLine> published, double width)
    {
        var marks = Marks(points, published);
        return new Figure(width, Height, Words(points), (pdf, left, top) => new Drawing(pdf, points, marks, left + AxisWidth, top, width - AxisWidth).Draw());
    }

    /// <summary>What the letters over the chart mean: "a: Social Media Policy, version 2 (3 November 2026)"; null where nothing was published.</summary>
    public static string? Legend(IReadOnlyList<TrendPoint> points, IReadOnlyList<PublishedLine> published)
    {
        var marks = Marks(points, published);
        return marks.Count == 0
            ? null
            : "Published: "
                + string.Join("; ", marks.Select(mark => $"{mark.Letter} {string.Join(", ", mark.Titles)} ({LondonTime.ToShortWords(mark.Day)})"))
                + ".";
    }

    private static List<(char Letter, DateOnly Day, IReadOnlyList<string> Titles)> Marks(
        IReadOnlyList<TrendPoint> points,
        IReadOnlyList<PublishedLine> published
    ) =>
        [
            .. published
                .Where(line => points.Count > 1 && line.On >= points[0].Day && line.On <= points[^1].Day)
                .GroupBy(line => line.On)
                .OrderBy(day => day.Key)
                .Take(MostMarks)
                .Select((day, i) => ((char)('a' + i), day.Key, (IReadOnlyList<string>)[.. day.Select(line => $"{line.Title}, version {line.Version}")])),
        ];

    private static string Words(IReadOnlyList<TrendPoint> points) =>
        $"Chart of what was signed, due and overdue, from {Words(points[0])} to {Words(points[^1])}. The table under it has the same figures.";

    private static string Words(TrendPoint point) =>
        $"{SharedText.Signed(point.Figures, SharedText.NoOneRequired)}{(point.Figures.Required == 0 ? "" : " signed")} on {LondonTime.ToWords(point.Day)}";

    /// <summary>The ends of a scale that holds all values, and its step: five steps or fewer, and never a value at an end that it does not reach.</summary>
    internal static (int Low, int High, int Step) Fit(IReadOnlyList<double> percentages)
    {
        var (least, most) = (percentages.Min(), percentages.Max());
        foreach (var step in Steps)
        {
            var (low, high) = ((int)Math.Floor(least / step) * step, (int)Math.Ceiling(most / step) * step);
            (low, high) = low == high ? (high == 100 ? (low - step, high) : (low, high + step)) : (low, high);
            if ((high - low) / step <= 5)
            {
                return (Math.Max(0, low), Math.Min(100, high), step);
            }
        }

        return (0, 100, 25);
    }

    private sealed class Drawing(
        PdfWriter pdf,
        IReadOnlyList<TrendPoint> points,
        IReadOnlyList<(char Letter, DateOnly Day, IReadOnlyList<string> Titles)> marks,
        double left,
        double top,
        double width
    )
    {
        private readonly TrueTypeFont font = FontSet.Get(Label.Face);

        public void Draw()
        {
            DrawMonths();
            DrawMarks();
            DrawSigned();
            DrawOverdue();
        }

        private double At(DateOnly day) => left + (width * (day.DayNumber - points[0].Day.DayNumber) / (points[^1].Day.DayNumber - points[0].Day.DayNumber));

        private void DrawMonths()
        {
            var foot = top + ColumnsTop + ColumnsHeight;
            var nextFree = left;
            for (var month = new DateOnly(points[0].Day.Year, points[0].Day.Month, 1); month <= points[^1].Day; month = month.AddMonths(1))
            {
                var x = Math.Max(left, At(month));
                if (month >= points[0].Day)
                {
                    pdf.FillRectangle(x, foot, 0.6, 5, Typography.Quiet);
                }

                var name = month.ToString(month.Month == 1 || nextFree == left ? "MMM yyyy" : "MMM", British);
                // A month of which only the end is there gives way to the next one.
                var isCrowded = month < points[0].Day && At(month.AddMonths(1)) < left + font.WidthOf(name, Label.Size) + 6;
                if (!isCrowded && x + 3 >= nextFree && x + 3 + font.WidthOf(name, Label.Size) <= left + width)
                {
                    Text(name, x + 3, foot + 11);
                    nextFree = x + 9 + font.WidthOf(name, Label.Size);
                }
            }
        }

        private void DrawMarks()
        {
            foreach (var (letter, day, _) in marks)
            {
                var x = At(day);
                pdf.FillRectangle(x - 0.25, top + LineTop, 0.5, LineHeight, Typography.Amber);
                Centred(letter.ToString(), x, top + LineTop - 3, Typography.Amber);
            }
        }

        private void DrawSigned()
        {
            var shares = points.Where(point => point.Figures.Required > 0).Select(point => (point.Day, Share: Share(point.Figures))).ToList();
            var (low, high, step) = Fit([.. shares.Select(point => point.Share)]);
            var beginning = low > 0 ? $" (the scale begins at {SharedText.Percentage(low)})" : "";
            Text($"Signed, in per cent of what was required{beginning}", left - AxisWidth, top + 8);
            for (var tick = low; tick <= high; tick += step)
            {
                var y = Y(tick);
                pdf.FillRectangle(left, y - 0.25, width, 0.5, Typography.Line);
                FromRight(SharedText.Percentage(tick), left - 5, y + 2.5);
            }

            var path = new PdfPath();
            foreach (var (i, point) in shares.Index())
            {
                _ = i == 0 ? path.MoveTo(At(point.Day), Y(point.Share)) : path.LineTo(At(point.Day), Y(point.Share));
            }

            pdf.StrokePath(path, 0, 0, 1, lineWidth: 1.6, Typography.Green);
            foreach (var (i, point) in points.Where(point => point.Figures.Required > 0).Index())
            {
                if (i == 0 || i == shares.Count - 1)
                {
                    var words = SharedText.Percentage(point.Figures.PercentSigned!.Value);
                    var room = font.WidthOf(words, Label.Size) / 2;
                    Centred(words, Math.Clamp(At(point.Day), left + room, left + width - room), Y(shares[i].Share) - 5, Typography.Green);
                }
            }

            foreach (var (day, share) in shares)
            {
                pdf.FillRectangle(At(day) - 1.8, Y(share) - 1.8, 3.6, 3.6, Typography.Green);
            }

            double Y(double share) => top + LineTop + (LineHeight * (high - share) / (high - low));
        }

        private static double Share(StandingFigures figures) => 100.0 * figures.Signed / figures.Required;

        private void DrawOverdue()
        {
            var foot = top + ColumnsTop + ColumnsHeight;
            var most = Math.Max(1, points.Max(point => point.Figures.Overdue));
            var room = width / points.Count;
            var column = Math.Min(WidestColumn, room * 0.5);
            Text("Overdue", left - AxisWidth, top + ColumnsTop - 6);
            foreach (var (index, point) in points.Index())
            {
                var height = ColumnsHeight * point.Figures.Overdue / most;
                var x = Math.Clamp(At(point.Day) - (column / 2), left, left + width - column);
                pdf.FillRectangle(x, foot - height, column, Math.Max(height, 0.01), Typography.Red);
                var isLast = index == points.Count - 1;
                if (room >= LabelRoom || isLast || point.Figures.Overdue == most)
                {
                    Centred(SharedText.Number(point.Figures.Overdue), x + (column / 2), foot - height - 2, Label.Colour);
                }
            }

            pdf.FillRectangle(left, foot, width, 0.8, Typography.Quiet);
        }

        private void Text(string text, double x, double baseline) => pdf.DrawText(text, new Letters(font), Label.Size, Label.Colour, x, baseline);

        private void FromRight(string text, double right, double baseline) => Text(text, right - font.WidthOf(text, Label.Size), baseline);

        private void Centred(string text, double centre, double baseline, Colour colour) =>
            pdf.DrawText(text, new Letters(font), Label.Size, colour, centre - (font.WidthOf(text, Label.Size) / 2), baseline);
    }
}
