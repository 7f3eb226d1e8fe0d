using System.Security.Cryptography.X509Certificates;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>What can be said of a file's seal without knowing whose it is.</summary>
public abstract record PdfVerdict
{
    /// <summary>It is no PDF.</summary>
    public sealed record NotPdf : PdfVerdict;

    /// <summary>A PDF without a seal.</summary>
    public sealed record Unsealed : PdfVerdict;

    /// <summary>There is a seal, and the file is not as it was when it was sealed.</summary>
    public sealed record Altered : PdfVerdict;

    /// <summary>The seal holds for the beginning of the file, and something was added after it.</summary>
    /// <param name="Certificate">Of the seal.</param>
    public sealed record Extended(X509Certificate2 Certificate) : PdfVerdict;

    /// <summary>Every byte is as it was when it was sealed with this certificate's key.</summary>
    public sealed record Intact(X509Certificate2 Certificate) : PdfVerdict
    {
        /// <summary>When the seal was there already, as someone outside says (RFC 3161); null where no one does.</summary>
        public DateTimeOffset? StampedAt { get; init; }

        /// <summary>Who says so. Anyone can add a stamp of their own to a seal, so ask whether the school knows them.</summary>
        public X509Certificate2? StampedBy { get; init; }
    }
}
