using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Spreadsheets;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>The register as a sheet: one row for each person and policy, days as days.</summary>
public static class RegisterSheet
{
    public static Sheet From(Register register) =>
        new(
            "Register",
            [
                new SheetColumn("Name", 26),
                new SheetColumn("Role", 26),
                new SheetColumn("Audience", 14),
                new SheetColumn("Policy", 40),
                new SheetColumn("Version", 12),
                new SheetColumn("Due", 12),
                new SheetColumn("Standing", 16),
                new SheetColumn("Signed", 20),
                new SheetColumn("As at", 12),
            ],
            register.Rows.Select(row =>
                (IReadOnlyList<SheetCell>)
                    [
                        SheetCell.From(row.Name),
                        SheetCell.From(row.Role),
                        SheetCell.From(row.Audience),
                        SheetCell.From(row.Policy),
                        SheetCell.From(row.Version),
                        SheetCell.From(row.Due),
                        SheetCell.From(row.Standing),
                        SheetCell.From(row.SignedAt),
                        SheetCell.From((DateOnly?)register.AsAt),
                    ]
            )
        )
        {
            Title = $"{register.School}: register of policy signing. {SharedText.AsAt(register.AsAt, register.IsDayOver)}. Confidential: contains names",
        };
}
