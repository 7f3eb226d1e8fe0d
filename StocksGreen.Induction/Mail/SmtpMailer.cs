using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Mail;

/// <summary>Hands letters to a mail server over SMTP, many over one connection.</summary>
/// <remarks>
/// A server answers for a letter once it has said so (RFC 5321, 4.1.1.4 and 6.1). Where the end of the letter has not left, it has nothing and can be told
/// again.
/// Where it has left and no answer came, whatever the cause, the server may have the letter and no one knows.
/// </remarks>
public sealed class SmtpMailer : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What RFC 5321, 4.5.3.2.6 gives a server to take a letter: who hangs up sooner makes it send the letter twice.
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromMinutes(10);

    private readonly MailOptions options;
    private readonly TimeSpan patienceAtTheEnd;
    private readonly LetterEnd end = new();
    private readonly SmtpClient client;
    private readonly MailTokens? tokens;

    public SmtpMailer(MailOptions options)
        : this(options, null, PatienceAtTheEnd, TimeProvider.System) { }

    /// <param name="trusts">Decides on the server's certificate; null for what this machine trusts.</param>
    /// <param name="patienceAtTheEnd">How long the server may take to say that it has a letter.</param>
    /// <param name="clock">By which tokens end; null for the machine's own.</param>
    internal SmtpMailer(MailOptions options, RemoteCertificateValidationCallback? trusts, TimeSpan patienceAtTheEnd, TimeProvider? clock = null)
    {
        tokens = MailTokens.For(options, clock ?? TimeProvider.System);
        this.options = options;
        this.patienceAtTheEnd = patienceAtTheEnd;
        client = new SmtpClient(end) { ServerCertificateValidationCallback = trusts };
    }

    public async Task<MailAnswer> HandOverAsync(Letter letter, Action handingOver, CancellationToken cancellationToken)
    {
        if (LetterWriter.Write(letter, options) is not { } message)
        {
            return new MailAnswer.Refused($"“{letter.ToAddress}” is no e-mail address.");
        }

        using (message)
        {
            if (await ConnectAsync(cancellationToken) is { } unreachable)
            {
                return unreachable;
            }

            var moment = new Moment(() =>
            {
                handingOver();
                end.Begin();
                client.Timeout = (int)patienceAtTheEnd.TotalMilliseconds;
            });
            try
            {
                return new MailAnswer.Accepted(await client.SendAsync(message, CancellationToken.None, moment));
            }
            catch (SmtpCommandException refusal)
            {
                return Answer(refusal);
            }
            catch (Exception fault)
                when (fault
                        is IOException
                            or SocketException
                            or ProtocolException
                            or ServiceNotConnectedException
                            or TimeoutException
                            or OperationCanceledException
                )
            {
                await DropAsync();
                return moment.HasPassed && end.HasLeft
                    ? new MailAnswer.InDoubt("The server was given the whole letter and did not say whether it takes it.")
                    : new MailAnswer.Unreachable($"The connection broke before the server had the whole letter: {fault.Message}");
            }
            catch
            {
                // The letter was stopped half-way; the server forgets what has no end.
                await DropAsync();
                throw;
            }
            finally
            {
                end.Stop();
                client.Timeout = (int)Patience.TotalMilliseconds;
            }
        }
    }

    public async Task RestAsync()
    {
        if (client.IsConnected)
        {
            try
            {
                await client.DisconnectAsync(quit: true);
            }
            catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or CommandException)
            {
                await DropAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RestAsync();
        client.Dispose();
        tokens?.Dispose();
        end.Dispose();
    }

    /// <returns>Null once connected and signed in.</returns>
    private async Task<MailAnswer?> ConnectAsync(CancellationToken cancellationToken)
    {
        if (client is { IsConnected: true } && (options.User is null || client.IsAuthenticated))
        {
            return null;
        }

        try
        {
            await DropAsync();
            var token = tokens is null ? null : await tokens.GetAsync(cancellationToken);
            if (token is { Value: null })
            {
                return new MailAnswer.Unreachable(token.Fault) { IsSignInRefused = true };
            }

            client.Timeout = (int)Patience.TotalMilliseconds;
            await client.ConnectAsync(await ReachAsync(cancellationToken), options.Host, options.PortNumber, Wanted(options.Protection), cancellationToken);
            if (token is { Value: { } value })
            {
                await client.AuthenticateAsync(new SaslMechanismOAuth2(options.User!, value), cancellationToken);
            }
            else if (options is { User: { } user, Password: { } password })
            {
                await client.AuthenticateAsync(user, password, cancellationToken);
            }

            // One command at a time and the letter in one piece, so that there is one moment before which the server cannot have it.
            client.Capabilities &= ~(SmtpCapabilities.Pipelining | SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
            return null;
        }
        catch (AuthenticationException refusal)
        {
            tokens?.Forget();
            await DropAsync();
            return new MailAnswer.Unreachable(Refused(refusal)) { IsSignInRefused = true };
        }
        catch (SslHandshakeException fault)
        {
            await DropAsync();
            return new MailAnswer.Unreachable(
                $"{options.Host} shows a certificate that this machine does not trust, or speaks no TLS on this port: "
                    + $"{fault.InnerException?.Message ?? "no more is known"}"
            );
        }
        catch (NotSupportedException) when (!client.IsAuthenticated)
        {
            await DropAsync();
            return new MailAnswer.Unreachable(
                options.Protection is MailSecurity.StartTls && !client.IsSecure
                    ? $"{options.Host} does not offer STARTTLS, so nothing was said to it."
                    : $"{options.Host} offers no way to sign in that this program knows."
            );
        }
        catch (Exception fault)
            when (fault is IOException or SocketException or ProtocolException or CommandException or TimeoutException or ServiceNotConnectedException)
        {
            await DropAsync();
            return new MailAnswer.Unreachable($"{options.Host} cannot be reached: {fault.Message}");
        }
    }

    /// <exception cref="TimeoutException">The server does not answer.</exception>
    private async Task<Socket> ReachAsync(CancellationToken cancellationToken)
    {
        // The end of a letter is written by itself: held back until the letter is acknowledged, it would cost 40 ms a letter.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(options.Host, options.PortNumber, patience.Token);
            return socket;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException("it did not answer within a minute", late);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private string Refused(AuthenticationException refusal) =>
        tokens is not null
            ? $"{options.Host} does not let {options.User} in by the token: the mailbox has not been opened to the application, or has SMTP switched off."
        // Raw: "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."
        : refusal.Message.Contains("5.7.139", StringComparison.Ordinal)
            ? $"{options.Host} no longer takes passwords for this school. Set {MailOptions.Section}:{nameof(MailOptions.SignIn)} to microsoft365."
        : $"{options.Host} refuses the user name or the password.";

    private async Task DropAsync()
    {
        if (client.IsConnected)
        {
            await client.DisconnectAsync(quit: false);
        }
    }

    private static MailAnswer Answer(SmtpCommandException refusal)
    {
        var words = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)refusal.StatusCode} {refusal.Message}");
        return refusal switch
        {
            { StatusCode: SmtpStatusCode.ServiceNotAvailable } or { ErrorCode: SmtpErrorCode.SenderNotAccepted } => new MailAnswer.Unreachable(words),
            { StatusCode: SmtpStatusCode.AuthenticationRequired } => new MailAnswer.Unreachable(words) { IsSignInRefused = true },
            { StatusCode: >= SmtpStatusCode.CommandUnrecognized } => new MailAnswer.Refused(words),
            _ => new MailAnswer.Postponed(words),
        };
    }

    private static SecureSocketOptions Wanted(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
        };

    /// <summary>The first byte of a letter, after the server has asked for it.</summary>
    private sealed class Moment(Action handingOver) : ITransferProgress
    {
        internal bool HasPassed { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (!HasPassed)
            {
                handingOver();
                HasPassed = true;
            }
        }
    }
}
