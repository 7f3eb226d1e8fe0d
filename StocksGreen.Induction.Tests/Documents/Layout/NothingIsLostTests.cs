using System.Globalization;
using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Layout;

/// <summary>Whatever is put into a document is on one of its pages: every container, with texts of any length.</summary>
public sealed class NothingIsLostTests
{
    private readonly List<string> words = [];

    public static TheoryData<string> Containers =>
        [
            "text",
            "heading",
            "bullets",
            "deep bullets",
            "list",
            "deep list",
            "long labels",
            "box",
            "panels",
            "slips",
            "slips with a corner",
            "next to a figure",
            "grid",
            "grid with a long head",
            "table",
            "table with a long caption",
            "table with a long head",
            "table with covering cells",
            "list in a narrow cell",
            "everything in a box",
        ];

    [PdfToolsTheory]
    [MemberData(nameof(Containers))]
    public async Task Every_word_is_on_a_page_however_long_the_texts_are(string container)
    {
        var random = new Random(container.Sum(letter => letter));
        var blocks = new List<FlowBlock> { new Heading(1, Some(3)) };
        foreach (var most in new[] { 12, 120, 800 })
        {
            blocks.Add(new TextBlock(Typography.Body, Some(random.Next(1, 400))));
            blocks.AddRange(Make(container, () => Some(random.Next(most / 2, most))));
        }

        var document = new FlowDocument(new PdfMetadata("Title", "School", "Subject", DocumentSamples.ProducedAt), PageSetup.Portrait);
        document.AddRange(blocks);
        var pdf = document.ToPdf();

        var printed = (await PdfTools.TextOfAsync(pdf)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(words.Except(printed));
        (await PdfLook.AtAsync(pdf)).AssertNothingIsCutOrOverlaps();
    }

    private IEnumerable<FlowBlock> Make(string container, Func<string> text) =>
        container switch
        {
            "text" => [Text(text())],
            "heading" => [new Heading(2, text()), Text(text())],
            "bullets" => [new Bullets([Bullet(text), Bullet(text)])],
            "deep bullets" => [new Bullets([DeepBullet(12, text)])],
            "list" => [new ItemList([Item("•", text), Item("•", text)], IsLabelled: false)],
            "deep list" => [Deep(14, text)],
            "long labels" => [new ItemList([Item(text(), text), Item("(b)", text)], IsLabelled: true)],
            "box" => [new Box([Text(text()), new Heading(2, text()), Text(text())])],
            "panels" =>
            [
                new Panels([
                    [Text(text()), Text(text())],
                    [Text(text())],
                    [Text(text())],
                ]),
            ],
            "slips" => [new Panels([.. Enumerable.Range(0, 5).Select(_ => Slip(text))]) { IsCutOut = true, Places = 2 }],
            "slips with a corner" =>
            [
                new Panels([.. Enumerable.Range(0, 3).Select(_ => Slip(text))])
                {
                    IsCutOut = true,
                    Places = 2,
                    Step = 144,
                    Corner = QrCode.Create("https://school.example", 60),
                },
            ],
            "next to a figure" => [QrCode.Create("https://school.example", 82) with { SideText = [Text(text()), Text(text())] }],
            "grid" =>
            [
                new Grid(
                    [new GridColumn(Some(2), 1), new GridColumn(Some(1), 3)],
                    [
                        [text(), text()],
                        [Some(1), text()],
                    ]
                ),
            ],
            "grid with a long head" =>
            [
                new Grid(
                    [new GridColumn(text(), 1), new GridColumn(text(), 1)],
                    [
                        [text(), text()],
                    ]
                ),
            ],
            "table" => [Table([], text)],
            "table with a long caption" => [Table([new Run(text())], text)],
            "table with a long head" => [new BlockTable([], 1, 0, [Cell(0, 0, text), Cell(0, 1, text), Cell(1, 0, text), Cell(1, 1, text)])],
            "table with covering cells" =>
            [
                new BlockTable([], 0, 0, [Cell(0, 0, text) with { Rows = 3 }, Cell(0, 1, text), Cell(1, 1, text), Cell(2, 1, text)]),
            ],
            "list in a narrow cell" => [new BlockTable([], 0, 0, [.. Enumerable.Range(0, 8).Select(i => new BlockCell(0, i, 1, 1, [Deep(9, () => Some(2))]))])],
            "everything in a box" =>
            [
                new Box([
                    Table([], text),
                    Deep(4, text),
                    new Panels([
                        [Text(text())],
                        [Text(text())],
                    ]),
                    new Bullets([Bullet(text)]),
                ]),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(container), container, "No such container."),
        };

    /// <summary>Words that no other text of the document has.</summary>
    private string Some(int count)
    {
        var more = Enumerable.Range(words.Count, count).Select(i => "w" + i.ToString("0000", CultureInfo.InvariantCulture)).ToList();
        words.AddRange(more);
        return string.Join(' ', more);
    }

    private static TextBlock Text(string text) => new(Typography.Body, text);

    private static IReadOnlyList<TextBlock> Slip(Func<string> text) => [Text(text()), Text(text()) with { IsItem = true }, Text(text()) with { IsItem = true }];

    private static BulletEntry Bullet(Func<string> text) => new([new Run(text())], [new BulletEntry([new Run(text())], [])]);

    private BulletEntry DeepBullet(int levels, Func<string> text) =>
        new([new Run(levels % 4 == 0 ? text() : Some(3))], levels == 0 ? [] : [DeepBullet(levels - 1, text)]);

    private static ListEntry Item(string label, Func<string> text) => new(label, [new Run(text())], [Text(text())]);

    private ItemList Deep(int levels, Func<string> text) =>
        new(
            [new ListEntry(levels % 2 == 0 ? "•" : "(iii)", [new Run(levels % 4 == 0 ? text() : Some(3))], levels == 0 ? [] : [Deep(levels - 1, text)])],
            levels % 2 == 1
        );

    private BlockTable Table(IReadOnlyList<Run> caption, Func<string> text) =>
        new(
            caption,
            1,
            1,
            [
                new BlockCell(0, 0, 1, 1, [Text(Some(1))]),
                new BlockCell(0, 1, 1, 1, [Text(Some(2))]),
                Cell(1, 0, text),
                new BlockCell(1, 1, 1, 1, [Text(text()), Deep(3, text), new Box([Text(text())]), new Heading(3, text())]),
            ]
        );

    private static BlockCell Cell(int row, int column, Func<string> text) => new(row, column, 1, 1, [Text(text())]);
}
