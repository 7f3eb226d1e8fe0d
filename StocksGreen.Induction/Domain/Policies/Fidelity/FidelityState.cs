using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What is to be decided about a draft as its text stands now, and what has been.</summary>
public sealed class FidelityState
{
    private readonly FidelityReport report;
    private readonly Dictionary<FidelityPoint, FidelityDecision?> decided;

    private FidelityState(
        FidelityReport report,
        IReadOnlyList<FidelityPoint> points,
        IReadOnlyList<LeftOut> filledIn,
        IReadOnlyList<FidelityDecision> decisions
    )
    {
        this.report = report;
        FilledIn = filledIn;
        Points = points;
        var byKey = decisions.ToLookup(decision => decision.Key, StringComparer.Ordinal);
        decided = points.ToDictionary(point => point, point => byKey[point.Key].LastOrDefault(decision => decision.IsAbout(point)));
    }

    /// <summary>Every point, in the order of the document and then of the text.</summary>
    public IReadOnlyList<FidelityPoint> Points { get; }

    /// <summary>Placeholders of the document whose words are no longer in the text.</summary>
    public IReadOnlyList<LeftOut> FilledIn { get; }

    /// <summary>Left out and only told.</summary>
    public IEnumerable<LeftOut> Told => report.Told;

    public Coverage Coverage => report.Coverage;

    /// <summary>What stops publishing.</summary>
    public IReadOnlyList<FidelityPoint> Open => [.. Points.Where(point => decided[point] is null)];

    /// <summary>What has been decided, each with its decision.</summary>
    public IReadOnlyList<(FidelityPoint Point, FidelityDecision Decision)> Decided =>
        [.. Points.Where(point => decided[point] is not null).Select(point => (point, decided[point]!))];

    /// <summary>"3 things are still to be decided"; null when nothing is.</summary>
    public string? OpenInWords =>
        Open.Count switch
        {
            0 => null,
            1 => "1 thing that the import left out or could not settle is still to be decided.",
            var count => $"{count} things that the import left out or could not settle are still to be decided.",
        };

    public static FidelityState Create(FidelityReport report, PolicyContent text, IReadOnlyList<FidelityDecision> decisions)
    {
        var placeholders = report.LeftOut.Where(one => one.Kind is LeftOutKind.Placeholder).ToList();
        var inText = PlaceholderPoints.In(text, placeholders).ToList();
        var still = inText.Select(point => PlaceholderPoints.Plain(point.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new FidelityState(
            report,
            [.. FromReport(report), .. inText, .. Undescribed(text), .. PagePoints.In(text)],
            [.. placeholders.Where(one => !still.Contains(PlaceholderPoints.Plain(one.Text)))],
            decisions
        );
    }

    /// <summary>What is sealed with the version.</summary>
    /// <param name="at">UTC; when placeholders that were filled in are recorded as such.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="isFromDocument">False where the text was read from none.</param>
    /// <returns>Null where there was neither a document nor anything to decide.</returns>
    public FidelityRecord? ToRecord(DateTimeOffset at, string by, bool isFromDocument) =>
        !isFromDocument && Points.Count == 0
            ? null
            : new FidelityRecord(
                Coverage.SourceWords,
                Coverage.ResultWords,
                [
                    .. Decided.Select(each => DecidedPoint.From(each.Decision)),
                    .. FilledIn.Select(one =>
                        DecidedPoint.From(new FidelityDecision("", FidelityKind.Placeholder, one.Text, one.Where, FidelityChoice.FilledIn, at, by))
                    ),
                ]
            );

    private static IEnumerable<FidelityPoint> FromReport(FidelityReport report)
    {
        // A placeholder stands in the text, so it is looked for there.
        foreach (var (index, one) in report.LeftOut.Index().Where(each => each.Item is { StopsPublishing: true, Kind: not LeftOutKind.Placeholder }))
        {
            yield return new FidelityPoint($"L{index}", KindOf(one.Kind), one.Text, one.Where);
        }

        // Each on its own up to a number that a person can look through, and the rest in one.
        const int MostMissing = 200;
        var missing = report.Coverage.Missing;
        foreach (var (index, words) in missing.Take(MostMissing).Index())
        {
            yield return new FidelityPoint($"M{index}", FidelityKind.MissingWords, words, "in the document");
        }

        if (missing.Count > MostMissing)
        {
            yield return new FidelityPoint("M", FidelityKind.MissingWords, string.Join(' ', missing.Skip(MostMissing)), "in the document, after these");
        }
    }

    private static IEnumerable<FidelityPoint> Undescribed(PolicyContent text) =>
        TextPlaces
            .Pictures(text)
            .Where(each => each.Picture.Alt is null)
            .DistinctBy(each => each.Picture.Sha256, StringComparer.Ordinal)
            .Select(each => new FidelityPoint($"D{each.Picture.Sha256}", FidelityKind.NotDescribed, each.Picture.Sha256, each.Where));

    private static FidelityKind KindOf(LeftOutKind kind) =>
        kind switch
        {
            LeftOutKind.StruckOut => FidelityKind.StruckOut,
            LeftOutKind.Hidden => FidelityKind.Hidden,
            LeftOutKind.Watermark => FidelityKind.Watermark,
            LeftOutKind.Placeholder => FidelityKind.Placeholder,
            LeftOutKind.Picture => FidelityKind.Picture,
            LeftOutKind.Symbol => FidelityKind.Symbol,
            LeftOutKind.Object => FidelityKind.Object,
            LeftOutKind.Deleted or LeftOutKind.Inserted or LeftOutKind.Comment or LeftOutKind.Header => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
