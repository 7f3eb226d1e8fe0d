using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Time;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>What a person keeps: the certificate, the full text as signed, and a page on what the copy proves, in one file with bookmarks.</summary>
public static class SignedCopyDocument
{
    private const string TimesDeleted = "deleted 30 days after signing";

    /// <summary>Makes the file.</summary>
    /// <param name="certificate">The stored record.</param>
    /// <param name="text">The version that was signed, not the one in force today; what the signer was shown of it.</param>
    /// <param name="producedAt">Stands in the file's metadata only; the same record, text and time give the same bytes.</param>
    /// <param name="pictureOf">
    /// The bytes of a picture of the text by its SHA-256, null where they are not to be had; left out, descriptions stand in their places.
    /// </param>
    /// <returns>PDF/UA-1 and PDF/A-3a with what was sealed inside it, A4 upright.</returns>
    public static byte[] Create(Certificate certificate, PolicyContent text, DateTimeOffset producedAt, Func<string, ReadOnlyMemory<byte>?>? pictureOf = null)
    {
        var metadata = new PdfMetadata(
            $"{certificate.PolicyTitle}: copy signed by {certificate.PersonName}",
            certificate.School,
            $"Certificate and text of the {certificate.PolicyTitle}, version {certificate.VersionLabel}",
            producedAt
        )
        {
            Identifier = certificate.CheckCode.ToString(),
            HasSignatureField = true,
            Attachment = certificate.Sealed?.Attach(),
        };
        var document = new FlowDocument(metadata, PageSetup.Portrait)
        {
            Header = $"{certificate.School}  ·  {certificate.PolicyTitle}  ·  copy signed by {certificate.PersonName}",
            Footer = CertificateFront.Footer(certificate),
        };
        document.AddRange(CertificateFront.Compose(certificate));
        document.AddRange(ComposePolicy(certificate, text, pictureOf));
        document.AddRange(ComposeProof(certificate));
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposePolicy(Certificate certificate, PolicyContent text, Func<string, ReadOnlyMemory<byte>?>? pictureOf) =>
        [
            new PageBreak(),
            new Heading(1, text.Title),
            new TextBlock(
                Typography.Note,
                $"{WhatItHolds(certificate)}: version {certificate.VersionLabel}, published {LondonTime.ToWords(certificate.PublishedOn)}."
                    + (certificate.IsOfChangesOnly && certificate.Scope is { } scope ? $" Read and signed: {char.ToLowerInvariant(scope[0])}{scope[1..]}." : "")
                    + (certificate.Pages is { } pages ? $" {pages}" : "")
            ),
            .. PolicyPages.Compose(text, pictureOf),
        ];

    private static IEnumerable<FlowBlock> ComposeProof(Certificate certificate) =>
        [
            new PageBreak(),
            new Heading(1, "How this copy proves itself") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Body,
                "The school’s system wrote one entry into its evidence log when this policy was signed. The figures below are that entry’s. "
                    + "Anyone who holds this copy can ask the school to show the entry and compare."
            ),
            SharedText.Details(
                Typography.SmallCell,
                ("Evidence entry", Invariant($"No. {certificate.EvidenceNumber}")),
                ("Code for the check page", certificate.CheckCode.ToString()),
                ("Content of the entry, SHA-256", SharedText.OrNotRecorded(certificate.PayloadHash)),
                ("Entry hash", SharedText.OrNotRecorded(certificate.EvidenceHash)),
                ("Previous entry hash", SharedText.OrNotRecorded(certificate.PreviousHash)),
                ("Text signed, SHA-256", SharedText.OrNotRecorded(certificate.TextHash)),
                ("School’s first key, certificate SHA-256", SharedText.OrNotRecorded(certificate.FirstKey)),
                ("Content of the entry", ContentOf(certificate.Sealed))
            ),
            new Heading(2, "What it proves"),
            Plain(
                "Each entry’s hash is made from its content and the hash of the entry before it. To change this entry later without being noticed, "
                    + "someone would have to remake every entry that followed and every copy of their hashes. Where the record below holds a key and a "
                    + "signature, they would need the school’s key too, which is kept apart from the records.",
                certificate.IsSelection
                    ? "The hash is of the whole text, of which this copy holds what the signer was shown: one changed letter gives another hash."
                    : "The hash of the text shows which words were signed: one changed letter gives another hash.",
                "The signature is a simple electronic signature, well evidenced: the entry holds how identity was shown, what was confirmed and "
                    + "when, what was stated word for word, and the name as it was typed.",
                "The seal of this file is the school’s own: where it holds, every byte is as the school gave it out. The check page, and any program "
                    + "that verifies PDF signatures, says whether it does."
            ),
            new Heading(2, "What it does not prove"),
            Plain(
                "It is not an advanced or a qualified electronic signature: no certificate authority has vouched for the person.",
                "The seal is the school’s, on its own copy, and not the signer’s. A reader may call its validity unknown, because only the school "
                    + "vouches for its key.",
                "It cannot show who sat at the keyboard, only how identity was shown at sign-in.",
                "A confirmation says that the person stated they had read a part, not how closely they read it.",
                certificate.IsTimeStamped
                    ? "The times are those of the school’s server. An outside service stamped the seal of this file with the time: it shows by when the "
                        + "file was there, not when it was signed."
                    : "The times are those of the school’s server; no outside clock has confirmed them."
            ),
            .. ComposeLedger(certificate),
            .. ComposeRecord("The whole record", certificate.Record),
            .. ComposeRecord("What has come of it since", certificate.Afterwards),
        ];

