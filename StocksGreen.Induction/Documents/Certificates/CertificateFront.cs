using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>
/// The certificate as blocks, for a file of its own and for the first page of the signed copy. One page for ordinary data; flows on otherwise.
/// </summary>
internal static class CertificateFront
{
    private const int LongestNameInLargeType = 34; // letters that fit on one line
    private const int LongestNameInSmallerType = 80; // on two

    // More would push the hashes off the page; the signed copy lists every part.
    private const int MostLettersOfHeadings = 40;

    private const double CodeSize = 82; // points; 2 for each module of an ordinary address

    public static string Footer(Certificate certificate) =>
        (certificate.IsDemonstration ? "Demonstration · " : "") + Invariant($"Certificate {certificate.AttestationId}");

    public static IEnumerable<FlowBlock> Compose(Certificate certificate) =>
        [
            SchoolEmblem.Letterhead(
                certificate.School,
                certificate.Crest,
                certificate.OnPaper is null ? "Record of reading and signing" : "Record of a signature on paper"
            ),
            new Rule(6),
            // One line and no box, so that what proves it stands on the same page.
            .. certificate.IsDemonstration ? [new TextBlock(Typography.Notice, SharedText.Demonstration)] : Array.Empty<FlowBlock>(),
            new Heading(1, certificate.OnPaper is null ? "Certificate of reading and signing" : "Certificate of a signature on paper")
            {
                BookmarkLevel = 1,
                BookmarkText = "Certificate",
            },
            .. ComposeWarnings(certificate),
            .. ComposePerson(certificate),
            ComposeStatements(certificate),
            .. CertificateSignature.Compose(certificate),
            .. ComposePolicy(certificate),
            ComposeDetails(certificate),
            .. ComposeProof(certificate),
        ];

    private static IEnumerable<FlowBlock> ComposeWarnings(Certificate certificate)
    {
        IEnumerable<TextBlock> said =
        [
            .. certificate.Withdrawal is { } withdrawal ? Said("Withdrawn: this signature does not count any more", [withdrawal]) : [],
            .. certificate.Corrections.Count > 0 ? Said("Corrected", certificate.Corrections) : [],
            .. certificate.Warnings.Count > 0 ? Said("Know this of the record", certificate.Warnings) : [],
        ];
        if (said.Any())
        {
            yield return new Panels([
                [.. said],
            ])
            {
                Fill = Typography.RedTint,
                Padding = 8,
            };
        }

        static IEnumerable<TextBlock> Said(string label, IReadOnlyList<string> sentences) =>
            sentences
                .Select(sentence => new TextBlock(Typography.Cell with { SpaceAfter = 2 }, sentence))
                .Prepend(new TextBlock(Typography.PanelLabel with { Colour = Typography.Red }, label));
    }

    private static IEnumerable<FlowBlock> ComposePerson(Certificate certificate)
    {
        yield return new TextBlock(Typography.Body with { Colour = Typography.Quiet, SpaceAfter = 0 }, "This records that");
        // In whatever letters they are, both stand under the words that lead to them.
        yield return new TextBlock(
            NameStyle(certificate.PersonName.Length) with
            {
                Alignment = TextAlignment.Left,
            },
            SharedText.OrNotRecorded(certificate.PersonName)
        );
        yield return new TextBlock(
            Typography.Body with
            {
                Colour = Typography.Quiet,
                SpaceAfter = 3,
                Alignment = TextAlignment.Left,
            },
            string.IsNullOrWhiteSpace(certificate.JobTitle) ? "job title " + SharedText.NotRecorded : certificate.JobTitle
        );
        yield return new TextBlock(
            Typography.Lead with
            {
                SpaceAfter = 4,
            },
            [
                new Run(certificate.IsOfChangesOnly ? "signed what changed in the " : "signed the "),
                new Run(certificate.PolicyTitle) { IsBold = true },
                new Run($", version {certificate.VersionLabel}, "),
                .. certificate.OnPaper is null
                    ? (Run[])[new Run("on "), new Run(LondonTime.ToWordsWithUtc(certificate.SignedAt)) { IsBold = true, StaysTogether = true }]
                    :
                    [
                        new Run("on paper") { IsBold = true },
                        new Run(", dated "),
                        new Run(certificate.DatedOnPaper is { } day ? LondonTime.ToWords(day) : SharedText.NotRecorded) { IsBold = true, StaysTogether = true },
                        new Run($" and entered on {LondonTime.ToWordsWithUtc(certificate.SignedAt)}"),
                    ],
                new Run("."),
            ]
        );
    }

