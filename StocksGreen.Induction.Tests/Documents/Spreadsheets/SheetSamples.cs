using StocksGreen.Induction.Documents.Spreadsheets;

namespace StocksGreen.Induction.Tests.Documents.Spreadsheets;

internal static class SheetSamples
{
    internal static Sheet TwoPeople { get; } =
        new(
            "Who has not signed",
            [
                new SheetColumn("Person", 28),
                new SheetColumn("Staff number"),
                new SheetColumn("Due"),
                new SheetColumn("Signatures"),
                new SheetColumn("Last chased", 20),
            ],
            [
                [
                    SheetCell.From("Chloë Łukasz"),
                    SheetCell.From("007"),
                    SheetCell.From(new DateOnly(2026, 9, 18)),
                    SheetCell.From(3L),
                    SheetCell.From(new DateTimeOffset(2026, 9, 14, 15, 5, 0, TimeSpan.Zero)),
                ],
                [
                    SheetCell.From("Novák, Jan \"JJ\""),
                    SheetCell.From("-1:1 Support"),
                    SheetCell.From((string?)null),
                    SheetCell.From(-2L),
                    SheetCell.From(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero)),
                ],
            ]
        );
}
