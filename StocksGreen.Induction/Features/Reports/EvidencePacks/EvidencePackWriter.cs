using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports.Signing;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>
/// Writes a pack file by file into a stream, so that it needs the memory of one document however many there are. Nothing lies on the disk in
/// between: what breaks off leaves an archive without its table of contents, which no program opens as whole.
/// </summary>
public sealed class EvidencePackWriter(
    SignedCopyQuery copies,
    RegisterQuery registers,
    GovernorsReportQuery governors,
    InductionRecordQuery records,
    SignPdf seal,
    SigningKeyStore keys,
    IDbContextFactory<InductionDb> factory
)
{
    /// <param name="target">Need not be able to seek; stays open.</param>
    /// <param name="report">Told after each file.</param>
    public async Task ExecuteAsync(Actor actor, EvidencePackPlan plan, Stream target, Action<EvidencePackProgress> report, CancellationToken cancellationToken)
    {
        var hashes = new StringBuilder();
        var (done, bytes) = (0, 0L);
        using var pending = new PendingBytes();
        // Closed at the end and nowhere else: closing writes the table of contents, and a pack that broke off must not have one.
        var archive = new ZipArchive(pending, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        report(new EvidencePackProgress(done, plan.Files, bytes));

        await AddAsync("index.html", Encoding.UTF8.GetBytes(EvidencePackIndex.Html(plan)));
        await AddAsync("how-to-check.txt", Encoding.UTF8.GetBytes(EvidencePackIndex.HowToCheck(plan)));
        await AddAsync("signatures.csv", CsvDocument.Create(EvidencePackIndex.Sheet(plan)));
        await AddAsync("school-seal.pem", Encoding.ASCII.GetBytes(EvidencePackIndex.Certificates(await KeysAsync(cancellationToken))));
        if (plan.Selection.IsOfTheWholeSchool)
        {
            var register = Found(await registers.ExecuteAsync(actor, plan.Selection.AsAt, cancellationToken), "The register");
            await AddSealedAsync("matrix.pdf", RegisterDocument.CreateMatrix(register));
            await AddSealedAsync("register.pdf", RegisterDocument.Create(register));
            await AddAsync("register.xlsx", XlsxDocument.Create(RegisterMatrixSheet.From(register), RegisterSheet.From(register)));
            await AddAsync("gaps.csv", CsvDocument.Create(EvidencePackIndex.Gaps(register)));
            var figures = Found(await governors.ExecuteAsync(actor, plan.Selection.AsAt, cancellationToken), "The governors’ report");
            await AddSealedAsync("governors-report.pdf", GovernorsReportDocument.Create(figures));
        }

        foreach (var text in plan.Texts)
        {
            var (markdown, pages) = await TextAsync(text.Version, plan.School, cancellationToken);
            await AddAsync(text.File, markdown);
            await AddSealedAsync(text.PdfPath, pages);
            if (text.OriginalPath is { } path)
            {
                await AddAsync(path, await OriginalAsync(text.Original!, cancellationToken));
            }
        }

        var talks = new List<(string, InductionTalkLine)>();
        foreach (var packed in plan.Records)
        {
            var record = Found(await records.ExecuteAsync(actor, packed.Id, plan.Selection.AsAt, cancellationToken), "An induction record");
            talks.AddRange(record.Talks.Select(talk => (record.PersonName, talk)));
            await AddSealedAsync(packed.File, InductionRecordDocument.Create(record));
        }

        if (plan.Records.Count > 0)
        {
            await AddAsync("talks.csv", CsvDocument.Create(EvidencePackIndex.Talks(talks)));
        }

        foreach (var signature in plan.Signatures.Where(signature => !signature.IsDeleted))
        {
            var (_, copy, _) = Found(await copies.ExecuteAsync(actor, signature.Id, cancellationToken), "A signature");
            await AddAsync(signature.File, copy);
        }

        var list = Encoding.UTF8.GetBytes(hashes.ToString());
        await AddAsync("SHA256SUMS.txt", list);
        if (plan.IsSigned)
        {
            var key = keys.Current() ?? throw new OperatorException("The school’s key could not be read any more while the pack was made.");
            await AddAsync("SHA256SUMS.txt.p7s", PdfSigner.SignDetached(list, key.Certificate, key.Issuers).Encode());
        }

        archive.Dispose();
        await pending.SendAsync(target, cancellationToken);

        async Task AddSealedAsync(string name, byte[] pdf) => await AddAsync(name, await seal.ExecuteAsync(pdf, plan.School, cancellationToken));

        async Task AddAsync(string name, byte[] content)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = new DateTimeOffset(plan.Selection.AsAt, TimeOnly.MinValue, TimeSpan.Zero);
            using (var stream = entry.Open())
            {
                stream.Write(content);
            }

            await pending.SendAsync(target, cancellationToken);

            hashes.Append(Convert.ToHexStringLower(SHA256.HashData(content))).Append("  ").Append(name).Append('\n');
            bytes += content.Length;
            report(new EvidencePackProgress(++done, plan.Files, bytes));
        }
    }

    private async Task<NamedKeys> KeysAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await NamedKeys.ReadAsync(db, cancellationToken);
    }

    private async Task<byte[]> OriginalAsync(OriginalFile original, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return (await db.PolicyFiles.AsNoTracking().SingleAsync(file => file.Sha256 == original.Sha256, cancellationToken)).Content;
    }

    private async Task<(byte[] Markdown, byte[] Pages)> TextAsync(VersionId id, string school, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var version = (await db.ReadVersionsAsync(cancellationToken)).Single(version => version.Id == id);
        var pictures = await db.ReadPicturesAsync(version.Text, cancellationToken);
        var standing = $"{version.Label}, published {LondonTime.ToWords(version.PublishedOn)}";
        var paper = new PolicyPaper(version.Text, school, standing, version.TextHash, version.PublishedAt, pictures.Find) { IsSealed = true };
        return (Encoding.UTF8.GetBytes(PolicyMarkdown.Whole(version.Text)), PolicyDocument.Create(paper));
    }

    private static T Found<T>(T? found, string what)
        where T : class => found ?? throw Missing(what);

    private static T Found<T>(T? found, string what)
        where T : struct => found ?? throw Missing(what);

    private static InvalidOperationException Missing(string what) => new($"{what} went missing while the pack was made.");
}
