using System.Globalization;
using System.Net;
using MimeKit;

namespace StocksGreen.Induction.Mail;

/// <summary>How the school's mail leaves. Without any setting it does not, and the rest of the program works.</summary>
public sealed record MailOptions
{
    /// <summary>What every setting of mail begins with.</summary>
    public const string Section = "Induction:Mail:";

    /// <summary>The address at which people open this site; links in mails begin with it.</summary>
    public const string AddressSetting = "Induction:Address";

    private const int SubmissionPort = 587;
    private const int TlsPort = 465;

    private static readonly string[] All = ["Host", "Port", "Security", "User", "Password", "From", "PickupFolder", "BounceFolder", "RemindAt"];

    private MailOptions()
    {
    }

    /// <summary>No mail.</summary>
    public static MailOptions Nothing { get; } = new();

    public MailWay Way { get; private init; } = MailWay.None;

    /// <summary>Name or address of the server.</summary>
    public string Host { get; private init; } = "";

    public int Port { get; private init; } = SubmissionPort;

    public MailSecurity Security { get; private init; } = MailSecurity.StartTls;

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <summary>Address that mails come from, and to which the unreachable come back.</summary>
    public string From { get; private init; } = "";

    /// <summary>Folder into which letters are written.</summary>
    public string PickupFolder { get; private init; } = "";

    /// <summary>Folder that is looked into for reports of letters that could not be delivered; null where there is none.</summary>
    public string? BounceFolder { get; private init; }

    /// <summary>"https://induction.school.example"; without a slash at the end.</summary>
    public string SiteAddress { get; private init; } = "";

    /// <summary>When reminders go out, in Europe/London.</summary>
    public TimeOnly RemindAt { get; private init; } = new(7, 30);

    /// <summary>"mail.school.example", or where the folder is: as pages name it.</summary>
    public string WayInWords => Way switch
    {
        MailWay.None => "nothing",
        MailWay.Server => string.Create(CultureInfo.InvariantCulture, $"mail server {Host}:{Port}"),
        MailWay.Folder => $"folder {PickupFolder}",
    };

    /// <summary>Reads the settings and finds every fault at once.</summary>
    /// <param name="setting">A setting by its full name; null or blank where it is not set.</param>
    /// <returns>The options, of use only where there is no fault; each fault is a sentence that names the setting.</returns>
    public static (MailOptions Options, IReadOnlyList<string> Faults) Read(Func<string, string?> setting)
    {
        string? Text(string name) => setting(Section + name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        if (All.All(name => Text(name) is null))
        {
            return (Nothing, []);
        }

        var faults = new List<string>();
        var (host, folder) = (Text("Host"), Text("PickupFolder"));
        if (host is null == folder is null)
        {
            faults.Add($"Set either {Section}Host, to send through a mail server, or {Section}PickupFolder, to write mails into a folder{(host is null ? "" : "; both are set")}.");
        }

        var security = ReadSecurity(Text("Security"), Text("Port"), faults);
        var options = new MailOptions
        {
            Way = host is null ? MailWay.Folder : MailWay.Server,
            Host = host ?? "",
            Port = ReadPort(Text("Port"), security, faults),
            Security = security,
            User = Text("User"),
            Password = setting(Section + "Password") is { Length: > 0 } password ? password : null,
            From = Text("From") ?? "",
            PickupFolder = folder is null ? "" : Path.GetFullPath(folder),
            BounceFolder = Text("BounceFolder") is { } bounces ? Path.GetFullPath(bounces) : null,
            SiteAddress = (setting(AddressSetting) ?? "").Trim().TrimEnd('/'),
            RemindAt = ReadTime(Text("RemindAt"), faults),
        };
        if (host is not null && Uri.CheckHostName(host) is UriHostNameType.Unknown)
        {
            faults.Add($"{Section}Host holds “{host}”, which is no name or address of a server. Write it bare: mail.school.example");
        }
        else if (host is not null && security is MailSecurity.None && !IsThisMachine(host))
        {
            faults.Add($"{Section}Security is “none”, which is allowed only for a server on this machine: names and addresses would cross the network in the open. Use starttls or tls.");
        }

        if (options.User is null != options.Password is null)
        {
            faults.Add($"{Section}User and {Section}Password belong together: set both or neither.");
        }

        if (!IsAddress(options.From))
        {
            faults.Add($"{Section}From {(options.From.Length == 0 ? "is missing" : $"holds “{options.From}”, which is no e-mail address")}: mails need an address to come from, such as office@school.example.");
        }

        if (!IsSite(options.SiteAddress))
        {
            faults.Add($"{AddressSetting} {(options.SiteAddress.Length == 0 ? "is missing" : $"holds “{options.SiteAddress}”, which is no address of a site")}: links in mails begin with it, such as https://induction.school.example");
        }

        foreach (var path in new[] { options.PickupFolder, options.BounceFolder }.OfType<string>().Where(path => path.Length > 0))
        {
            TryMake(path, faults);
        }

        return (options, faults);
    }

    /// <summary>One bare address: no name before it, no second one behind it, nothing that could begin another header.</summary>
    public static bool IsAddress(string text) =>
        text.Length is > 2 and <= 254 && !text.Any(char.IsControl) && !text.Any(char.IsWhiteSpace) && text.IndexOf('@', StringComparison.Ordinal) is > 0
        && MailboxAddress.TryParse(text, out var mailbox) && string.Equals(mailbox.Address, text, StringComparison.Ordinal) && mailbox.Route.Count == 0;

    private static MailSecurity ReadSecurity(string? text, string? port, List<string> faults)
    {
        switch (text?.ToUpperInvariant())
        {
            case null:
                return port == TlsPort.ToString(CultureInfo.InvariantCulture) ? MailSecurity.Tls : MailSecurity.StartTls;
            case "STARTTLS":
                return MailSecurity.StartTls;
            case "TLS":
                return MailSecurity.Tls;
            case "NONE":
                return MailSecurity.None;
            default:
                faults.Add($"{Section}Security holds “{text}”. It may be starttls, tls or none.");
                return MailSecurity.StartTls;
        }
    }

    private static int ReadPort(string? text, MailSecurity security, List<string> faults)
    {
        if (text is null)
        {
            return security is MailSecurity.Tls ? TlsPort : SubmissionPort;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort)
        {
            return port;
        }

        faults.Add($"{Section}Port holds “{text}”, which is no port. It is usually {SubmissionPort} or {TlsPort}.");
        return SubmissionPort;
    }

    private static TimeOnly ReadTime(string? text, List<string> faults)
    {
        if (text is null)
        {
            return Nothing.RemindAt;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        faults.Add($"{Section}RemindAt holds “{text}”, which is no time of day. Write it as 07:30.");
        return Nothing.RemindAt;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsSite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "https" or "http" && site.Query.Length == 0 && site.Fragment.Length == 0 && site.UserInfo.Length == 0;

    private static void TryMake(string path, List<string> faults)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"The folder {path} cannot be used: {fault.Message}");
        }
    }
}
