using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A policy in which every kind of block stands, in every place that it may have.</summary>
internal static class EveryBlock
{
    public const string Address = "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2";

    public static readonly string Described = new('a', 64);

    public static readonly string NotDescribed = new('b', 64);

    public static PolicyContent Policy() =>
        new(
            "Mobile Phone Policy",
            "Stocks Green Primary School",
            [new KeyDetail("Date written", "August 2026")],
            [Text("Read this **before** term.[^1]")],
            Sections(),
            [],
            null,
            null
        )
        {
            PreambleNotes = [new Note("1", RichText.FromMarkdown("Term begins on 2 September."))],
        };

    public static IReadOnlyList<PolicySection> Sections() =>
        [
            new PolicySection(
                "1",
                "Rules",
                1,
                [
                    Text("Raise it within 24^{2} hours with *the* <u>right</u> person; drink H_{2}O. See (b) below and [the guidance](" + Address + ")[^2]."),
                    Heading("Who decides", 1),
                    new NumberedList([
                        Item("(a)", "The *headteacher*, who decides on:", Bullets("phones in class", "phones on trips[^2]")),
                        Item("(b)", "The deputy.", new NumberedList([Item("(i)", "on Mondays"), Item("(ii)", "on school trips")]), Text("And no one else.")),
                        Item("10.", "The governors.", Matrix()),
                    ]),
                    Heading("On trips", 2),
                    Text("Again [the guidance](" + Address + ")."),
                    new Callout([Text("**In an emergency** ring 999."), Bullets("Then the office.")]),
                ]
            )
            {
                Notes = [new Note("2", RichText.FromMarkdown("As *amended* in [2026](https://example.org/2026)."))],
            },
            new PolicySection(
                "1.1",
                "Tables",
                2,
                [
                    Matrix(),
                    new Table(
                        RichText.FromMarkdown("Whom to *ring*"),
                        2,
                        1,
                        [
                            new TableRow([Cell("Who", rows: 2), Cell("How", columns: 2)]),
                            new TableRow([Cell("By day"), Cell("At night")]),
                            new TableRow([Cell("Teachers", rows: 2), new TableCell([Bullets("Never post", "Never “friend”")]), Cell("Look | ask | tell")]),
                            new TableRow([Cell("01234 567890", columns: 2)]),
                        ]
                    ),
                ]
            ),
            new PolicySection(
                "",
                "Pictures",
                1,
                [
                    new Picture(Described, "image/png", "A flow chart: tell the lead, then write it down", 320, 160),
                    new Picture(NotDescribed, "image/jpeg", null, 0, 0),
                    new Picture(Described, "image/png", "", 40, 20),
                ]
            ),
        ];

    /// <summary>Ticks in their own columns, and many empty cells.</summary>
    public static Table Matrix() =>
        new(
            default,
            1,
            0,
            [
                new TableRow([Cell(""), Cell("Staff"), Cell("Pupils"), Cell("Visitors")]),
                new TableRow([Cell("Phone in class"), Cell("✗"), Cell(""), Cell("")]),
                new TableRow([Cell("Guest wifi"), Cell(""), Cell(""), Cell("✓")]),
            ]
        );

    private static Paragraph Text(string markdown) => new(RichText.FromMarkdown(markdown));

    private static Subheading Heading(string words, int level) => new(RichText.FromMarkdown(words), level);

    private static BulletList Bullets(params string[] items) => new([.. items.Select(item => new ListItem("", RichText.FromMarkdown(item), []))]);

    private static ListItem Item(string label, string markdown, params Block[] nested) => new(label, RichText.FromMarkdown(markdown), nested);

    private static TableCell Cell(string markdown, int columns = 1, int rows = 1) =>
        TableCell.Of(RichText.FromMarkdown(markdown)) with
        {
            Columns = columns,
            Rows = rows,
        };
}
