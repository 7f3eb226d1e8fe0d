using System.Globalization;
using System.Net;
using System.Text;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>What leads through a pack: a page for people, a list for spreadsheets, and how to check it with nothing of ours.</summary>
internal static class EvidencePackIndex
{
    private const string Style =
        "body{font:1.0625rem/1.6 'Source Sans 3',system-ui,sans-serif;color:#1a211d;background:#fbfaf6;max-width:70rem;margin:2rem auto;padding:0 1rem}"
        + "h1,h2,h3{line-height:1.25}a{color:#17563b}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4rem "
        + ".75rem .4rem 0;border-bottom:1px solid #d9ddd6}"
        + "code{overflow-wrap:anywhere}.quiet{color:#4c5850}.wide{overflow-x:auto}";

    private const string OfTheWholeSchool =
        "<li><a href=\"matrix.pdf\">The matrix</a>: everyone against every policy, to start with.</li>\n"
        + "<li><a href=\"register.pdf\">The register</a>: who had to sign what, and how that stood. "
        + "<a href=\"register.xlsx\">The same as a workbook</a>.</li>\n"
        + "<li><a href=\"gaps.csv\">What is missing</a>: signatures that are overdue, those that are due, and policies past their review.</li>\n"
        + "<li><a href=\"governors-report.pdf\">The governors’ report</a> of that day: figures without names.</li>";

    public static Sheet Sheet(EvidencePackPlan plan) =>
        new(
            "Signatures",
            [
                new("Name", 28),
                new("Role", 28),
                new("Policy", 36),
                new("Version"),
                new("Signed", 26),
                new("How"),
                new("Standing", 22),
                new("Evidence entry"),
                new("Entry hash", 68),
                new("Code", 26),
                new("File", 60),
            ],
            plan.Signatures.Select(signature =>
                (IReadOnlyList<SheetCell>)
                    [
                        SheetCell.From(signature.PersonName),
                        SheetCell.From(signature.JobTitle),
                        SheetCell.From(signature.PolicyTitle),
                        SheetCell.From(signature.Number),
                        SheetCell.From(signature.SignedAt),
                        SheetCell.From(signature.IsOnPaper ? "on paper" : "on screen"),
                        SheetCell.From(Standing(signature)),
                        SheetCell.From(signature.EvidenceNumber),
                        SheetCell.From(signature.EvidenceHash),
                        SheetCell.From(PaperCode.From(signature.EvidenceNumber, signature.EvidenceHash).ToString()),
                        SheetCell.From(signature.IsDeleted ? null : signature.File),
                    ]
            )
        );

    /// <summary>What is not there: overdue first, then what is due, then policies whose review is overdue.</summary>
    public static Sheet Gaps(Register register) =>
        new(
            "What is missing",
            [new("What", 28), new("Name", 28), new("Role", 28), new("Policy", 40), new("Due", 12)],
            register
                .Rows.Where(row => row is { HasLeft: false, Kind: StandingKind.Overdue or StandingKind.Due })
                .OrderBy(row => row.Kind is StandingKind.Due)
                .ThenBy(row => row.Due)
                .Select(row =>
                    (IReadOnlyList<SheetCell>)
                        [
                            SheetCell.From(row.Kind is StandingKind.Due ? "Signature due" : "Signature overdue"),
                            SheetCell.From(row.Name),
                            SheetCell.From(row.Role),
                            SheetCell.From(row.Policy),
                            SheetCell.From(row.Due),
                        ]
                )
                .Concat(
                    register.OverdueReviews.Select(review =>
                        (IReadOnlyList<SheetCell>)
                            [
                                SheetCell.From("Review overdue"),
                                SheetCell.From((string?)null),
                                SheetCell.From((string?)null),
                                SheetCell.From(review),
                                SheetCell.From((DateOnly?)null),
                            ]
                    )
                )
        );

    /// <summary>Every talk of the people whom a pack is about.</summary>
    public static Sheet Talks(IEnumerable<(string Person, InductionTalkLine Talk)> talks) =>
        new(
            "Talks",
            [
                new("Name", 28),
                new("Talk", 36),
                new("Held", 12),
                new("Topics", 60),
                new("Held by", 28),
                new("Recorded", 20),
                new("What the person says", 40),
                new("Evidence entry"),
            ],
            talks.Select(each =>
                (IReadOnlyList<SheetCell>)
                    [
                        SheetCell.From(each.Person),
                        SheetCell.From(each.Talk.Title),
                        SheetCell.From((DateOnly?)each.Talk.HeldOn),
                        SheetCell.From(string.Join("; ", each.Talk.Topics)),
                        SheetCell.From(each.Talk.BriefedBy),
                        SheetCell.From((DateTimeOffset?)each.Talk.BrieferAt),
                        SheetCell.From(each.Talk.PersonSays),
                        SheetCell.From((long?)each.Talk.Evidence),
                    ]
            )
        );

