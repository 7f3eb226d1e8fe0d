using System.Globalization;
using System.Net;
using MimeKit;

namespace StocksGreen.Induction.Configuration;

/// <summary>How the school's mail leaves. Without any setting it does not, and the rest of the program works.</summary>
/// <remarks>Numbers, words and times are kept as written, so that each fault can be told in a sentence; next to them stands what they mean.</remarks>
public sealed class MailOptions
{
    public const string Section = InductionOptions.Section + ":Mail";

    internal const int SubmissionPort = 587;
    internal const int TlsPort = 465;

    /// <summary>Name or address of the server; empty where there is none.</summary>
    public string Host { get; set; } = "";

    public string Port { get; set; } = "";

    /// <summary>"starttls", "tls" or "none".</summary>
    public string Security { get; set; } = "";

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>"password", "microsoft365" or "google".</summary>
    public string SignIn { get; set; } = "";

    /// <summary>Of the school at Microsoft: an id or a domain; null elsewhere.</summary>
    public string? TenantId { get; set; }

    /// <summary>Of the application that Microsoft lets send; null elsewhere.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>The key file of Google's service account; null elsewhere.</summary>
    public string? ServiceAccountFile { get; set; }

    /// <summary>Where tokens are asked for; null for the provider's own address.</summary>
    public string? TokenAddress { get; set; }

    /// <summary>Address that mails come from, and to which the unreachable come back.</summary>
    public string From { get; set; } = "";

    /// <summary>Folder into which letters are written; empty where there is none.</summary>
    public string PickupFolder { get; set; } = "";

    /// <summary>Folder that is searched for reports of letters that could not be delivered; null where there is none.</summary>
    public string? BounceFolder { get; set; }

    /// <summary>When reminders go out, in Europe/London: "07:30".</summary>
    public string RemindAt { get; set; } = "";

    /// <summary>"https://induction.school.example", without a slash at the end; empty where no setting says it.</summary>
    public string SiteAddress { get; internal set; } = "";

    public bool IsSet { get; private set; }

    public MailTransport Way =>
        !IsSet ? MailTransport.None
        : Host.Length > 0 ? MailTransport.Server
        : MailTransport.Folder;

    public int PortNumber => ReadPort(Port) ?? (Protection is MailSecurity.Tls ? TlsPort : SubmissionPort);

    public MailSecurity Protection =>
        ReadSecurity(Security) ?? (Port == TlsPort.ToString(CultureInfo.InvariantCulture) ? MailSecurity.Tls : MailSecurity.StartTls);

    public MailSignIn SignInWay => ReadSignIn(SignIn) ?? MailSignIn.Password;

    public TimeOnly RemindersAt => ReadTime(RemindAt) ?? new TimeOnly(7, 30);

    /// <summary>"mail.school.example", or where the folder is: as pages name it.</summary>
    public string WayInWords =>
        Way switch
        {
            MailTransport.None => "nothing",
            MailTransport.Server => string.Create(CultureInfo.InvariantCulture, $"mail server {Host}:{PortNumber}"),
            MailTransport.Folder => $"folder {PickupFolder}",
        };

    /// <summary>One bare address: no name before it, no second one behind it, nothing that could begin another header.</summary>
    public static bool IsAddress(string text) =>
        text.Length is > 2 and <= 254
        && !text.Any(char.IsControl)
        && !text.Any(char.IsWhiteSpace)
        && text.IndexOf('@', StringComparison.Ordinal) is > 0
        && MailboxAddress.TryParse(text, out var mailbox)
        && string.Equals(mailbox.Address, text, StringComparison.Ordinal)
        && mailbox.Route.Count == 0;

    internal static int? ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort ? port : null;

    internal static MailSecurity? ReadSecurity(string text) =>
        text.ToUpperInvariant() switch
        {
            "STARTTLS" => MailSecurity.StartTls,
            "TLS" => MailSecurity.Tls,
            "NONE" => MailSecurity.None,
            _ => null,
        };

    internal static MailSignIn? ReadSignIn(string text) =>
        text.ToUpperInvariant() switch
        {
            "PASSWORD" => MailSignIn.Password,
            "MICROSOFT365" => MailSignIn.Microsoft365,
            "GOOGLE" => MailSignIn.Google,
            _ => null,
        };

    internal static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Takes what stands round the settings away: a blank one is not set, and folders are seen from where the program was started.</summary>
    internal void Tidy()
    {
        (Host, Port, Security, From, RemindAt, PickupFolder) = (Host.Trim(), Port.Trim(), Security.Trim(), From.Trim(), RemindAt.Trim(), PickupFolder.Trim());
        SignIn = SignIn.Trim();
        (TenantId, ClientId, TokenAddress) = (Given(TenantId?.Trim()), Given(ClientId?.Trim()), Given(TokenAddress?.Trim()));
        (ClientSecret, ServiceAccountFile) = (Given(ClientSecret?.Trim()), Given(ServiceAccountFile?.Trim()));
        (User, BounceFolder, Password) = (Given(User?.Trim()), Given(BounceFolder?.Trim()), Given(Password));
        IsSet =
            User is not null
            || BounceFolder is not null
            || Password is not null
            || new[] { TenantId, ClientId, ClientSecret, ServiceAccountFile, TokenAddress }.Any(text => text is not null)
            || new[] { Host, Port, Security, From, RemindAt, PickupFolder, SignIn }.Any(text => text.Length > 0);
        PickupFolder = PickupFolder.Length == 0 ? "" : Path.GetFullPath(PickupFolder);
        BounceFolder = BounceFolder is null ? null : Path.GetFullPath(BounceFolder);
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
