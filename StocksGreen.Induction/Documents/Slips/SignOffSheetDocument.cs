using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Slips;

/// <summary>A sheet to print for a staff meeting: what is signed, who led it, a line for each person to sign on.</summary>
public static class SignOffSheetDocument
{
    private const double RowHeight = 13 / 25.4 * 72; // 13 mm to sign in
    private static readonly double RoomToWrite = (RowHeight - Typography.Cell.LineHeight) / 2;

    private static readonly GridCell Empty = new([]);

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same record gives the same bytes.</returns>
    public static byte[] Create(SignOffSheet sheet)
    {
        var metadata = new PdfMetadata(
            $"Sign-off sheet: {sheet.PolicyTitle}, version {sheet.Version}",
            sheet.School,
            "To be signed on paper at a meeting",
            sheet.LastEntryAt
        );
        var document = new FlowDocument(metadata, PageSetup.Portrait)
        {
            Header = $"{sheet.School}  ·  Sign-off sheet  ·  {sheet.PolicyTitle}, version {sheet.Version}",
            Footer = $"{(sheet.IsDemonstration ? "Demonstration · " : "")}Text SHA-256 {sheet.TextHash}",
        };
        document.AddRange([
            SchoolEmblem.Letterhead(sheet.School, sheet.Crest, "Sign-off sheet for a meeting"),
            new Rule(8),
            .. SharedText.DemonstrationNotice(sheet.IsDemonstration),
            new Heading(1, sheet.PolicyTitle) { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Lead with
                {
                    Colour = Typography.Quiet,
                },
                $"Version {sheet.Version}, in force from {LondonTime.ToWords(sheet.InForceFrom)}."
            ),
            new TextBlock(sheet.IsReviewOverdue ? Typography.Warning : Typography.Body, SharedText.EndSentence(sheet.ReviewLine)),
            new Panels([
                [
                    new TextBlock(Typography.PanelLabel with { SpaceAfter = 3 }, "By signing below I state"),
                    new TextBlock(Typography.Statement, sheet.Statement),
                ],
            ]),
            new TextBlock(
                Typography.Body,
                "Sign only if you have had the policy in your hands and have understood it; ask first if not. Anyone who has something to discuss that "
                    + "stands against the policy speaks to the Designated Safeguarding Lead, and writes nothing about it here."
            ),
            new Grid(
                [new GridColumn(Heading: null, 27), new GridColumn(Heading: null, 73)],
                [
                    ["Meeting on", Empty],
                    ["Led by (name, signature)", Empty],
                ]
            )
            {
                RowPadding = RoomToWrite,
                HasColumnLines = true,
            },
            .. ComposePeople(sheet),
            new TextBlock(
                Typography.Note,
                "Afterwards: the person who led the meeting is the witness. Scan the sheet, and enter each signature under “Signatures on paper”. It is "
                    + "then shown as a signature on paper, never as one on a screen."
            ),
        ]);
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposePeople(SignOffSheet sheet)
    {
        yield return new Heading(2, "Signatures");
        yield return new TextBlock(
            Typography.Body,
            sheet.People.Count == 0
                ? $"Nobody is left to sign: {SharedText.Number(sheet.Signed)} have signed by {LondonTime.ToWords(sheet.AsAt)}."
                : $"{SharedText.Number(sheet.People.Count)} have not signed by {LondonTime.ToWords(sheet.AsAt)}; {SharedText.Number(sheet.Signed)} "
                    + "have, and are not listed. People on a long absence are not listed either."
        );
        if (sheet.People.Count == 0)
        {
            yield break;
        }

        yield return new Grid(
            [new GridColumn("Name", 30), new GridColumn("Role", 25), new GridColumn("Signature", 32), new GridColumn("Date", 16)],
            [
                .. sheet.People.Select(person =>
                    (IReadOnlyList<GridCell>)
                        [
                            person.Name,
                            person.Asked is null ? SharedText.OrNotRecorded(person.Role) : $"{SharedText.OrNotRecorded(person.Role)} (asked: {person.Asked})",
                            Empty,
                            Empty,
                        ]
                ),
            ]
        )
        {
            RowPadding = RoomToWrite,
            HasColumnLines = true,
        };
    }
}
