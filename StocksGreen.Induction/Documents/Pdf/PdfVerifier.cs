using System.Buffers;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>
/// Looks at the seal of any file, no matter who made it. It follows no reference and inflates nothing: a seal covers every byte of the file but its own
/// hexadecimal digits, or it does not hold. So a file cannot show other content than was sealed, whatever its objects claim, and cannot cost more than it
/// weighs.
/// </summary>
public static class PdfVerifier
{
    private const int MostSeals = 8;
    private const int LongestSeal = 256 * 1024; // digits
    private const int LongestNumber = 10;
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789ABCDEF"u8);

    /// <returns>Never throws, whatever the bytes.</returns>
    public static PdfVerdict Verify(byte[] file)
    {
        if (!file.AsSpan().StartsWith("%PDF-"u8))
        {
            return new PdfVerdict.NotPdf();
        }

        // The last is the outermost: anyone who signs or adds anything later adds it at the end.
        PdfVerdict found = new PdfVerdict.Unsealed();
        var end = file.Length;
        for (var i = 0; i < MostSeals && file.AsSpan(0, end).LastIndexOf("/ByteRange"u8) is var at and >= 0; i++)
        {
            end = at;
            switch (VerifySeal(file, at + "/ByteRange".Length))
            {
                case PdfVerdict.Intact intact:
                    return intact;
                case PdfVerdict.Extended extended when found is not PdfVerdict.Extended:
                    found = extended;
                    break;
                case null when found is PdfVerdict.Unsealed:
                    found = new PdfVerdict.Altered();
                    break;
            }
        }

        return found;
    }

    /// <returns>Null where the seal does not hold.</returns>
    private static PdfVerdict? VerifySeal(byte[] file, int at)
    {
        if (
            Range(file.AsSpan(at)) is not [0, var hole and > 0, var rest, var length]
            || rest <= hole + 1
            || rest - hole > LongestSeal
            || rest + length > file.Length
        )
        {
            return null;
        }

        try
        {
            if (Signature(file.AsSpan((int)hole, (int)(rest - hole))) is not { } encoded)
            {
                return null;
            }

            var signature = new SignedCms(new ContentInfo([.. file.AsSpan(0, (int)hole), .. file.AsSpan((int)rest, (int)length)]), detached: true);
            signature.Decode(encoded);
            if (signature.SignerInfos is not [{ Certificate: { } certificate } signer] || !IsPlain(signature, signer, encoded))
            {
                return null;
            }

            signer.CheckSignature(verifySignatureOnly: true);
            if (rest + length < file.Length)
            {
                return new PdfVerdict.Extended(certificate);
            }

            var (stampedAt, stampedBy) = Stamp(signer);
            return new PdfVerdict.Intact(certificate) { StampedAt = stampedAt, StampedBy = stampedBy };
        }
        catch (Exception fault)
            when (fault
                    is CryptographicException
                        or AsnContentException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
                        or OverflowException
            )
        {
            // What others put there may be anything; the library says so by many exceptions.
            return null;
        }
    }

    /// <summary>
    /// Whether the stamp's own certificate is to be believed is for someone who knows the service; here it is only asked whether the stamp is for this seal.
    /// </summary>
    private static (DateTimeOffset? At, X509Certificate2? By) Stamp(SignerInfo signer)
    {
        var value = signer
            .UnsignedAttributes.OfType<CryptographicAttributeObject>()
            .FirstOrDefault(attribute => attribute.Oid.Value == PdfSigner.TimeStampToken.Value)
            ?.Values[0];
        return
            value is not null
            && Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out _)
            && token.VerifySignatureForSignerInfo(signer, out var service)
            ? (token.TokenInfo.Timestamp, service)
            : (null, null);
    }

    /// <summary>
    /// What is next to the signature without being signed is as every signature of this kind has it. A change there would alter nothing that is read,
    /// yet the file would not be the one that was given out.
    /// </summary>
    private static bool IsPlain(SignedCms signature, SignerInfo signer, byte[] encoded)
    {
        var data = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        data.ReadObjectIdentifier();
        var signed = data.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signed.ReadInteger();
        var digest = signed.ReadSetOf().ReadSequence().ReadObjectIdentifier();
        var content = signed.ReadSequence().ReadObjectIdentifier();
        return signature.Encode().AsSpan().SequenceEqual(encoded)
            && signature.Version == 1
            && signer.Version == 1
            && content == "1.2.840.113549.1.7.1"
            && digest == signer.DigestAlgorithm.Value;
    }

    /// <summary>"[0 11820 14020 512]" as four numbers; null for anything else.</summary>
    private static long[]? Range(ReadOnlySpan<byte> text)
    {
        const int longest = 5 * (LongestNumber + 2);
        var window = text[..Math.Min(text.Length, longest)];
        var (open, close) = (window.IndexOf((byte)'['), window.IndexOf((byte)']'));
        if (open < 0 || close < open)
        {
            return null;
        }

        var words = Encoding.ASCII.GetString(window[(open + 1)..close]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = words
            .Where(word => word.Length <= LongestNumber && word.All(char.IsAsciiDigit))
            .Select(word => long.Parse(word, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        return words.Length == 4 && numbers.Length == 4 ? numbers : null;
    }

    /// <summary>
    /// The signature between "&lt;" and "&gt;", without the zeros that fill the rest; null where there is anything else. We write capitals, so small digits are
    /// a change.
    /// </summary>
    private static byte[]? Signature(ReadOnlySpan<byte> hole)
    {
        if (hole[0] != '<' || hole[^1] != '>' || hole.Length % 2 != 0 || hole[1..^1].ContainsAnyExcept(Digits))
        {
            return null;
        }

        var bytes = Convert.FromHexString(Encoding.ASCII.GetString(hole[1..^1]));
        return
            AsnDecoder.TryReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out _, out var length) && !bytes.AsSpan(length).ContainsAnyExcept((byte)0)
            ? bytes[..length]
            : null;
    }
}
