using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The induction of one person on the school's paper: policies, talks, and what is still open.</summary>
public static class InductionRecordDocument
{
    private const string Confidential = "Confidential: contains names";

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
            new Rule(8),
            .. SharedText.DemonstrationNotice(record.IsDemonstration),
            new Heading(1, $"Induction of {record.PersonName}") { BookmarkLevel = 1 },
            new TextBlock(Typography.Lead with { Colour = Typography.Quiet, SpaceAfter = 8 }, asAt),
            SharedText.Details(
                Typography.Cell,
                ("Role", SharedText.OrNotRecorded(record.JobTitle)),
                ("Group", SharedText.OrNotRecorded(record.Audience)),
                ("In post", $"from {LondonTime.ToWords(record.StartsOn)}{(record.EndsOn is { } last ? $" to {LondonTime.ToWords(last)}" : "")}"),
                ("Induction pack", record.Pack ?? "none")
            ),
            .. ComposePolicies(record.Policies),
            .. ComposeTalks(record.Talks),
            .. ComposeOpen(record.OpenTalks),
            .. SharedText.EvidenceWarnings(record.EvidenceWarnings),
            new TextBlock(
                Typography.Note,
                $"Evidence head at the end of that day: {SharedText.OrNotRecorded(record.EvidenceHeadHash)}. What a person declares stands in the "
                    + $"restricted register and not here. {SharedText.SealNote}"
            ),
        ]);
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposePolicies(IReadOnlyList<InductionPolicyLine> policies)
    {
        yield return new Heading(2, "Policies") { BookmarkLevel = 2 };
        if (policies.Count == 0)
        {
            yield return new TextBlock(Typography.Body, "No policy asks for this person’s signature.");
            yield break;
        }

        yield return new Grid(
            [
                new GridColumn("Policy", 34),
                new GridColumn("Version", 15),
                new GridColumn("Standing", 18),
                new GridColumn("Signed, or due", 28),
                new GridColumn("Check code", 24),
            ],
            [
                .. policies.Select(line =>
                    (IReadOnlyList<GridCell>)
                        [
                            line.Title,
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
        };
    }

    private static IEnumerable<FlowBlock> ComposeTalks(IReadOnlyList<InductionTalkLine> talks)
    {
        yield return new Heading(2, "Briefings held") { BookmarkLevel = 2 };
        if (talks.Count == 0)
        {
            yield return new TextBlock(Typography.Body, "None is recorded.");
            yield break;
        }

        yield return new Grid(
            [
                new GridColumn("Briefing", 24),
                new GridColumn("Held", 15),
                new GridColumn("Topics", 32),
                new GridColumn("Briefer", 24),
                new GridColumn("The person", 24),
            ],
            [
                .. talks.Select(talk =>
                    (IReadOnlyList<GridCell>)
                        [
                            Invariant($"{talk.Title} (entry {talk.Evidence})"),
                            LondonTime.ToWords(talk.HeldOn),
                            string.Join("; ", talk.Topics),
                            $"{talk.BriefedBy}, confirmed {LondonTime.ToWords(talk.BrieferAt)}",
                            talk.PersonSays,
                        ]
                ),
            ]
        )
        {
            Style = Typography.SmallCell,
        };
    }

    private static IEnumerable<FlowBlock> ComposeOpen(IReadOnlyList<string> open)
    {
        yield return new Heading(2, "Briefings still open") { BookmarkLevel = 2 };
        yield return open.Count == 0 ? new TextBlock(Typography.Body, "None.") : new Bullets([.. open.Select(line => new BulletEntry([new Run(line)], []))]);
    }
}
