using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>
/// Seals a finished file of ours: PAdES baseline B-B, or B-T with a time-stamp. The seal is appended (PDF 1.7, 7.5.6), so the file as it was is the
/// beginning of the sealed one, byte for byte; only what follows differs from one sealing to the next.
/// </summary>
public static partial class PdfSigner
{
    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");

    /// <summary>SigningCertificateV2 (RFC 5035), without which a signature does not say which certificate it means.</summary>
    private static readonly Oid SigningCertificate = new("1.2.840.113549.1.9.16.2.47");

    internal static readonly Oid TimeStampToken = new("1.2.840.113549.1.9.16.2.14");

    private const string RangePlaceholder = "[0 1111111111 2222222222 3333333333]";
    private const int BytesWithoutCertificates = 1200; // of a signature by an elliptic curve
    private const int BytesOfTimeStamp = 12_000;

    /// <param name="pdf">A file whose metadata left a field for it.</param>
    /// <returns>The sealed file.</returns>
    /// <exception cref="ArgumentException">The file has no such field.</exception>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    public static async Task<byte[]> SignAsync(byte[] pdf, PdfSignatureRequest sealing, CancellationToken cancellationToken)
    {
        using var rsa = sealing.Certificate.GetRSAPublicKey();
        var room =
            BytesWithoutCertificates
            + ((rsa?.KeySize ?? 0) / 8)
            + sealing.Certificate.RawData.Length
            + sealing.Issuers.Sum(issuer => issuer.RawData.Length)
            + (sealing.TimeStamp is null ? 0 : BytesOfTimeStamp);
        var (sealedPdf, hole) = WithRoom(pdf, sealing, room);
        var signature = SignDetached([.. sealedPdf.AsSpan(0, hole), .. sealedPdf.AsSpan(hole + HoleLength(room))], sealing.Certificate, sealing.Issuers);
        var encoded = signature.Encode();
        if (sealing.TimeStamp is not null && await sealing.TimeStamp(signature.SignerInfos[0], cancellationToken) is { } token)
        {
            signature.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(TimeStampToken, token));
            var stamped = signature.Encode();
            encoded = stamped.Length <= room ? stamped : encoded;
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(encoded)).CopyTo(sealedPdf, hole + 1);
        return sealedPdf;
    }

    /// <summary>Signs bytes that stand elsewhere (RFC 5652): in a PDF next to the signature, of any other file in another one.</summary>
    /// <param name="certificate">With its private key.</param>
    /// <param name="issuers">Certificates that lead from it to its root, to be sent along.</param>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    public static SignedCms SignDetached(byte[] content, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers)
    {
        var signature = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = Sha256,
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(issuers.ToArray());
        var names = new AsnWriter(AsnEncodingRules.DER);
        using (names.PushSequence())
        using (names.PushSequence())
        using (names.PushSequence())
        {
            names.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        }

        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificate, names.Encode()));
        signature.ComputeSignature(signer, silent: true);
        return signature;
    }

    /// <summary>Writes the field as it is before it is signed: no picture of its own, named for those who hear the page, printed as nothing.</summary>
    internal static int WriteField(PdfObjects objects, IReadOnlyList<PdfPage> pages)
    {
        var appearance = objects.AddPlainStream("/Type/XObject/Subtype/Form/BBox[0 0 0 0]", []);
        var field = objects.Reserve();
        objects.SetPlain(
            field,
            Invariant($"<</Type/Annot/Subtype/Widget/FT/Sig/T(Seal)/TU(Digital seal of the school)")
                + Invariant($"/F 132/Rect[0 0 0 0]/P {pages[0].Id} 0 R/AP<</N {appearance} 0 R>>/StructParent {pages.Count}>>")
        );
        pages[0].Annotations.Add(field);
        return field;
    }

    /// <summary>The entry of the catalogue; empty without a field.</summary>
    internal static string Form(int? field) => field is null ? "" : Invariant($"/AcroForm<</SigFlags 3/Fields[{field} 0 R]>>");

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int HoleLength(int room) => (2 * room) + 2;

    /// <summary>The file with all of the seal but the signature, and where that belongs.</summary>
    private static (byte[] Pdf, int Hole) WithRoom(byte[] pdf, PdfSignatureRequest sealing, int room)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var field = Field().Matches(text).LastOrDefault() ?? throw new ArgumentException("The file has no field for a seal.", nameof(pdf));
        var end = Trailer().Match(text[Number(StartOfReferences().Match(text).Groups["at"])..]);
        var size = Number(end.Groups["size"]);

        using var file = new MemoryStream();
        file.Write(pdf);
        var fieldAt = file.Length;
        Write(Invariant($"{field.Groups["id"]} 0 obj\n{field.Groups["content"]}/V {size} 0 R>>\nendobj\n"));
        var signatureAt = file.Length;
        Write(Invariant($"{size} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange"));
        var range = (int)file.Length;
        Write(RangePlaceholder + "/Contents");
        var hole = (int)file.Length;
        Write("<" + new string('0', 2 * room) + ">");
        Write(
            Invariant($"/M{PdfSyntax.Date(sealing.At)}/Name{PdfSyntax.Text(PdfSyntax.Clean(sealing.Name))}")
                + Invariant($"/Reason{PdfSyntax.Text(PdfSyntax.Clean(sealing.Reason))}>>\nendobj\n")
        );
        WriteReferences(Number(field.Groups["id"]), fieldAt, signatureAt);

        var whole = file.ToArray();
        var rest = hole + HoleLength(room);
        Encoding.ASCII.GetBytes(Invariant($"[0 {hole} {rest} {whole.Length - rest}]").PadRight(RangePlaceholder.Length)).CopyTo(whole, range);
        return (whole, hole);

        void Write(string latin) => file.Write(Encoding.Latin1.GetBytes(latin));

        void WriteReferences(int fieldId, long fieldStart, long signatureStart)
        {
            var start = file.Length;
            var identity = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
            var rows = new byte[3 * 7];
            foreach (var (row, at) in new[] { (0, fieldStart), (1, signatureStart), (2, start) })
            {
                rows[7 * row] = 1;
                BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan((7 * row) + 1), (int)at);
            }

            Write(
                Invariant($"{size + 1} 0 obj\n<</Type/XRef/Size {size + 2}/W[1 4 2]")
                    + Invariant($"/Index[{fieldId} 1 {size} 2]{end.Groups["root"]}/ID[<{end.Groups["id"]}><{identity}>]")
                    + Invariant($"/Prev {StartOfReferences().Match(text).Groups["at"]}/Length {rows.Length}>>\nstream\n")
            );
            file.Write(rows);
            Write(Invariant($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"));
        }
    }

    [GeneratedRegex("(?<id>[0-9]+) 0 obj\n(?<content><</Type/Annot/Subtype/Widget/FT/Sig/T\\(Seal\\)[^\n]*)>>\nendobj", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Field();

    [GeneratedRegex("startxref\n(?<at>[0-9]+)\n%%EOF\n\\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StartOfReferences();

    [GeneratedRegex(
        "/Size (?<size>[0-9]+)/W\\[1 4 2\\](?<root>/Root [0-9]+ 0 R/Info [0-9]+ 0 R)/ID\\[<(?<id>[0-9A-F]+)>",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Trailer();
}