    private static string ContentOf(SealedData? data) =>
        data switch
        {
            null => SharedText.NotRecorded,
            { IsWhole: true } => "attached to this file as attestation.json; its SHA-256 is the one above",
            _ => "attached to this file without what was declared, so that its SHA-256 is not the one above",
        };

    private static IEnumerable<FlowBlock> ComposeRecord(string heading, IReadOnlyList<RecordLine> lines)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, heading);
        yield return new Grid(
            [new GridColumn("About", 15), new GridColumn("Field", 25), new GridColumn("As recorded", 60)],
            [.. lines.SelectMany(line => line.Printed()).Select(line => (IReadOnlyList<GridCell>)[line.Group, line.Name, SharedText.OrNotRecorded(line.Value)])]
        )
        {
            Style = Typography.SmallCell,
        };
    }

    private static string WhatItHolds(Certificate certificate) =>
        certificate switch
        {
            { IsSelection: true } => "The parts of the text that the signer was shown",
            { IsOfChangesOnly: true } => "The full text",
            _ => "The full text as signed",
        };

    private static IEnumerable<FlowBlock> ComposeLedger(Certificate certificate)
    {
        var sections = certificate.Sections;
        yield return new Heading(2, "Section by section");
        if (sections.Count == 0)
        {
            yield return new TextBlock(
                Typography.Body,
                certificate.IsOfChangesOnly
                    ? "Nothing was left to confirm: what had changed was taken out."
                    : "The reading of single sections was " + SharedText.NotRecorded + "."
            );
            yield break;
        }

        yield return new Grid(
            [
                new GridColumn("Section", 21),
                new GridColumn("First shown", 15),
                new GridColumn("End reached", 15),
                new GridColumn("Confirmed", 15),
                new GridColumn("SHA-256 of the section", 34),
            ],
            [
                .. sections.Select(section =>
                    (IReadOnlyList<GridCell>)
                        [
                            section.Heading,
                            section.AreTimesDeleted ? TimesDeleted : SharedText.OrNotRecorded(section.ShownAt),
                            section.AreTimesDeleted ? TimesDeleted : SharedText.OrNotRecorded(section.EndReachedAt),
                            SharedText.OrNotRecorded(section.ConfirmedAt),
                            SharedText.OrNotRecorded(section.TextHash),
                        ]
                ),
            ]
        )
        {
            Style = Typography.SmallCell,
        };
    }

    private static Bullets Plain(params IEnumerable<string> sentences) => new([.. sentences.Select(sentence => new BulletEntry([new Run(sentence)], []))]);
}