    public static string Html(EvidencePackPlan plan)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Evidence pack: {Text(
                plan.School
            )}</title><style>{Style}</style></head>
            <body>
            <main>
            <h1>Evidence pack of {Text(plan.School)}</h1>
            <p>{Text(plan.SelectionInWords)}. {Count(plan.Signatures.Count, "signature")}.</p>
            {(plan.IsDemonstration ? "<p><strong>Demonstration: the people are invented.</strong></p>" : "")}
            <p><strong>Confidential:</strong> it holds names. Keep it no longer than you need it.</p>
            <h2>What is in it</h2>
            <ul>
            {(plan.Selection.IsOfTheWholeSchool ? OfTheWholeSchool : "")}
            {(plan.Records.Count > 0 ? "<li><a href=\"talks.csv\">The induction talks</a>: who held them, when, and what each person says of it.</li>" : "")}
            <li><a href="signatures.csv">The list of signatures</a> for a spreadsheet; the same as below, with hashes.</li>
            <li><a href="how-to-check.txt">How to check all this</a> without asking the school.</li>
            <li><a href="SHA256SUMS.txt">The SHA-256 of every file</a>{(
                plan.IsSigned ? ", <a href=\"SHA256SUMS.txt.p7s\">the school’s signature of that list</a>" : ""
            )}, and <a href="school-seal.pem">the certificate of the school’s seal</a>.</li>
            </ul>
            <h2>Texts that were signed</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Policy</th><th scope="col">Version</th><th scope="col">Published</th>
            <th scope="col">As the school published it</th></tr></thead>
            <tbody>

            """
        );
        foreach (var text in plan.Texts)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td><a href=\"{Link(text.PdfPath)}\">{Text(text.Title)}</a><br>"
                    + $"<a class=\"quiet\" href=\"{Link(text.File)}\">the text that the hash is of</a></td>"
                    + $"<td>{text.Number}</td><td>{LondonTime.ToWords(text.PublishedOn)}</td>"
                    + $"<td>{Original(text)}</td></tr>\n"
            );
        }

        page.Append("</tbody></table></div>\n<h2>What the reading of these documents left out</h2>\n");
        foreach (var text in plan.Texts)
        {
            page.Append(Reading(text));
        }

        page.Append(
            """
            <h2>Signatures</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Name</th><th scope="col">Policy</th><th scope="col">Version</th>
            """
                + """
                <th scope="col">Signed</th><th scope="col">Standing</th><th scope="col">Evidence entry</th></tr></thead>
                <tbody>

                """
        );
        foreach (var signature in plan.Signatures)
        {
            var name = signature.IsDeleted ? Text(signature.PersonName) : $"<a href=\"{Link(signature.File)}\">{Text(signature.PersonName)}</a>";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{name}<br><span class=\"quiet\">{Text(signature.JobTitle)}</span></td><td>{Text(signature.PolicyTitle)}</td>"
                    + $"<td>{signature.Number}</td><td>{LondonTime.ToWords(signature.SignedAt)}{(signature.IsOnPaper ? ", on paper" : "")}</td>"
                    + $"<td>{Standing(signature)}</td><td>{signature.EvidenceNumber}</td></tr>\n"
            );
        }

        page.Append("</tbody></table></div>\n");
        if (plan.Records.Count > 0)
        {
            page.Append("<h2>Induction records</h2>\n<table>\n<thead><tr><th scope=\"col\">Name</th></tr></thead>\n<tbody>\n");
            foreach (var record in plan.Records)
            {
                page.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{Link(record.File)}\">{Text(record.PersonName)}</a></td></tr>\n");
            }

            page.Append("</tbody></table>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Each certificate with the id by which the evidence names its key, the one in use first.</summary>
    public static string Certificates(NamedKeys keys) =>
        string.Concat(
            keys.All.OrderByDescending(key => key == keys.Last)
                .Select(key => $"Key {SigningKey.IdOf(key.Certificate)}\n{key.Certificate.ExportCertificatePem()}\n")
        );

    public static string HowToCheck(EvidencePackPlan plan) =>
        $"""
            HOW TO CHECK THIS PACK
            {plan.School}. {plan.SelectionInWords}.

            Nothing here needs the school's program, an account or the internet.

