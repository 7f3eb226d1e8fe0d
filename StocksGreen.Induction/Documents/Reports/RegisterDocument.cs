using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The named register on A4 landscape: the three figures, then every row, with the table's head on each page.</summary>
public static class RegisterDocument
{
    private const string Confidential = "Confidential: contains names";

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a; the same record gives the same bytes.</returns>
    public static byte[] Create(Register register)
    {
        var asAt = SharedText.AsAt(register.AsAt, register.IsDayOver);
        var metadata = new PdfMetadata($"Register of policy signing, {LondonTime.ToWords(register.AsAt)}", register.School, Confidential, register.LastEntryAt)
        {
            HasSignatureField = true,
        };
        var document = new FlowDocument(metadata, PageSetup.Landscape)
        {
            Header = $"{register.School}  ·  Register of policy signing  ·  {asAt}  ·  {Confidential}",
            Footer = (register.IsDemonstration ? "Demonstration · " : "") + Confidential,
        };
        document.AddRange([
            SchoolEmblem.Letterhead(register.School, register.Crest, Confidential),
            new Rule(8),
            .. SharedText.DemonstrationNotice(register.IsDemonstration),
            new Heading(1, "Register of policy signing") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Lead with
                {
                    Colour = Typography.Quiet,
                    SpaceAfter = 8,
                },
                string.IsNullOrWhiteSpace(register.Scope) ? asAt : $"{asAt} · {register.Scope}"
            ),
            .. FigurePanels.Compose(register.Overall),
            .. SharedText.CalendarNote(register.CalendarNote),
            .. register.OverdueReviews.Count == 0
                ? Array.Empty<FlowBlock>()
                : [new TextBlock(Typography.Warning, $"Full review overdue: {string.Join("; ", register.OverdueReviews)}.")],
            .. ComposeRows(register.Rows),
            .. SharedText.EvidenceWarnings(register.EvidenceWarnings),
            new TextBlock(Typography.Note, SharedText.SealNote),
        ]);
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposeRows(IReadOnlyList<RegisterRow> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Rows");
        yield return new Grid(
            [
                new GridColumn("Name", 17),
                new GridColumn("Role", 14),
                new GridColumn("Audience", 9.5),
                new GridColumn("Policy", 18),
                new GridColumn("Version", 11),
                new GridColumn("Due", 12),
                new GridColumn("Standing", 8.5),
                new GridColumn("Signed", 20),
            ],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<GridCell>)
                        [
                            row.Name,
                            SharedText.OrNotRecorded(row.Role),
                            SharedText.OrNotRecorded(row.Audience),
                            row.Policy,
                            row.Version,
                            row.Due is { } due ? LondonTime.ToWords(due) : "not set",
                            row.Standing,
                            row.SignedAt is { } at ? LondonTime.ToWords(at) : "not signed",
                        ]
                ),
            ]
        )
        {
            Style = Typography.SmallCell,
        };
    }
}