    /// <summary>How the policy stood on that day, and whether another version has followed.</summary>
    private static IEnumerable<FlowBlock> ComposePolicy(Certificate certificate)
    {
        yield return new TextBlock(
            (certificate.IsReviewOverdue ? Typography.Warning : Typography.Body) with
            {
                SpaceAfter = 3,
            },
            $"The policy on that day: {SharedText.EndSentence(certificate.ReviewLine)}"
        );
        if (certificate.Pages is { } pages)
        {
            yield return new TextBlock(Typography.Body with { SpaceAfter = 3 }, pages);
        }

        if (certificate.Superseded is { } later)
        {
            yield return new TextBlock(
                Typography.Body with
                {
                    SpaceAfter = 3,
                },
                $"Since then: superseded by {later}. This signature stays valid for the text of version {certificate.VersionLabel}."
            );
        }
    }

    private static TextStyle NameStyle(int letters) =>
        letters switch
        {
            <= LongestNameInLargeType => Typography.PersonName,
            <= LongestNameInSmallerType => Typography.LongPersonName,
            _ => Typography.LongestPersonName,
        };

    private static Panels ComposeStatements(Certificate certificate) =>
        new([
            [
                new TextBlock(
                    Typography.PanelLabel with
                    {
                        SpaceAfter = 2,
                    },
                    certificate.OnPaper is not null ? "In these words, on paper"
                        : certificate.UnderstoodStatement.Length == 0 ? "In these words, ticked"
                        : "In these words, each ticked by itself"
                ),
                new TextBlock(Typography.Statement with { SpaceAfter = 3 }, "✓ " + SharedText.OrNotRecorded(certificate.ReadStatement)),
                .. certificate.UnderstoodStatement.Length == 0
                    ? Array.Empty<TextBlock>()
                    : [new TextBlock(Typography.Statement, "✓ " + certificate.UnderstoodStatement)],
            ],
        ])
        {
            Padding = 8,
        };

    private static Grid ComposeDetails(Certificate certificate) =>
        SharedText.Details(
            Typography.Cell with
            {
                LineHeight = 12.5,
            },
            [
                // The policy,
                ("In force from", InForce(certificate)),
                .. certificate.Approval is { } approval ? new (string, GridCell)[] { ("Approval", approval) } : [],
                .. certificate.Extract is { } extract ? new (string, GridCell)[] { ("Read", extract) } : [],
                .. certificate.Scope is { } scope ? new (string, GridCell)[] { ("Read and signed", scope) } : [],
                // how it was read,
                ("Reading", SummariseReading(certificate)),
                ("Questions on the text", SharedText.OrNotRecorded(certificate.Understanding)),
                // how it was signed,
                .. certificate.OnPaper is { } paper ? new (string, GridCell)[] { ("On paper", paper) } : [],
                ("Identity shown by", With(SharedText.OrNotRecorded(certificate.IdentityProof), "from ", certificate.Place)),
                ("Agreed to", SharedText.OrNotRecorded(certificate.Consent)),
                ("Declaration", SharedText.OrNotRecorded(certificate.Declaration)),
                // and who asked whom.
                (
                    "Required as",
                    With(
                        $"{SharedText.OrNotRecorded(certificate.Audience)}; work e-mail: {SharedText.OrNotRecorded(certificate.Email)}",
                        "asked ",
                        certificate.Path
                    )
                ),
                ("On the day", $"DSL: {SharedText.OrNotRecorded(certificate.Dsl)}; named governor: {SharedText.OrNotRecorded(certificate.Governor)}"),
            ]
        ) with
        {
            RowPadding = 2,
            SpaceAfter = 6,
        };

