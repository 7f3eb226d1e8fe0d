using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Accounts.Passwords;

/// <summary>Tells whether an account has signed in from a browser or an address before. The browser keeps it, under our key; it opens nothing.</summary>
public sealed class KnownDevice(IDataProtectionProvider protection, IDbContextFactory<InductionDb> factory, IHttpContextAccessor request, TimeProvider clock)
{
    private const string CookieName = "induction-device";

    // Of a PC in a staffroom; whoever has not used it for longer is not known there.
    private const int MostAccounts = 20;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    private static readonly TimeSpan AddressKnownFor = TimeSpan.FromDays(30);

    private readonly IDataProtector protector = protection.CreateProtector("Accounts.KnownDevice/1");

    /// <param name="account">Null for an e-mail that no account has; it is asked for all the same, so that the answer takes as long.</param>
    public async Task<GuessPlace> PlaceAsync(Guid? account, CancellationToken cancellationToken)
    {
        var (address, asked) = (Address(request.HttpContext?.Connection.RemoteIpAddress), account ?? Guid.Empty);
        if (Read() is { } device && device.Accounts.Contains(asked))
        {
            return new GuessPlace($"device {device.Id} {asked}", IsKnown: true);
        }

        var since = clock.GetUtcNow() - AddressKnownFor;
        var shown = request.HttpContext?.Connection.RemoteIpAddress is { } remote ? (remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote).ToString() : "";
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var isKnown = await db.Sessions.AnyAsync(row => row.AccountId == asked && row.Address == shown && row.OpenedAt > since, cancellationToken);
        return new GuessPlace(address, isKnown);
    }

    /// <summary>Remembers in the browser that the account signed in there.</summary>
    public void Remember(Guid account)
    {
        if (request.HttpContext is not { } context)
        {
            return;
        }

        var known = Read();
        var accounts = (known?.Accounts ?? []).Where(one => one != account).Prepend(account).Take(MostAccounts);
        context.Response.Cookies.Append(
            CookieName,
            protector.Protect(string.Join(' ', accounts.Select(one => one.ToString("N")).Prepend(known?.Id ?? Guid.NewGuid().ToString("N")))),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
                MaxAge = KeptFor,
            }
        );
    }

    /// <summary>Whoever has one IPv6 address has 2^64 of them.</summary>
    private static string Address(IPAddress? address)
    {
        if (address is null || address.AddressFamily is not AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }

    private (string Id, IReadOnlyList<Guid> Accounts)? Read()
    {
        if (request.HttpContext?.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            var words = protector.Unprotect(cookie).Split(' ');
            return (words[0], [.. words.Skip(1).Select(Guid.Parse)]);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
