using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Slips;

/// <summary>Reminder slips, two next to each other and several a page, with lines to cut along.</summary>
public static class ReminderSlipsDocument
{
    private const double Step = 60; // points: rows of three such steps, four on a page; more only for those with much to sign
    private const double CodeSize = 66; // points; 2 for each module of an ordinary address
    private static readonly TextStyle Name = new(FontFace.SemiBold, 14, 18, Typography.Ink) { SpaceAfter = 4 };

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same record gives the same bytes.</returns>
    public static byte[] Create(ReminderSlips slips)
    {
        var metadata = new PdfMetadata($"Reminder slips, {LondonTime.ToWords(slips.AsAt)}", slips.School, slips.For, slips.LastEntryAt);
        var document = new FlowDocument(metadata, PageSetup.Portrait)
        {
            Header = $"{slips.School}  ·  Reminder slips",
            Footer = slips.IsDemonstration ? "Demonstration: the people are invented" : slips.For,
        };
        document.AddRange([
            new Heading(1, "Reminder slips") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Body,
                slips.Slips.Count == 0
                    ? $"{slips.For}: nobody has anything to sign on {LondonTime.ToWords(slips.AsAt)}."
                    : $"{slips.For}, as at {LondonTime.ToWords(slips.AsAt)}: {SharedText.Number(slips.Slips.Count)}. Cut along the dashed lines, hand "
                        + "each over in person, and record the reminders under “Who has not signed”."
            ),
            .. slips
                .Slips.GroupBy(slip => slip.DueOn < slips.AsAt ? (DateOnly?)null : slip.DueOn)
                .OrderBy(day => day.Key)
                .SelectMany(day => ComposeDay(slips, day.Key, [.. day])),
        ]);
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposeDay(ReminderSlips slips, DateOnly? day, IReadOnlyList<ReminderSlip> ofDay)
    {
        yield return new Heading(2, $"{(day is { } due ? $"Due {LondonTime.ToWordsWithDay(due)}" : "Overdue")}: {SharedText.Number(ofDay.Count)}")
        {
            BookmarkLevel = 2,
        };
        yield return new Panels([.. ofDay.Select(slip => Compose(slips, slip.Name, slip.Policies))])
        {
            IsCutOut = true,
            Places = 2,
            Padding = 10,
            Step = Step,
            Corner = slips.Address is { } address ? QrCode.Create(address, CodeSize) : null,
        };
    }

    private static List<TextBlock> Compose(ReminderSlips slips, string name, IReadOnlyList<(string Policy, string Due)> policies) =>
        [
            new(Typography.PanelLabel with { Colour = Typography.Green, SpaceAfter = 2 }, slips.School),
            new(Name, name),
            new(
                Typography.Cell with
                {
                    SpaceAfter = 3,
                },
                $"Please read and sign {(policies.Count == 1 ? "this policy" : $"these {SharedText.Number(policies.Count)} policies")}:"
            ),
            .. policies.Select(line => new TextBlock(
                Typography.Cell with
                {
                    SpaceAfter = 2,
                },
                [new Run($"{line.Policy}: "), new Run(line.Due) { IsBold = true }]
            )
            {
                IsItem = true,
            }),
            new(Typography.Note with { SpaceBefore = 2 }, slips.Where),
        ];
}
