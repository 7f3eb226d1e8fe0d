using StocksGreen.Induction.Documents.Spreadsheets;

namespace StocksGreen.Induction.Documents;

/// <summary>The register as a sheet: one row for each person and policy, days as days.</summary>
public static class RegisterSheet
{
    public static Sheet Of(Register register) => new(
        "Register",
        [
            new SheetColumn("Name", 26), new SheetColumn("Role", 26), new SheetColumn("Audience", 14), new SheetColumn("Policy", 40),
            new SheetColumn("Version", 12), new SheetColumn("Due", 12), new SheetColumn("Standing", 16), new SheetColumn("Signed", 20), new SheetColumn("As at", 12),
        ],
        register.Rows.Select(row => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Of(row.Name), SheetCell.Of(row.Role), SheetCell.Of(row.Audience), SheetCell.Of(row.Policy),
            SheetCell.Of(row.Version), SheetCell.Of(row.Due), SheetCell.Of(row.Standing), SheetCell.Of(row.SignedAt), SheetCell.Of((DateOnly?)register.AsAt),
        ]));
}
