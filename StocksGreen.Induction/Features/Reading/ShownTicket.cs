using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>
/// When a part was shown, carried by the page's own form under our key: showing a page then writes nothing, and nobody can make a time up.
/// </summary>
public sealed class ShownTicket(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Reading.Shown/1");

    public string Issue(StaffId person, VersionId version, int ordinal) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{person}|{version}|{ordinal}|{clock.GetUtcNow().UtcTicks}"));

    /// <returns>UTC; null when the ticket is missing, forged or of another page: the time is then not recorded.</returns>
    public DateTimeOffset? Read(string? ticket, StaffId person, VersionId version, int ordinal)
    {
        if (string.IsNullOrEmpty(ticket))
        {
            return null;
        }

        try
        {
            var fields = protector.Unprotect(ticket).Split('|');
            var isOfThisPage = fields is [var who, var what, var which, _]
                && string.Equals(who, person.ToString(), StringComparison.Ordinal)
                && string.Equals(what, version.ToString(), StringComparison.Ordinal)
                && string.Equals(which, ordinal.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            return isOfThisPage ? new DateTimeOffset(long.Parse(fields[3], CultureInfo.InvariantCulture), TimeSpan.Zero) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
