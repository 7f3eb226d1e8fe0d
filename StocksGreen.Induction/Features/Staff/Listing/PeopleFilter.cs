using System.Globalization;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>What of the list of people is shown; it stands in the address.</summary>
/// <param name="Search">Words of the name, role, e-mail or staff ID.</param>
/// <param name="View">Null for everyone.</param>
/// <param name="Page">From 1; what is too large is the last page.</param>
public sealed record PeopleFilter(string? Search = null, PeopleView? View = null, PeopleOrder Order = PeopleOrder.Name, int Page = 1)
{
    public static PeopleFilter Parse(string? search, string? show, string? sort, string? page) =>
        new(
            string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            NamedChoice.Parse<PeopleView>(show),
            NamedChoice.Parse<PeopleOrder>(sort) ?? PeopleOrder.Name,
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1
        );

    public string Url => Urls.PeopleList(Search, View?.ToString(), Page, Order is PeopleOrder.Name ? null : Order.ToString());
}
