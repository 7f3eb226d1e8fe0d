using StocksGreen.Induction.Documents.Typesetting;
using StocksGreen.Induction.Domain.Dates;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents;

/// <summary>The certificate as blocks, for a file of its own and for the first page of the signed copy. One page for ordinary data; flows on otherwise.</summary>
internal static class CertificatePage
{
    private const int LongestNameInLargeType = 34; // letters that fit on one line

    // More would push the seal off the page; the signed copy lists every part.
    private const int MostLettersOfHeadings = 40;

    public static string Footer(Certificate certificate) =>
        (certificate.IsDemonstration ? "Demonstration · " : "") + Invariant($"Certificate {certificate.AttestationId}");

    public static IEnumerable<FlowBlock> Compose(Certificate certificate) =>
    [
        SchoolEmblem.Letterhead(certificate.School, "Record of reading and signing"),
        new Rule(8),
        .. Wording.DemonstrationNotice(certificate.IsDemonstration),
        new Heading(1, "Certificate of reading and signing") { BookmarkLevel = 1, BookmarkText = "Certificate" },
        .. ComposePerson(certificate),
        .. ComposeStatements(certificate),
        ComposeDetails(certificate),
        .. ComposeSeal(certificate),
    ];

    private static IEnumerable<FlowBlock> ComposePerson(Certificate certificate)
    {
        yield return new TextBlock(Typography.Body with { Colour = Typography.Quiet, SpaceAfter = 0 }, "This records that");
        yield return new TextBlock(certificate.PersonName.Length <= LongestNameInLargeType ? Typography.PersonName : Typography.LongPersonName, Wording.OrNotRecorded(certificate.PersonName));
        yield return new TextBlock(
            Typography.Body with { Colour = Typography.Quiet, SpaceAfter = 4 },
            string.IsNullOrWhiteSpace(certificate.JobTitle) ? "job title " + Wording.NotRecorded : certificate.JobTitle);
        yield return new TextBlock(
            Typography.Lead,
            [
                new Run(certificate.IsOfChangesOnly ? "signed what changed in the " : "signed the "),
                new Run(certificate.PolicyTitle) { IsBold = true },
                new Run($", version {certificate.VersionLabel}, published {LondonTime.ToWords(certificate.PublishedOn)}, on "),
                new Run(LondonTime.ToWordsWithUtc(certificate.SignedAt)) { IsBold = true, StaysTogether = true },
                new Run("."),
            ]);
        yield return new TextBlock(certificate.IsReviewOverdue ? Typography.Warning : Typography.Body, "The policy on that day: " + EndSentence(certificate.ReviewLine));
    }

    private static IEnumerable<FlowBlock> ComposeStatements(Certificate certificate)
    {
        yield return new Panels(
        [
            [
                new TextBlock(Typography.PanelLabel with { SpaceAfter = 3 }, certificate.OnPaper is not null ? "In these words, on paper" : certificate.UnderstoodStatement.Length == 0 ? "In these words, ticked" : "In these words, each ticked by itself"),
                new TextBlock(Typography.Statement, "✓ " + Wording.OrNotRecorded(certificate.ReadStatement)),
                .. certificate.UnderstoodStatement.Length == 0 ? Array.Empty<TextBlock>() : [new TextBlock(Typography.Statement, "✓ " + certificate.UnderstoodStatement)],
            ],
        ]);
    }

    private static Grid ComposeDetails(Certificate certificate) => Wording.Details(
        Typography.Cell,
        [
        .. certificate.OnPaper is { } paper ? new (string, GridCell)[] { ("On paper", paper) } : [],
        .. certificate.Corrections.Select(correction => ("Corrected", new GridCell([new Run(correction)]) { IsWarning = true })),
        .. certificate.Scope is { } scope ? new (string, GridCell)[] { ("Read and signed", scope) } : [],
        ("Name as typed", Wording.OrNotRecorded(certificate.TypedName)),
        ("Agreed to", Wording.OrNotRecorded(certificate.Consent)),
        ("Identity shown by", Wording.OrNotRecorded(certificate.IdentityProof)),
        ("Required as", Wording.OrNotRecorded(certificate.Audience)),
        ("Work e-mail", Wording.OrNotRecorded(certificate.Email)),
        ("Reading", SummariseReading(certificate)),
        ("DSL on the day", Wording.OrNotRecorded(certificate.Dsl)),
        ("Named governor", Wording.OrNotRecorded(certificate.Governor)),
        ]);

    private static IEnumerable<FlowBlock> ComposeSeal(Certificate certificate)
    {
        yield return Wording.Details(
            Typography.SmallCell with { Colour = Typography.Quiet },
            ("Text signed, SHA-256", Wording.OrNotRecorded(certificate.TextHash)),
            ("Evidence entry", Invariant($"No. {certificate.EvidenceNumber}, sealed by {certificate.SoftwareVersion ?? Wording.NotRecorded}")),
            ("Entry hash", Wording.OrNotRecorded(certificate.EvidenceHash)),
            ("Previous entry hash", Wording.OrNotRecorded(certificate.PreviousHash))) with { SpaceAfter = 3, StaysTogether = true };
        yield return new TextBlock(Typography.Note, "A simple electronic signature with its evidence. Times are those of the school’s server, in Europe/London.");
    }

    private static GridCell SummariseReading(Certificate certificate)
    {
        var sections = certificate.Sections;
        if (sections.Count == 0)
        {
            return certificate.IsOfChangesOnly ? "Nothing was left to confirm: what had changed was taken out" : Wording.NotRecorded;
        }

        var confirmed = sections.Where(section => section.ConfirmedAt is not null).Select(section => section.ConfirmedAt!.Value).ToList();
        var count = $"{Wording.Part(confirmed.Count, sections.Count)} {(sections.Count == 1 ? "part" : "parts")} confirmed{(certificate.IsOfChangesOnly ? Headings(sections) : "")}";
        return confirmed.Count == 0
            ? count
            : new GridCell(
            [
                new Run($"{count}, "),
                .. confirmed.Count == 1
                    ? (Run[])[new Run($"at {LondonTime.ToWords(confirmed[0])}") { StaysTogether = true }]
                    :
                    [
                        new Run($"first at {LondonTime.ToWords(confirmed.Min())},") { StaysTogether = true },
                        new Run(" "),
                        new Run($"last at {LondonTime.ToWords(confirmed.Max())}") { StaysTogether = true },
                    ],
            ]);
    }

    /// <summary>" (4.1 Reputation)"; empty where there is no room for all of them.</summary>
    private static string Headings(IReadOnlyList<CertifiedSection> sections) =>
        string.Join("; ", sections.Select(section => section.Heading)) is { Length: <= MostLettersOfHeadings } headings ? $" ({headings})" : "";

    private static string EndSentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
}
