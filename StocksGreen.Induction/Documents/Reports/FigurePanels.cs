using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The three figures at the head of a report, each "n of N", and what is next to them.</summary>
internal static class FigurePanels
{
    /// <param name="before">What each figure is compared with; null for nothing.</param>
    public static IEnumerable<FlowBlock> Compose(StandingFigures overall, TrendPoint? before = null)
    {
        var shares = overall.Shares;
        yield return new Panels([
            ComposePanel("Signed", overall.Signed, overall.Required, shares?.Signed, Typography.Green, Was(figures => figures.Signed)),
            ComposePanel("Due, not yet late", overall.Due, overall.Required, shares?.Due, Typography.Ink, Was(figures => figures.Due)),
            ComposePanel(
                "Overdue",
                overall.Overdue,
                overall.Required,
                shares?.Overdue,
                overall.Overdue > 0 ? Typography.Red : Typography.Green,
                Was(figures => figures.Overdue)
            ),
        ]);
        yield return new TextBlock(
            Typography.Body,
            $"One signature is one person and one policy. Not counted in these figures: {SharedText.Number(overall.Paused)} paused "
                + "(long absence), "
                + $"{SharedText.Number(overall.Exempt)} exempt, {SharedText.Number(overall.Left)} for people who have left."
        );

        string? Was(Func<StandingFigures, int> part) =>
            before is null ? null : $"{LondonTime.ToWords(before.Day)}: {SharedText.Part(part(before.Figures), before.Figures.Required)}";
    }

    private static IReadOnlyList<TextBlock> ComposePanel(string label, int part, int whole, int? share, Colour colour, string? was) =>
        share is not { } percent
            ? [new TextBlock(Typography.PanelLabel, label), new TextBlock(Typography.BigFigure with { Size = 16 }, SharedText.NoOneRequired)]
            :
            [
                new TextBlock(Typography.PanelLabel, label),
                new TextBlock(Typography.BigFigure with { Colour = colour }, SharedText.Part(part, whole)),
                new TextBlock(Typography.Note, $"{SharedText.Percentage(percent)} of the {SharedText.Number(whole)} required"),
                .. was is null ? Array.Empty<TextBlock>() : [new TextBlock(Typography.Note, was)],
            ];
}