    private static string InForce(Certificate certificate) =>
        With(
            $"{LondonTime.ToWords(certificate.PublishedOn)}; next full review: {SharedText.OrNotRecorded(certificate.NextReview)}",
            "released by ",
            certificate.ReleasedBy
        );

    /// <summary>"…; from 192.0.2.7"; the words alone where there is no more to say.</summary>
    private static string With(string words, string before, string? more) => more is null ? words : $"{words}; {before}{more}";

    private static IEnumerable<FlowBlock> ComposeProof(Certificate certificate)
    {
        IReadOnlyList<TextBlock> proof =
        [
            new TextBlock(
                Typography.Cell with
                {
                    Face = FontFace.SemiBold,
                    Colour = Typography.Green,
                    SpaceAfter = 1,
                },
                $"Check this certificate: code {certificate.CheckCode}"
            ),
            new TextBlock(
                Typography.Fine with
                {
                    SpaceAfter = 2,
                },
                certificate.CheckAddress is { } page
                    ? [new Run(page) { Link = PdfLink.ToAddress(page, $"Check this certificate: {page}") }]
                    :
                    [
                        new Run(
                            "Type the code on the check page of the school’s system, or ask the school. Its address is not known here, so there is no QR code."
                        ),
                    ]
            ),
            new TextBlock(
                Typography.Fine,
                Invariant($"Evidence entry No. {certificate.EvidenceNumber}, written by {certificate.SoftwareVersion ?? SharedText.NotRecorded}")
            ),
            Hash("Text signed, SHA-256", certificate.TextHash),
            Hash("Entry hash", certificate.EvidenceHash),
            Hash("Entry before", certificate.PreviousHash),
            Hash("School’s first key", certificate.FirstKey),
            new TextBlock(
                Typography.Fine with
                {
                    SpaceBefore = 2,
                },
                "A simple electronic signature in a file sealed by the school: see the check page. Times: the school’s server, Europe/London"
                    + (certificate.IsTimeStamped ? "; an outside service stamped the seal with the time." : ".")
            ),
        ];
        yield return certificate.CheckAddress is { } address ? QrCode.Create(address, CodeSize) with { SideText = proof } : new Panels([proof]) { Padding = 8 };
    }

    private static TextBlock Hash(string name, string? hash) =>
        new(Typography.Fine, [new Run($"{name} "), new Run(SharedText.OrNotRecorded(hash)) { StaysTogether = true }]);

    private static GridCell SummariseReading(Certificate certificate)
    {
        var sections = certificate.Sections;
        if (sections.Count == 0)
        {
            return certificate.OnPaper is not null ? "On paper; nothing is claimed of single parts"
                : certificate.IsOfChangesOnly ? "Nothing was left to confirm: what had changed was taken out"
                : SharedText.NotRecorded;
        }

        var confirmed = sections.Where(section => section.ConfirmedAt is not null).Select(section => section.ConfirmedAt!.Value).ToList();
        var count =
            $"{SharedText.Part(confirmed.Count, sections.Count)} {(sections.Count == 1 ? "part" : "parts")} "
            + $"confirmed{(certificate.IsOfChangesOnly ? Headings(sections) : "")}";
        if (certificate.Pace is { } pace && !certificate.IsOfChangesOnly && confirmed.Count == sections.Count)
        {
            count = $"{SharedText.Part(confirmed.Count, sections.Count)} {(sections.Count == 1 ? "part" : "parts")} {pace}";
        }

        return confirmed.Count == 0
            ? count
            : new GridCell([
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
}
