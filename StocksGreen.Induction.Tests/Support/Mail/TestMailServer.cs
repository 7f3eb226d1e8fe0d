using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace StocksGreen.Induction.Tests.Support.Mail;

/// <summary>
/// A real SMTP server (SmtpServer 11.1.0) on a port of this machine. It keeps what it took when it dies, as a mail server does, and can be started again.
/// </summary>
public sealed class TestMailServer : IAsyncDisposable
{
    public const string User = "school";
    public const string Password = "a password of the mail server";

    private readonly X509Certificate2? certificate;
    private readonly ConcurrentDictionary<ISessionContext, Stage> sessions = [];
    private CancellationTokenSource running = new();
    private Task stopped = Task.CompletedTask;
    private readonly bool asksPassword;
    private int mails;
    private int visits;
    private volatile Mark? mark;

    /// <param name="offersTls">False for a server that speaks in the open alone.</param>
    /// <param name="asksPassword">Whether it asks for one; null where it does so only over TLS.</param>
    /// <param name="certified">The name in its certificate.</param>
    public TestMailServer(bool offersTls = true, bool? asksPassword = null, string certified = "localhost")
    {
        this.asksPassword = asksPassword ?? offersTls;
        certificate = offersTls ? SelfSigned(certified) : null;
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        Port = ((IPEndPoint)any.LocalEndpoint).Port;
    }

    /// <summary>How far a server comes before it dies. The first three are counted by visits, the others by mails.</summary>
    public enum Stage
    {
        /// <summary>Someone has come, and it has said nothing.</summary>
        Visited,

        /// <summary>It has answered EHLO.</summary>
        Greeted,

        /// <summary>It has taken the password.</summary>
        SignedIn,

        Sender,
        Recipient,

        /// <summary>It has the whole letter, has not kept it and has not answered.</summary>
        LetterLost,

        /// <summary>It has the whole letter, has kept it and has not answered.</summary>
        LetterKept,

        /// <summary>It has said "250" to the letter.</summary>
        Taken,
    }

    public int Port { get; }

    /// <summary>All that it answers for, in the order in which it came.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = [];

    /// <summary>Recipients that it refuses for good.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Recipients that it asks to come again later.</summary>
    public HashSet<string> Busy { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where it dies, and with which visit or mail, counted from 1; once.</summary>
    public (Stage Stage, int Mail)? DiesAt { get; set; }

    /// <summary>Where it stands still, and with which visit or mail, counted from 1, until it is let go on.</summary>
    public (Stage Stage, int Mail)? HoldsAt { get; set; }

    /// <summary>Done once it stands still.</summary>
    public TaskCompletionSource Holding { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once it has said "250" to a letter at which it stood still.</summary>
    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets it go on.</summary>
    public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once it has taken so many letters since it was made; one is waited for at a time.</summary>
    public Task HasTakenAsync(int letters)
    {
        var awaited = new Mark(letters, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        mark = awaited;
        if (Taken.Count >= letters)
        {
            awaited.Reached.TrySetResult();
        }

        return awaited.Reached.Task;
    }

    public IReadOnlyList<string> Recipients => [.. Taken.Select(mail => mail.To.Mailboxes.Single().Address)];

    public bool IsRunning => !stopped.IsCompleted && !running.IsCancellationRequested;

    public bool HasCertificate => certificate is not null;

    public X509Certificate2 Certificate => certificate ?? throw new InvalidOperationException("It has none.");

    public void Start()
    {
        running = new CancellationTokenSource();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint =>
            {
                endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
                if (certificate is not null)
                {
                    endpoint.Certificate(certificate);
                }

                endpoint.AllowUnsecureAuthentication(certificate is null).AuthenticationRequired(asksPassword);
            })
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        services.Add((IMailboxFilter)new Filter(this));
        services.Add((IUserAuthenticator)new Authenticator());
        var server = new SmtpServer.SmtpServer(options, services);
        server.SessionCreated += (_, created) =>
        {
            visits++;
            created.Context.CommandExecuted += (_, executed) => Passed(executed.Command, executed.Context);
            ComeTo(Stage.Visited, created.Context);
        };
        stopped = server.StartAsync(running.Token);
    }

    public async Task StopAsync()
    {
        await running.CancelAsync();
        try
        {
            await stopped;
        }
        catch (OperationCanceledException)
        {
            // That is how it stops.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        running.Dispose();
        certificate?.Dispose();
    }

    /// <summary>Dies at once, whatever it is at.</summary>
    public void Die()
    {
        running.Cancel();
        foreach (var session in sessions.Keys)
        {
            session.Pipe?.Dispose();
        }

        sessions.Clear();
    }

    private void Passed(SmtpCommand command, ISessionContext session)
    {
        switch (command)
        {
            case EhloCommand:
                ComeTo(Stage.Greeted, session);
                break;
            case AuthCommand:
                ComeTo(Stage.SignedIn, session);
                break;
            case DataCommand:
                if (GoOn.Task.IsCompleted)
                {
                    Answered.TrySetResult();
                }

                ComeTo(Stage.Taken, session);
                break;
            default:
                break;
        }
    }

    /// <summary>The library tells of these steps without waiting for an answer, so standing still holds its thread.</summary>
    private void ComeTo(Stage stage, ISessionContext session) => ComeToAsync(stage, session).GetAwaiter().GetResult();

    private async Task ComeToAsync(Stage stage, ISessionContext session)
    {
        sessions.TryAdd(session, stage);
        var count = stage is Stage.Visited or Stage.Greeted or Stage.SignedIn ? visits : mails;
        if (HoldsAt == (stage, count))
        {
            HoldsAt = null;
            Holding.SetResult();
            await GoOn.Task;
        }

        if (DiesAt == (stage, count))
        {
            DiesAt = null;
            Die();
            throw new OperationCanceledException("The server is dead.");
        }
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    private sealed record Mark(int Letters, TaskCompletionSource Reached);

    private sealed class Filter(TestMailServer server) : MailboxFilter
    {
        public override async Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
        {
            server.mails++;
            await server.ComeToAsync(Stage.Sender, context);
            return true;
        }

        public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
        {
            await server.ComeToAsync(Stage.Recipient, context);
            var address = $"{to.User}@{to.Host}";
            return server.Unknown.Contains(address)
                    ? throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "5.1.1 no such person here"))
                : server.Busy.Contains(address) ? throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)451, "4.7.1 come again later"))
                : true;
        }
    }

    private sealed class Authenticator : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == (User, Password));
    }

    private sealed class Store(TestMailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            await server.ComeToAsync(Stage.LetterLost, context);
            using var letter = new MemoryStream(buffer.ToArray());
            server.Taken.Enqueue(await MimeMessage.LoadAsync(letter, CancellationToken.None));
            if (server.mark is { } mark && server.Taken.Count >= mark.Letters)
            {
                mark.Reached.TrySetResult();
            }

            await server.ComeToAsync(Stage.LetterKept, context);
            return SmtpResponse.Ok;
        }
    }
}
