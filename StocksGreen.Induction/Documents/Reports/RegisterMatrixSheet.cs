using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>Everyone in post by surname against every policy, as a sheet: a row for each person, a column for each policy.</summary>
public static class RegisterMatrixSheet
{
    public static Sheet From(Register register)
    {
        var rows = register.Rows.Where(row => !row.HasLeft && row.Kind is not StandingKind.NotIssued).ToList();
        var policies = rows.Select(row => row.Policy).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCultureIgnoreCase).ToList();
        return new Sheet(
            "Matrix",
            [new SheetColumn("Name", 26), new SheetColumn("Role", 24), new SheetColumn("Signed", 10), .. Headings(policies)],
            rows.GroupBy(row => row.Person)
                .OrderBy(person => SurnameOrder.KeyOf(person.First().Name), StringComparer.CurrentCultureIgnoreCase)
                .Select(person =>
                    (IReadOnlyList<SheetCell>)
                        [
                            SheetCell.From(person.First().Name),
                            SheetCell.From(person.First().Role),
                            SheetCell.From(Signed([.. person])),
                            .. policies.Select(policy => SheetCell.From(Words(person.FirstOrDefault(row => row.Policy == policy)))),
                        ]
                )
        )
        {
            Title = $"{register.School}: who signed which policy. {SharedText.AsAt(register.AsAt, register.IsDayOver)}. Confidential: contains names",
        };
    }

    /// <summary>Every heading is unlike every other, also where two policies have one name.</summary>
    private static IEnumerable<SheetColumn> Headings(IReadOnlyList<string> policies)
    {
        var taken = new HashSet<string>(["Name", "Role", "Signed"], StringComparer.OrdinalIgnoreCase);
        foreach (var policy in policies)
        {
            var heading = policy;
            for (var number = 2; !taken.Add(heading); number++)
            {
                heading = FormattableString.Invariant($"{policy} ({number})");
            }

            yield return new SheetColumn(heading, 22);
        }
    }

    private static string? Words(RegisterRow? row) =>
        row switch
        {
            null => null,
            { Kind: StandingKind.Signed, SignedAt: { } at } => $"signed {Day(LondonTime.DateIn(at))}",
            { Kind: StandingKind.Due, Due: { } due } => $"due {Day(due)}",
            { Kind: StandingKind.Overdue, Due: { } due } => $"OVERDUE since {Day(due)}",
            _ => row.Standing,
        };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Signed(IReadOnlyList<RegisterRow> rows)
    {
        var asked = rows.Where(row => row.Kind is StandingKind.Signed or StandingKind.Due or StandingKind.Overdue).ToList();
        return asked.Count == 0 ? null : SharedText.Part(asked.Count(row => row.Kind is StandingKind.Signed), asked.Count);
    }
}
