using StocksGreen.Induction.Documents.Spreadsheets;

namespace StocksGreen.Induction.Tests.Documents.Spreadsheets;

internal static class SheetSamples
{
    internal static Sheet TwoPeople { get; } = new(
        "Who has not signed",
        [new SheetColumn("Person", 28), new SheetColumn("Staff number"), new SheetColumn("Due"), new SheetColumn("Signatures"), new SheetColumn("Last chased", 20)],
        [
            [SheetCell.Of("Chloë Łukasz"), SheetCell.Of("007"), SheetCell.Of(new DateOnly(2026, 9, 18)), SheetCell.Of(3L), SheetCell.Of(new DateTimeOffset(2026, 9, 14, 15, 5, 0, TimeSpan.Zero))],
            [SheetCell.Of("Novák, Jan \"JJ\""), SheetCell.Of("-1:1 Support"), SheetCell.Of((string?)null), SheetCell.Of(-2L), SheetCell.Of(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero))],
        ]);
}
