using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>With what a file is sealed.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="Issuers">Certificates that lead from it to its root, to be sent along; empty for one that vouches for itself.</param>
/// <param name="At">Time of sealing by the server's clock.</param>
/// <param name="Name">Who seals: the school.</param>
/// <param name="Reason">What the seal says, in a sentence.</param>
public sealed record PdfSignatureRequest(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Issuers, DateTimeOffset At, string Name, string Reason)
{
    /// <summary>
    /// Asks someone outside to vouch for the time; null where no one is asked. It answers with a token of RFC 3161, or with null when none could be had.
    /// </summary>
    public Func<SignerInfo, CancellationToken, Task<byte[]?>>? TimeStamp { get; init; }
}
