using System.Net;
using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

/// <summary>Finds every fault of the settings of mail at once; each is a sentence that names the setting.</summary>
internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private const string Prefix = MailOptions.Section + ":";

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = options.IsSet ? Faults(options).ToList() : [];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (options.Host.Length == 0 == (options.PickupFolder.Length == 0))
        {
            yield return $"Set either {Prefix}Host, to send through a mail server, or {Prefix}PickupFolder, to write mails into a "
                + $"folder{(options.Host.Length == 0 ? "" : "; both are set")}.";
        }

        if (options.Security.Length > 0 && MailOptions.ReadSecurity(options.Security) is null)
        {
            yield return $"{Prefix}Security holds “{options.Security}”. It may be starttls, tls or none.";
        }

        if (options.Port.Length > 0 && MailOptions.ReadPort(options.Port) is null)
        {
            yield return $"{Prefix}Port holds “{options.Port}”, which is no port. It is usually {MailOptions.SubmissionPort} or {MailOptions.TlsPort}.";
        }

        if (options.RemindAt.Length > 0 && MailOptions.ReadTime(options.RemindAt) is null)
        {
            yield return $"{Prefix}RemindAt holds “{options.RemindAt}”, which is no time of day. Write it as 07:30.";
        }

        if (options.Host.Length > 0 && Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return $"{Prefix}Host holds “{options.Host}”, which is no name or address of a server. Write it bare: mail.school.example";
        }
        else if (options.Host.Length > 0 && options.Protection is MailSecurity.None && !IsThisMachine(options.Host))
        {
            yield return $"{Prefix}Security is “none”, which is allowed only for a server on this machine: names and addresses would cross the network in the "
                + "open. Use starttls or tls.";
        }

        foreach (var fault in SignInFaults(options))
        {
            yield return fault;
        }

        if (!MailOptions.IsAddress(options.From))
        {
            var fault = options.From.Length == 0 ? "is missing" : $"holds “{options.From}”, which is no e-mail address";
            yield return $"{Prefix}From {fault}: mails need an address to come from, such as office@school.example.";
        }

        // One that is there and is no address is told of by the settings it belongs to.
        if (options.SiteAddress.Length == 0)
        {
            yield return $"{InductionOptions.AddressSetting} is missing: links in mails begin with it, such as https://induction.school.example";
        }

        foreach (var folder in new[] { options.PickupFolder, options.BounceFolder ?? "" }.Where(path => path.Length > 0))
        {
            if (WhyUnusable(folder) is { } reason)
            {
                yield return $"The folder {folder} cannot be used: {reason}";
            }
        }
    }

    private static IEnumerable<string> SignInFaults(MailOptions options)
    {
        if (options.SignIn.Length > 0 && MailOptions.ReadSignIn(options.SignIn) is null)
        {
            yield return $"{Prefix}SignIn holds “{options.SignIn}”. It may be password, microsoft365 or google.";
        }

        if (options.SignInWay is MailSignIn.Password)
        {
            if (options.User is null != options.Password is null)
            {
                yield return $"{Prefix}User and {Prefix}Password belong together: set both or neither.";
            }

            yield break;
        }

        var way = options.SignIn.ToLowerInvariant();
        if (options.Password is not null)
        {
            yield return $"{Prefix}Password is not used where {Prefix}SignIn is {way}. Take it out.";
        }

        if (options.User is null)
        {
            yield return $"{Prefix}User is missing: it is the mailbox that mails leave from.";
        }

        (string Name, string? Value)[] needed =
            options.SignInWay is MailSignIn.Microsoft365
                ? [("TenantId", options.TenantId), ("ClientId", options.ClientId), ("ClientSecret", options.ClientSecret)]
                : [("ServiceAccountFile", options.ServiceAccountFile)];
        foreach (var (setting, _) in needed.Where(each => each.Value is null))
        {
            yield return $"{Prefix}{setting} is missing: {way} asks for it.";
        }

        if (options.ServiceAccountFile is { } file && !File.Exists(file))
        {
            yield return $"{Prefix}ServiceAccountFile names {file}, which is not there.";
        }

        // What is asked there crosses the network with the secret in it.
        if (
            options.TokenAddress is { } address
            && !(
                Uri.TryCreate(address, UriKind.Absolute, out var site)
                && (site.Scheme == Uri.UriSchemeHttps || (site.Scheme == Uri.UriSchemeHttp && site.IsLoopback))
            )
        )
        {
            yield return $"{Prefix}TokenAddress holds “{address}”. Write an address that begins with https://";
        }
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? WhyUnusable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }
}
