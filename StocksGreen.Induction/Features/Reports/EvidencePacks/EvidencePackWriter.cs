using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Features.Reports.Signing;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>
/// Writes a pack file by file into a stream, so that it needs the memory of one document however many there are. Nothing lies on the disk in
/// between: what breaks off leaves an archive without its table of contents, which no program opens as whole.
/// </summary>
public sealed class EvidencePackWriter(
    SignedCopyQuery copies,
    RegisterQuery registers,
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
            var register =
                await registers.ExecuteAsync(actor, plan.Selection.AsAt, cancellationToken)
                ?? throw new InvalidOperationException("The register went missing while the pack was made.");
            await AddAsync("register.pdf", await seal.ExecuteAsync(RegisterDocument.Create(register), plan.School, cancellationToken));
        }

        foreach (var text in plan.Texts)
        {
            await AddAsync(text.File, Encoding.UTF8.GetBytes(PolicyMarkdown.Whole(await TextAsync(text.Version, cancellationToken))));
            if (text.OriginalPath is { } path)
            {
                await AddAsync(path, await OriginalAsync(text.Original!, cancellationToken));
            }
        }

        foreach (var signature in plan.Signatures.Where(signature => !signature.IsDeleted))
        {
            var (_, copy) =
                await copies.ExecuteAsync(actor, signature.Id, cancellationToken)
                ?? throw new InvalidOperationException("A signature went missing while the pack was made.");
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

    private async Task<PolicyContent> TextAsync(VersionId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return (await db.ReadVersionsAsync(cancellationToken)).Single(version => version.Id == id).Text;
    }
}
