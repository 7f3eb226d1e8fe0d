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

    /// <param name="data">What is to be stamped; only its hash is sent.</param>
    /// <returns>The token; null where none came in time or what came does not fit.</returns>
    public Task<byte[]?> StampAsync(byte[] data, CancellationToken cancellationToken) =>
        AskAsync(
            Rfc3161TimestampRequest.CreateFromData(data, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true),
            _ => Task.CompletedTask,
            cancellationToken
        );

    /// <param name="keep">Told which service vouched, so that its stamps are known again.</param>
    /// <returns>The token; null where none came in time or what came does not fit the seal.</returns>
    public Task<byte[]?> StampAsync(SignerInfo seal, Func<X509Certificate2, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
        AskAsync(
            Rfc3161TimestampRequest.CreateFromSignerInfo(
                seal,
                HashAlgorithmName.SHA256,
                nonce: RandomNumberGenerator.GetBytes(8),
                requestSignerCertificates: true
            ),
            token => token.VerifySignatureForSignerInfo(seal, out var service) ? keep(service, cancellationToken) : Task.CompletedTask,
            cancellationToken
        );

    private async Task<byte[]?> AskAsync(Rfc3161TimestampRequest request, Func<Rfc3161TimestampToken, Task> cameAsync, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var response = await http.PostAsync(address, content, cancellationToken);
            response.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancellationToken), out _);
            await cameAsync(token);
            return token.AsSignedCms().Encode();
        }
        catch (Exception fault)
            when (fault is HttpRequestException or CryptographicException or IOException or UnauthorizedAccessException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            log.LogWarning("There is no time-stamp, because {Address} gave none: {Reason}", address, fault.Message);
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
