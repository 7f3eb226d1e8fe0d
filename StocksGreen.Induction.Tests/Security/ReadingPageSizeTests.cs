using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>A policy is read on a phone, over whatever network there is.</summary>
public sealed class ReadingPageSizeTests(OwnSchool school) : IClassFixture<OwnSchool>
{
    private const int Most = 60 * 1024; // bytes, without the pictures

    private const string Sentence =
        "Staff tell the designated safeguarding lead at once, write down what the child said in the child’s own words, and sign it. ";

    [Fact]
    public async Task A_page_with_five_tables_and_three_pictures_is_small_and_its_pictures_wait_until_one_gets_near()
    {
        var pictures = await KeepAsync(3);
        var text = Policy(pictures);
        Assert.Equal(5, text.Sections.SelectMany(section => BlockText.All(section.Blocks)).OfType<Table>().Count());
        var version = await school.App.PublishAsync(text, [new AudienceDuty(Audience.Employee, Duty.FullSignature, null)]);
        using var reader = await Visitor.AsAsync(school.App, await school.App.AddPersonAsync("Rhona Reader"));

        var part = await reader.GetAsync(Urls.Part(version, 1));

        Assert.Equal(HttpStatusCode.OK, part.Status);
        Assert.Equal(5, part.Document.QuerySelectorAll("main table").Length);
        var shown = part.Document.QuerySelectorAll("main .policy-text img");
        Assert.Equal(pictures.Select(Urls.PolicyPicture), shown.Select(image => image.GetAttribute("src")!));
        Assert.All(
            shown,
            image => Assert.Equal(("lazy", "640", "360"), (image.GetAttribute("loading"), image.GetAttribute("width"), image.GetAttribute("height")))
        );
        Assert.InRange(Encoding.UTF8.GetByteCount(part.Body), 10_000, Most);
    }

    private static PolicyContent Policy(IReadOnlyList<string> pictures) =>
        new(
            "Safeguarding with Pictures Policy",
            "Stocks Green Primary School",
            [new KeyDetail("Date written", "August 2026")],
            [],
            [
                new PolicySection(
                    "1",
                    "What to do",
                    1,
                    [
                        .. Enumerable.Range(1, 5).SelectMany(Table),
                        .. pictures.Select((hash, i) => new Picture(hash, "image/gif", $"A flow chart of who is told, sheet {i + 1}", 640, 360)),
                    ]
                ),
            ],
            [],
            null,
            null
        );

    // A paragraph of 46 words and a table of six rows with three cells each: 600 words of text and as many in tables.
    private static IEnumerable<Block> Table(int number) =>
        [
            new Paragraph(RichText.FromPlainText($"{Sentence}{Sentence}")),
            new Table(
                RichText.FromPlainText($"Table {number}"),
                1,
                0,
                [
                    new TableRow([Cell("Sign"), Cell("What it may mean"), Cell("What you do")]),
                    .. Enumerable.Range(1, 6).Select(row => new TableRow([Cell($"Sign {row}"), Cell(Sentence), Cell(Sentence)])),
                ]
            ),
        ];

    private static TableCell Cell(string words) => TableCell.Of(RichText.FromPlainText(words));

    private Task<List<string>> KeepAsync(int count) =>
        school.App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var files = Enumerable.Range(1, count).Select(i => (byte[])[.. "GIF89a"u8, (byte)i, 0, 1, 0, 0, 0, 0]).ToList();
            db.PolicyFiles.AddRange(files.Select(file => new PolicyFile(Sha256Hex.Compute(file), file)));
            await db.SaveChangesAsync();
            return files.ConvertAll(file => Sha256Hex.Compute(file));
        });
}
