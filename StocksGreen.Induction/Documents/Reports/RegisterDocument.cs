using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>
/// The named register on A4 landscape: everyone against every policy on the first page, then who is overdue, then every row, with a table's head on each page.
/// </summary>
public static class RegisterDocument
{
    private const string Confidential = "Confidential: contains names";

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a; the same record gives the same bytes.</returns>
    public static byte[] Create(Register register)
    {
        var asAt = SharedText.AsAt(register.AsAt, register.IsDayOver);
        var document = Begin(register, "Register of policy signing");
        var overdue = register.Rows.Where(row => row is { Kind: StandingKind.Overdue, HasLeft: false }).OrderBy(row => row.Due).ToList();
        document.AddRange([
            new Heading(1, "Register of policy signing") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Body with
                {
                    Colour = Typography.Quiet,
                },
                string.Join(" · ", ((string?[])[register.School, asAt, register.Scope, Confidential]).Where(text => !string.IsNullOrWhiteSpace(text)))
            ),
            .. register.IsDemonstration ? Demonstration : [],
            .. ComposeMatrix(register, [new PageBreak()]),
            SchoolEmblem.Letterhead(register.School, register.Crest, Confidential),
            new Rule(8),
            new Heading(2, "Figures") { BookmarkLevel = 2 },
            .. FigurePanels.Compose(register.Overall),
            .. SharedText.CalendarNote(register.CalendarNote),
            .. register.OverdueReviews.Count == 0
                ? Array.Empty<FlowBlock>()
                : [new TextBlock(Typography.Warning, $"Full review overdue: {string.Join("; ", register.OverdueReviews)}.")],
            .. ComposeRows($"Overdue ({SharedText.Number(overdue.Count)})", overdue),
            .. ComposeRows($"Every row ({SharedText.Number(register.Rows.Count)})", register.Rows),
            .. SharedText.EvidenceWarnings(register.EvidenceWarnings),
            new TextBlock(Typography.Note, SharedText.SealNote),
        ]);
        return document.ToPdf();
    }

    /// <summary>The first page alone: what an inspector asks for, and what an office hangs up behind its door.</summary>
    /// <returns>As <see cref="Create"/>.</returns>
    public static byte[] CreateMatrix(Register register)
    {
        var document = Begin(register, "Who has signed what");
        var matrix = ComposeMatrix(register, []).ToList();
        document.AddRange([
            new Heading(1, "Who has signed what") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Body with
                {
                    Colour = Typography.Quiet,
                },
                $"{register.School} · {SharedText.AsAt(register.AsAt, register.IsDayOver)} · {Confidential}"
            ),
            .. register.IsDemonstration ? Demonstration : [],
            .. matrix.Count == 0 ? [new TextBlock(Typography.Body, "Nobody is asked to sign anything.")] : matrix,
            .. SharedText.EvidenceWarnings(register.EvidenceWarnings),
            new TextBlock(Typography.Note, SharedText.SealNote),
        ]);
        return document.ToPdf();
    }

    // One line and no box: the first page has room for 35 people.
    private static readonly FlowBlock[] Demonstration = [new TextBlock(Typography.Notice, SharedText.Demonstration), new Gap(3)];

    private static IEnumerable<FlowBlock> ComposeMatrix(Register register, IReadOnlyList<FlowBlock> after)
    {
        var matrix = RegisterMatrix.Compose(register).ToList();
        return matrix.Count == 0 ? [] : [new TextBlock(Typography.Fine, RegisterMatrix.Key), new Gap(2), .. matrix, .. after];
    }

    private static FlowDocument Begin(Register register, string title)
    {
        var metadata = new PdfMetadata($"{title}, {LondonTime.ToWords(register.AsAt)}", register.School, Confidential, register.LastEntryAt)
        {
            HasSignatureField = true,
        };
        return new FlowDocument(metadata, PageSetup.Landscape)
        {
            Header = $"{register.School}  ·  {title}  ·  {SharedText.AsAt(register.AsAt, register.IsDayOver)}  ·  {Confidential}",
            Footer = (register.IsDemonstration ? "Demonstration · " : "") + Confidential,
        };
    }

    private static IEnumerable<FlowBlock> ComposeRows(string heading, IReadOnlyList<RegisterRow> rows)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, heading) { BookmarkLevel = 2 };
        yield return new Grid(
            [
                new GridColumn("Name", 17),
                new GridColumn("Role", 14),
                new GridColumn("Audience", 9.5),
                new GridColumn("Policy", 18),
                new GridColumn("Version", 11),
                new GridColumn("Due", 12),
                new GridColumn("Standing", 10.5),
                new GridColumn("Signed", 18),
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
