using System.Globalization;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.WhoDidWhat;

/// <summary>Which lines of the access log are shown.</summary>
/// <param name="Person">Who did it or whom it concerns; null for everyone.</param>
/// <param name="From">First day in Europe/London; null for from the beginning.</param>
/// <param name="Until">Last day; null for up to now.</param>
/// <param name="Page">From 1.</param>
public sealed record AccessFilter(StaffId? Person, AccessGroup? Group, DateOnly? From, DateOnly? Until, int Page)
{
    /// <summary>What an address asks for; what means nothing is left out.</summary>
    public static AccessFilter Parse(string? person, string? group, string? from, string? until, string? page) =>
        new(
            Guid.TryParse(person, out var id) ? new StaffId(id) : null,
            NamedChoice.Parse<AccessGroup>(group),
            Day(from),
            Day(until),
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, 1_000_000) : 1
        );

    /// <summary>A day on which a school may have used this program; of others nothing is kept, and some are at the end of all time.</summary>
    private static DateOnly? Day(string? written) => WrittenDate.Read(written).Day is { Year: > 1999 and < 2200 } day ? day : null;

    /// <param name="page">Address of the page that shows it.</param>
    public string Url(string page, int number) =>
        Urls.With(
            page,
            [
                ("person", Person?.ToString()),
                ("kind", Group?.ToString()),
                ("from", From is { } from ? WrittenDate.Write(from) : null),
                ("until", Until is { } until ? WrittenDate.Write(until) : null),
                ("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)),
            ]
        );
}
