using System.Globalization;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>Everyone in post by surname, and how they stand with each policy: 35 people and 12 policies on one page.</summary>
internal static class RegisterMatrix
{
    /// <summary>Above the tables: what the signs in the cells mean.</summary>
    public const string Key = "✓ signed on · D due by · O overdue since its due day · P paused (long absence) · E exempt · – not asked";

    private const int MostPolicies = 12;
    private static readonly TextStyle Style = new(FontFace.Regular, 7.25, 8.75, Typography.Ink);

    /// <summary>One table for up to twelve policies, and none where nobody in post is asked.</summary>
    public static IEnumerable<FlowBlock> Compose(Register register)
    {
        var rows = register.Rows.Where(row => !row.HasLeft && row.Kind is not StandingKind.NotIssued).ToList();
        var people = rows.GroupBy(row => row.Person)
            .Select(person => (person.First().Name, Rows: person.ToLookup(row => row.Policy, StringComparer.Ordinal)))
            .OrderBy(person => SurnameOrder.KeyOf(person.Name), StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        var policies = rows.Select(row => row.Policy).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCultureIgnoreCase).ToList();
        foreach (var (some, index) in policies.Chunk(MostPolicies).Select((some, index) => (some, index)))
        {
            if (policies.Count > MostPolicies)
            {
                yield return new TextBlock(
                    Typography.PanelLabel,
                    FormattableString.Invariant($"Policies {(index * MostPolicies) + 1} to {(index * MostPolicies) + some.Length} of {policies.Count}")
                );
            }

            yield return new Grid(
                [new GridColumn("Name", 14), .. some.Select(policy => new GridColumn(Short(policy), 80.0 / some.Length)), new GridColumn("Signed", 6)],
                [
                    .. people.Select(person =>
                        (IReadOnlyList<GridCell>)
                            [person.Name, .. some.Select(policy => Cell(person.Rows[policy].FirstOrDefault())), Signed(person.Rows.SelectMany(of => of))]
                    ),
                    ["Signed", .. some.Select(policy => Signed(rows.Where(row => row.Policy == policy))), Signed(rows)],
                ]
            )
            {
                Style = Style,
                RowPadding = 0.5,
                CellPadding = 2.5,
            };
        }
    }

    /// <summary>"Social Media" for "Social Media Policy": every column is a policy.</summary>
    private static string Short(string policy) => policy.EndsWith(" policy", StringComparison.OrdinalIgnoreCase) ? policy[..^" policy".Length] : policy;

    private static GridCell Cell(RegisterRow? row) =>
        row switch
        {
            null => "–",
            { Kind: StandingKind.Signed, SignedAt: { } at } => $"✓ {Day(LondonTime.DateIn(at))}",
            { Kind: StandingKind.Due } => $"D {Day(row.Due)}".TrimEnd(),
            { Kind: StandingKind.Overdue } => GridCell.FromString($"O {Day(row.Due)}".TrimEnd()) with { IsWarning = true },
            { Kind: StandingKind.Paused } => "P",
            { Kind: StandingKind.Exempt } => "E",
            _ => row.Standing,
        };

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>"10 of 11": who is paused or exempt is not counted, as in every figure.</summary>
    private static GridCell Signed(IEnumerable<RegisterRow> rows)
    {
        var asked = rows.Where(row => row.Kind is StandingKind.Signed or StandingKind.Due or StandingKind.Overdue).ToList();
        return asked.Count == 0 ? "–" : SharedText.Part(asked.Count(row => row.Kind is StandingKind.Signed), asked.Count);
    }
}
