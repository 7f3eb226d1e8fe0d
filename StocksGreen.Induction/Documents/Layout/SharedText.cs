using System.Globalization;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Sentences that several documents print the same way.</summary>
internal static class SharedText
{
    public const string Demonstration = "Demonstration: the people in this document are invented";

    public const string NoOneRequired = "no one required";

    public const string NotRecorded = "not recorded";

    /// <summary>What the seal does and does not say, in a sentence.</summary>
    public const string SealNote =
        "The file carries the school’s own seal, which shows any later change; a reader may call its validity unknown, because only the school "
        + "vouches for its key.";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What was not recorded is printed as such, never filled in from something else.</summary>
    public static string OrNotRecorded(string? value) => string.IsNullOrWhiteSpace(value) ? NotRecorded : value;

    public static string OrNotRecorded(DateTimeOffset? instant) => instant is { } at ? LondonTime.ToWords(at) : NotRecorded;

    /// <summary>The text with a full stop, unless it ends in a mark of its own.</summary>
    public static string EndSentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>"1,204".</summary>
    public static string Number(long number) => number.ToString("N0", British);

    /// <summary>"18 of 20".</summary>
    public static string Part(int part, int whole) => $"{Number(part)} of {Number(whole)}";

    /// <summary>"90%", rounded together with the other parts of its whole (<see cref="Percentages"/>); it never stands without its "n of N".</summary>
    public static string Percentage(int percent) => $"{Number(percent)}%";

    /// <summary>"18 of 20 (90%)".</summary>
    public static string PartWithPercentage(int part, int whole, int percent) => $"{Part(part, whole)} ({Percentage(percent)})";

    /// <summary>"18 of 20 (90%)" signed.</summary>
    /// <param name="wordsForNone">What stands there where no one is required.</param>
    public static string Signed(StandingFigures figures, string wordsForNone) =>
        figures.PercentSigned is { } percent ? PartWithPercentage(figures.Signed, figures.Required, percent) : wordsForNone;

    /// <summary>"18 of 20 (90%)" with a bar of that length; other words where there is nothing to take a share of.</summary>
    public static GridCell SignedShare(StandingFigures figures, string wordsForNone) =>
        figures.Required == 0 ? wordsForNone : Share(figures.Signed, figures.Required, figures.PercentSigned!.Value);

    /// <param name="whole">Above zero: a share of nothing has no percentage.</param>
    public static GridCell Share(int part, int whole, int percent) =>
        GridCell.FromString(PartWithPercentage(part, whole, percent)) with
        {
            Bar = (double)part / whole,
        };

    /// <summary>"As at 31 August 2026"; of a day that is not over it says so.</summary>
    public static string AsAt(DateOnly day, bool isDayOver) => $"As at {LondonTime.ToWords(day)}{(isDayOver ? "" : " (the day is not over)")}";

    /// <summary>What to know of the evidence that a paper rests on, before it is relied on; nothing where all is as it should be.</summary>
    public static IEnumerable<FlowBlock> EvidenceWarnings(IReadOnlyList<string> sentences) =>
        sentences.Select(sentence => new TextBlock(Typography.Warning, sentence));

    /// <summary>The line that every document of the demonstration carries; nothing on real ones.</summary>
    public static IEnumerable<FlowBlock> DemonstrationNotice(bool isDemonstration) =>
        isDemonstration
            ?
            [
                new Panels([
                    [new TextBlock(Typography.Notice, Demonstration)],
                ])
                {
                    Fill = Typography.AmberTint,
                    Padding = 6,
                },
            ]
            : [];

    /// <summary>By which rule school days are counted, where that is not the school's own calendar.</summary>
    public static IEnumerable<FlowBlock> CalendarNote(string? note) =>
        note is null ? [] : [new TextBlock(Typography.Body with { Colour = Typography.Quiet }, note)];

    /// <summary>Two columns without a head: what it is, and its value.</summary>
    public static Grid Details(TextStyle style, params IEnumerable<(string Name, GridCell Value)> lines) =>
        new([new GridColumn(Heading: null, 27), new GridColumn(Heading: null, 73)], [.. lines.Select(line => (IReadOnlyList<GridCell>)[line.Name, line.Value])])
        {
            Style = style,
        };
}
