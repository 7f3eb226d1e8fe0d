using System.Text.Json.Nodes;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

public sealed class InspectionTests
{
    [Fact]
    public void What_stands_at_the_top_names_links_notes_losses_words_and_the_file()
    {
        var section = new PolicySection(
            "1",
            "Help",
            1,
            [
                new Paragraph(
                    RichText.FromRuns([new TextRun("See "), new("the ", Link: "https://a.example/"), new("page", TextStyle.Bold, "https://a.example/")])
                ),
            ]
        )
        {
            Notes = [new Note("2", RichText.FromMarkdown("From *KCSIE*."))],
        };
        var imported = new ImportOutcome.Imported(new PolicyContent("Policy", "", [], [], [section], [], null, null), [])
        {
            LeftOut = [.. Enum.GetValues<LeftOutKind>().Select(kind => new LeftOut(kind, "words", "page 1"))],
            Coverage = new Coverage(10, 9, ["lost"]),
        };

        var json = JsonNode.Parse(PolicyInspection.ToJson(imported, new OriginalFile("application/pdf", 7, "ab")))!;

        Assert.Equal("""[{"section":"1 Help","text":"the page","address":"https://a.example/"}]""", json["links"]!.ToJsonString());
        Assert.Equal("""[{"mark":"2","text":"From *KCSIE*.","section":"1 Help"}]""", json["notes"]!.ToJsonString());
        Assert.Equal(
            ["struck-out", "hidden", "deleted", "inserted", "comment", "watermark", "header", "placeholder", "picture", "symbol", "object"],
            json["leftOut"]!.AsArray().Select(one => (string?)one!["kind"])
        );
        Assert.Equal("""{"sourceWords":10,"resultWords":9,"missing":["lost"]}""", json["coverage"]!.ToJsonString());
        Assert.Equal("""{"mediaType":"application/pdf","bytes":7,"sha256":"ab"}""", json["original"]!.ToJsonString());
    }
}
