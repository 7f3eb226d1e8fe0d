using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace StocksGreen.Induction.Features.Reports.Signing;

/// <summary>
/// Someone outside who vouches for the time of a seal (RFC 3161). Asked only where a setting names its address, and never waited for: a paper
/// goes out without a time-stamp rather than late. Nothing of the paper is sent but a hash of its seal.
/// </summary>
public sealed class TimeStampAuthority(Uri? address, TimeSpan patience, ILogger<TimeStampAuthority> log) : IDisposable
{
    /// <summary>How long a paper waits for its time-stamp.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int LongestAnswer = 64 * 1024;
    private readonly HttpClient http = new() { Timeout = patience, MaxResponseContentBufferSize = LongestAnswer };

    public bool IsAsked => address is not null;

    /// <param name="keep">Told which service vouched, so that its stamps are known again.</param>
    /// <returns>The token; null where none came in time or what came does not fit the seal.</returns>
    public async Task<byte[]?> StampAsync(SignerInfo seal, Action<X509Certificate2> keep, CancellationToken cancellationToken)
    {
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
                seal,
                HashAlgorithmName.SHA256,
                nonce: RandomNumberGenerator.GetBytes(8),
                requestSignerCertificates: true
            );
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var response = await http.PostAsync(address, content, cancellationToken);
            response.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancellationToken), out _);
            if (token.VerifySignatureForSignerInfo(seal, out var service))
            {
                keep(service);
            }

            return token.AsSignedCms().Encode();
        }
        catch (Exception fault)
            when (fault is HttpRequestException or CryptographicException or IOException or UnauthorizedAccessException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            log.LogWarning("A paper was sealed without a time-stamp, because {Address} gave none: {Reason}", address, fault.Message);
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
