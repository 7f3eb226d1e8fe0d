using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Tests.Documents;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports.EvidencePacks;

/// <summary>The document that a school published, and what its reading left out, in the evidence that leaves the school.</summary>
public sealed class PackedOriginalTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private IReadOnlyDictionary<string, byte[]> files = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await IllustratedPolicy.PublishAsync(school);
        await school.SignAsync(await school.HireAsync("Amelia Hart"), version);
        await school.SignAsync(await school.HireAsync("Zoe Park"), version);
        files = await PackAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_document_is_packed_once_with_the_hash_that_was_sealed_when_its_version_was_published()
    {
        await using var db = await school.DbAsync();
        var sealedFacts = PublicationFacts.Parse(
            (await db.Evidence.SingleAsync(row => row.Kind == EvidenceKind.PolicyPublished, TestContext.Current.CancellationToken)).Payload!
        );

        var packed = Assert.Single(files, file => file.Key.Contains(" original", StringComparison.Ordinal));

        Assert.EndsWith(" original.docx", packed.Key, StringComparison.Ordinal);
        Assert.Equal(IllustratedPolicy.Document, packed.Value);
        Assert.Equal((sealedFacts.Original!.Sha256, sealedFacts.Original.Bytes), (Sha256Hex.Compute(packed.Value), packed.Value.Length));
        Assert.Equal(2, files.Keys.Count(name => name.StartsWith("signed-copies/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_page_of_the_pack_names_the_document_and_every_decision_with_who_made_it()
    {
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(
            Encoding.UTF8.GetString(files["index.html"]),
            TestContext.Current.CancellationToken
        );
        var words = string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(
            $"Mobile phones 2026.docx (application/vnd.openxmlformats-officedocument.wordprocessingml.document, 52 bytes)"
                + $"SHA-256 {Sha256Hex.Compute(IllustratedPolicy.Document)}",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("The document has 310 words without what was left out, and what was read from it 310.", words, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Struck-out words, under 1 Rules: left out, rightly. Helen Ashdown, 14 September 2026, 10:00 BST"
                    + "“may give pupils their <b>mobile</b> number”",
                "Hidden words, under 1.1 Tables: put in by hand. Helen Ashdown, 14 September 2026, 10:00 BST"
                    + $"words with the SHA-256 {Sha256Hex.Compute(new string('x', 400))}",
            ],
            page.QuerySelectorAll("h2")
                .Single(heading => heading.TextContent.StartsWith("What the reading", StringComparison.Ordinal))
                .ParentElement!.QuerySelectorAll("h3 ~ ul li")
                .Select(item => item.TextContent)
        );
        Assert.Empty(page.QuerySelectorAll("b"));
    }

    [PdfToolsFact]
    public async Task The_record_on_a_signed_copy_names_the_document_and_the_decisions_without_the_words_that_were_hidden()
    {
        var copy = files.First(file => file.Key.StartsWith("signed-copies/", StringComparison.Ordinal)).Value;
        var words = string.Concat((await PdfTools.TextOfAsync(copy)).Split((char[]?)null));

        Assert.Contains("“Mobilephones2026.docx”,", words, StringComparison.Ordinal);
        Assert.Contains(",52bytes,SHA-256", words, StringComparison.Ordinal);
        Assert.Contains(Sha256Hex.Compute(IllustratedPolicy.Document), words, StringComparison.Ordinal);
        Assert.Contains("Struck-outwords,under1Rules:leftout,rightly.HelenAshdown,", words, StringComparison.Ordinal);
        Assert.Contains("Hiddenwords,under1.1Tables:putinbyhand.HelenAshdown,", words, StringComparison.Ordinal);
        Assert.DoesNotContain("maygivepupils", words, StringComparison.Ordinal);
        Assert.All(
            IllustratedPolicy.Descriptions,
            description => Assert.Contains(description, PdfAssert.AlternativesOfAsync(copy).Result, StringComparer.Ordinal)
        );
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> PackAsync()
    {
        var selection = new EvidencePackSelection(DateOnly.FromDateTime(TestSchool.Monday.Date));
        using var target = new MemoryStream();
        await school.AskAsync(
            async (EvidencePackPlanQuery query) =>
            {
                var plan = (await query.ExecuteAsync(school.Headteacher, selection, TestContext.Current.CancellationToken))!;
                await school.AskAsync(
                    async (EvidencePackWriter writer) =>
                    {
                        await writer.ExecuteAsync(school.Headteacher, plan, target, _ => { }, TestContext.Current.CancellationToken);
                        return true;
                    }
                );
                return true;
            }
        );
        using var archive = new ZipArchive(new MemoryStream(target.ToArray()));
        var unpacked = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            await using var stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            unpacked.Add(entry.FullName, content.ToArray());
        }

        return unpacked;
    }
}
