using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The induction of one person on the school's paper: policies, talks, and what is still open.</summary>
public static class InductionRecordDocument
{
    private const string Confidential = "Confidential: contains names";
    private const double TightRow = 2; // points: the whole record on one page
    private const double SignOffHeight = 11 / 25.4 * 72; // 11 mm to sign in
    private static readonly string[] SignOffs = ["The person", "Line manager", "Headteacher or DSL"];
    private static readonly GridCell Empty = new([]);

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same record gives the same bytes.</returns>
    public static byte[] Create(InductionRecord record)
    {
        var asAt = SharedText.AsAt(record.AsAt, record.IsDayOver);
        var metadata = new PdfMetadata(
            $"Induction record of {record.PersonName}, {LondonTime.ToWords(record.AsAt)}",
            record.School,
            Confidential,
            record.LastEntryAt
        )
        {
            HasSignatureField = true,
        };
        var document = new FlowDocument(metadata, PageSetup.Portrait)
        {
            Header = $"{record.School}  ·  Induction record of {record.PersonName}  ·  {asAt}",
            Footer = $"{(record.IsDemonstration ? "Demonstration · " : "")}{Confidential}",
        };
        document.AddRange([
            SchoolEmblem.Letterhead(record.School, record.Crest, "Record of induction"),
            new Rule(6),
            .. record.IsDemonstration ? [new TextBlock(Typography.Notice, SharedText.Demonstration)] : Array.Empty<FlowBlock>(),
            new Heading(1, $"Induction of {record.PersonName}") { BookmarkLevel = 1 },
            new TextBlock(Typography.Lead with { SpaceAfter = 2 }, Post(record)),
            new TextBlock(Typography.Body with { Colour = Typography.Quiet, SpaceAfter = 2 }, $"{asAt}. Induction pack: {record.Pack ?? "none"}."),
            .. ComposePolicies(record.Policies),
            .. ComposeTalks(record),
            .. ComposeSignOff(record),
            .. SharedText.EvidenceWarnings(record.EvidenceWarnings),
            new TextBlock(
                Typography.Fine,
                $"Evidence head at the end of that day: {SharedText.OrNotRecorded(record.EvidenceHeadHash)}. What a person declares stands in the "
                    + $"restricted register and not here. {SharedText.SealNote}"
            ),
        ]);
        return document.ToPdf();
    }

    /// <summary>"Teaching assistant (employee), in post from 8 October 2026".</summary>
    private static string Post(InductionRecord record) =>
        $"{SharedText.OrNotRecorded(record.JobTitle)} ({SharedText.OrNotRecorded(record.Audience).ToLowerInvariant()}), in post from "
        + $"{LondonTime.ToWords(record.StartsOn)}{(record.EndsOn is { } last ? $" to {LondonTime.ToWords(last)}" : "")}";

    private static IEnumerable<FlowBlock> ComposePolicies(IReadOnlyList<InductionPolicyLine> policies)
    {
        var signed = policies.Count(line => line.Evidence is not null);
        yield return new Heading(3, policies.Count == 0 ? "Policies" : $"Policies: {SharedText.Part(signed, policies.Count)} signed") { BookmarkLevel = 2 };
        if (policies.Count == 0)
        {
            yield return new TextBlock(Typography.Body, "No policy asks for this person’s signature.");
            yield break;
        }

        yield return new Grid(
            [
                new GridColumn("Policy", 43),
                new GridColumn("Version", 14),
                new GridColumn("Standing", 15),
                new GridColumn("Signed, or due", 27),
                new GridColumn("Check code", 20),
            ],
            [
                .. policies
                    .OrderByDescending(line => line.IsStatutoryGuidance)
                    .Select(line =>
                        (IReadOnlyList<GridCell>)
                            [
                                line.Extract is { } extract ? $"{line.Title}: {extract}" : line.Title,
                                line.Version,
                                GridCell.FromString(line.Standing) with
                                {
                                    IsWarning = line.IsLate,
                                },
                                line.When,
                                line.Evidence ?? "not signed",
                            ]
                    ),
            ]
        )
        {
            Style = Typography.SmallCell,
            RowPadding = TightRow,
            SpaceAfter = 4,
        };
    }

    private static IEnumerable<FlowBlock> ComposeTalks(InductionRecord record)
    {
        yield return new Heading(3, "Induction talks") { BookmarkLevel = 2 };
        if (record.Talks.Count == 0)
        {
            yield return new TextBlock(Typography.Cell with { SpaceAfter = 3 }, "None is recorded as held.");
        }
        else
        {
            yield return new Grid(
                [new GridColumn("Talk and topics", 46), new GridColumn("Held on", 18), new GridColumn("Held by", 27), new GridColumn("The person", 28)],
                [
                    .. record.Talks.Select(talk =>
                        (IReadOnlyList<GridCell>)
                            [
                                Invariant($"{talk.Title}: {string.Join("; ", talk.Topics)} (entry {talk.Evidence})"),
                                LondonTime.ToWords(talk.HeldOn),
                                $"{talk.BriefedBy}, confirmed {LondonTime.ToWords(talk.BrieferAt)}",
                                talk.PersonSays,
                            ]
                    ),
                ]
            )
            {
                Style = Typography.SmallCell,
                HasRowHeaders = false,
                RowPadding = TightRow,
                SpaceAfter = 4,
            };
        }

        foreach (var open in record.OpenTalks)
        {
            yield return new TextBlock(Typography.Cell with { SpaceAfter = 3 }, [new Run("Still open: ") { IsBold = true }, new Run(open)]);
        }
    }

    /// <summary>Lines for those who close the induction by hand.</summary>
    private static IEnumerable<FlowBlock> ComposeSignOff(InductionRecord record)
    {
        yield return new Heading(3, "Induction completed") { BookmarkLevel = 2 };
        yield return new Grid(
            [new GridColumn("Who", 24), new GridColumn("Name", 32), new GridColumn("Signature", 40), new GridColumn("Date", 23)],
            [.. SignOffs.Select((who, i) => (IReadOnlyList<GridCell>)[who, i == 0 ? record.PersonName : Empty, Empty, Empty])]
        )
        {
            Style = Typography.SmallCell,
            RowPadding = (SignOffHeight - Typography.SmallCell.LineHeight) / 2,
            HasColumnLines = true,
            StaysTogether = true,
            SpaceAfter = 6,
        };
    }
}
