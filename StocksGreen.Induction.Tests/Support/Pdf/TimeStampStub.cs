using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>A time-stamp service on this machine that speaks RFC 3161, well or badly.</summary>
internal sealed class TimeStampStub : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly X509Certificate2 certificate = MakeCertificate();
    private readonly Func<byte[], byte[]?> answer;
    private readonly Task serving;
    private readonly TaskCompletionSource end = new();

    /// <param name="spoil">What to make of a right answer; null to never answer.</param>
    public TimeStampStub(Func<byte[], byte[]?>? spoil = null)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/stamp/");
        }

        answer = spoil ?? (right => right);
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    public static DateTimeOffset StampedAt { get; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        end.TrySetResult();
        listener.Close();
        await serving;
        certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Assert.True(Rfc3161TimestampRequest.TryDecode(body.ToArray(), out var request, out _));
                if (answer(Response(request)) is { } bytes)
                {
                    context.Response.ContentType = "application/timestamp-reply";
                    await context.Response.OutputStream.WriteAsync(bytes);
                    context.Response.Close();
                }
                else
                {
                    await end.Task;
                }
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // The stub is at its end.
        }
    }

    private byte[] Response(Rfc3161TimestampRequest request)
    {
        var token = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), Information(request)));
        var signer = new CmsSigner(certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        var names = new AsnWriter(AsnEncodingRules.DER);
        using (names.PushSequence())
        using (names.PushSequence())
        using (names.PushSequence())
        {
            names.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        }

        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), names.Encode()));
        token.ComputeSignature(signer);
        var response = new AsnWriter(AsnEncodingRules.DER);
        using (response.PushSequence())
        {
            using (response.PushSequence())
            {
                response.WriteInteger(0);
            }

            response.WriteEncodedValue(token.Encode());
        }

        return response.Encode();
    }

    private static byte[] Information(Rfc3161TimestampRequest request)
    {
        var information = new AsnWriter(AsnEncodingRules.DER);
        using (information.PushSequence())
        {
            information.WriteInteger(1);
            information.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (information.PushSequence())
            {
                using (information.PushSequence())
                {
                    information.WriteObjectIdentifier(request.HashAlgorithmId.Value!);
                }

                information.WriteOctetString(request.GetMessageHash().Span);
            }

            information.WriteInteger(42);
            information.WriteGeneralizedTime(StampedAt, omitFractionalSeconds: true);
            information.WriteInteger(request.GetNonce()!.Value.Span);
        }

        return information.Encode();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Time-stamp service of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        return request.CreateSelfSigned(StampedAt.AddYears(-1), StampedAt.AddYears(10));
    }
}
