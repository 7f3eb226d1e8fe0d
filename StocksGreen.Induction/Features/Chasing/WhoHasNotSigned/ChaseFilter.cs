using System.Globalization;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>
/// What the office narrows and sorts its list by; null and empty mean everything. It stands in the address, so that a list can be kept, sent and loaded again.
/// </summary>
/// <param name="JobTitle">One role, as listed.</param>
/// <param name="Lead">Whose team.</param>
/// <param name="Age">Only what is overdue so long.</param>
/// <param name="Search">Words that must all stand in name, role or policy, whatever their case and accents.</param>
/// <param name="Page">From 1.</param>
public sealed record ChaseFilter(
    PolicyId? Policy = null,
    string? JobTitle = null,
    Audience? Audience = null,
    ChaseStanding? Standing = null,
    StaffId? Lead = null,
    OverdueAge? Age = null,
    string? Search = null,
    ChaseOrder Order = ChaseOrder.Due,
    bool IsReversed = false,
    int Page = 1
)
{
    private const int LongestText = 200;

    /// <summary>Reads what an address says; what means nothing there is left out.</summary>
    /// <param name="value">The value of a name in the address; null where it has none.</param>
    public static ChaseFilter Parse(Func<string, string?> value) =>
        new(
            PolicyIn(value("policy")),
            Kept(value("role")),
            NamedChoice.Parse<Audience>(value("audience")),
            NamedChoice.Parse<ChaseStanding>(value("standing")),
            PersonIn(value("lead")),
            NamedChoice.Parse<OverdueAge>(value("age")),
            Kept(value("search")),
            NamedChoice.Parse<ChaseOrder>(value("sort")) ?? ChaseOrder.Due,
            value("reversed") == "true",
            int.TryParse(value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1
        );

    /// <summary>What <see cref="Parse"/> reads back; names without a value are left out.</summary>
    public IEnumerable<(string Name, string Value)> ToAddress()
    {
        (string Name, string? Value)[] all =
        [
            ("policy", Policy?.ToString()),
            ("role", JobTitle),
            ("audience", Audience?.ToString()),
            ("standing", Standing?.ToString()),
            ("lead", Lead?.ToString()),
            ("age", Age?.ToString()),
            ("search", Search),
            ("sort", Order is ChaseOrder.Due ? null : Order.ToString()),
            ("reversed", IsReversed ? "true" : null),
            ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return all.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (part.Name, part.Value!));
    }

    /// <summary>What of it the matrix knows too: it shows everyone by every policy, whatever the standing.</summary>
    internal IEnumerable<(string Name, string Value)> ToMatrixAddress() =>
        new ChaseFilter(JobTitle: JobTitle, Audience: Audience, Lead: Lead, Search: Search, Page: Page).ToAddress();

    internal static PolicyId? PolicyIn(string? text) => Guid.TryParse(text, out var id) ? new PolicyId(id) : null;

    internal static StaffId? PersonIn(string? text) => Guid.TryParse(text, out var id) ? new StaffId(id) : null;

    /// <summary>No longer than any name of the school's: a longer one finds no one.</summary>
    private static string? Kept(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length > LongestText ? text[..LongestText]
        : text;
}
