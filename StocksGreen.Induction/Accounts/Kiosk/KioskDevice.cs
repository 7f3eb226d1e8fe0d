using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Accounts.Kiosk;

/// <summary>
/// The school's own device, on which people pick their name and type a one-time code. Only a browser that the office has opened it on shows the names.
/// </summary>
public sealed class KioskDevice(IDataProtectionProvider protection, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>How long a browser stays the school's own device: a school day.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromHours(12);

    private const string CookieName = "induction-kiosk";

    private readonly IDataProtector protector = protection.CreateProtector("Accounts.Kiosk/1");

    /// <summary>True in a session that was opened at the device.</summary>
    public static bool IsSession(Actor? actor) => actor?.Proof.Method == SignInMethod.KioskCode;

    /// <summary>Makes this browser the school's own device for the rest of the day.</summary>
    public void Open(HttpContext context)
    {
        var until = clock.GetUtcNow() + OpenFor;
        context.Response.Cookies.Append(
            CookieName,
            protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until.UtcTicks} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}")),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
            }
        );
    }

    /// <summary>Whether the office has opened this browser, not longer ago than a school day.</summary>
    public bool IsOpen(HttpContext context) =>
        Read(context) is [var until, _]
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && clock.GetUtcNow().UtcTicks < ticks;

    /// <summary>A random name of the device, by which its wrong codes are counted; empty where it is none.</summary>
    public string NameOf(HttpContext context) => Read(context) is [_, var name] ? name : "";

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return protector.Unprotect(cookie).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>Names to pick from: everyone who has not left, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> NamesAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        return
        [
            .. (await db.People.AsNoTracking().ToListAsync(cancellationToken))
                .Where(person => !person.HasLeft(today))
                .OrderBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase),
        ];
    }
}