            1. Is every file as it was packed?
               In the unpacked folder:  sha256sum --check SHA256SUMS.txt
               (Windows: Get-FileHash FILE, and compare with the line of that file.)
               And is the list the school's own?  This must say "Verification successful":
                 openssl cms -verify -binary -inform DER -in SHA256SUMS.txt.p7s -content SHA256SUMS.txt
                   -CAfile school-seal.pem -partial_chain -no_check_time -purpose any -out checked.txt
               (one line). Compare the certificates in school-seal.pem with a paper that you have: each prints
               the SHA-256 of the school's first key, which is that of the one named first in the evidence.

            2. Is a signed copy as the school gave it out?
               pdfsig "signed-copies/..."  must say "Signature is Valid" and "Total document signed".
               It also says that the issuer is unknown: the school vouches for its own key. Compare the
               certificate it shows with school-seal.pem, and ask the school for the SHA-256 of that
               certificate by a way you trust, such as the telephone number you already have.
               pdfdetach -saveall "signed-copies/..."  takes out attestation.json, which the evidence seals:
               sha256sum of it is the "Content of the entry, SHA-256" that the paper prints.

            3. Is a policy text the one that was signed?
               sha256sum of a text (.md) in "policies" is the "Text signed, SHA-256" on every certificate of
               that version, to the last digit. Next to a text lie the same words as a PDF to read, and the
               document that the text was read from, as the
               school published it; sha256sum of it is the "Original document" on the page of proof. What its
               reading left out, and who decided so, stands in index.html.

            4. Does the school still stand by it?
               Type the code of a certificate, or drop the file in, on the check page of the school's
               system: it says whether a signature was withdrawn or a later version published since.

            5. Is the entry of the evidence the school's own?
               The pages "How this copy proves itself" and "The whole record" of a signed copy hold what
               was signed. Write these seven lines into entry.txt, with no line end after the last:
                 stocksgreen-evidence/1
                 the number of the evidence entry
                 PolicySigned
                 the time of signing in UTC, as 2026-09-14T15:05:09.123Z
                 the number of the certificate (at the foot of each page)
                 the "Content of the entry, SHA-256"
                 the "Previous entry hash"
               sha256sum entry.txt  must give the "Entry hash". Put what follows the id of the key under
               "Key and signature of the system" into signature.txt, and then:
                 base64 -d signature.txt > signature.der
                 openssl x509 -in school-seal.pem -pubkey -noout > key.pem
                 openssl dgst -sha256 -verify key.pem -signature signature.der entry.txt
               must say "Verified OK". (Where school-seal.pem holds several certificates, take the one
               under the id that the record names.)

            What the seal means: the file is what the school's server gave out, unchanged. It is the
            school's seal on its copy. What the person gave is a simple electronic signature, with the
            evidence that the certificate prints. "Withdrawn" signatures are in the pack because they
            were given; they do not count. "Deleted in time" means that the facts were deleted when
            their time was over, as the school's rules say; the evidence entry is still in the chain.

            """;

    private static string Original(PackedText text) =>
        (
            text.Original is { } original
                ? $"<a href=\"{Link(text.OriginalPath!)}\">{Text(text.SourceName)}</a> ({Text(original.MediaType)}, "
                    + string.Create(CultureInfo.InvariantCulture, $"{original.Bytes:N0} bytes)<br><code class=\"quiet\">SHA-256 {original.Sha256}</code>")
                : "not recorded"
        ) + (text.Extract is { } extract ? $"<br>Of it the policy is {Text(extract)}." : "");

    /// <summary>Who decided what about the words that a document has and its policy has not, or that look as if someone was to fill them in.</summary>
    private static string Reading(PackedText text)
    {
        var lines = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"<h3>{Text(text.Title)}, version {text.Number}</h3>\n");
        if (text.Fidelity is not { } fidelity)
        {
            return lines.Append("<p>Not recorded: there was nothing to decide, or no document.</p>\n").ToString();
        }

        lines.Append(CultureInfo.InvariantCulture, $"<p>{Text(fidelity.CountInWords())}.</p>\n");
        if (fidelity.Decided.Count == 0)
        {
            return lines.Append("<p>Nothing that someone had to decide.</p>\n").ToString();
        }

        lines.Append("<ul>\n");
        foreach (var point in fidelity.Decided)
        {
            var words = point.Text is { } said ? $"“{Text(said)}”" : $"words with the SHA-256 <code>{Text(point.TextHash ?? "not recorded")}</code>";
            lines.Append(CultureInfo.InvariantCulture, $"<li>{Text(point.ToWords())}<br>{words}</li>\n");
        }

        return lines.Append("</ul>\n").ToString();
    }

    private static string Standing(PackedSignature signature) =>
        signature.IsDeleted ? "deleted in time"
        : signature.IsWithdrawn ? "withdrawn"
        : "stands";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}s");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Link(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
