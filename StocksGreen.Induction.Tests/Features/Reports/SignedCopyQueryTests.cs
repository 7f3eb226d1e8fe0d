using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.Signing;
using StocksGreen.Induction.Tests.Documents;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports;

/// <summary>What a signer keeps of a policy with tables and pictures, from the store. PICTURES=folder keeps the file to be looked at.</summary>
public sealed class SignedCopyQueryTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private AttestationId id;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart", jobTitle: "Teaching assistant");
        id = await school.SignAsync(amelia, await IllustratedPolicy.PublishAsync(school));
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [PdfToolsFact]
    public async Task Five_tables_and_three_pictures_stand_on_the_signed_copy_as_tables_and_figures()
    {
        var copy = await CopyAsync(amelia);
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "signed-copy.pdf"), copy!, TestContext.Current.CancellationToken);
        }

        await PdfAssert.IsSoundAsync(copy!);
        var elements = await PdfAssert.ElementsOfAsync(copy!);
        var alternatives = await PdfAssert.AlternativesOfAsync(copy!);
        Assert.All(IllustratedPolicy.Descriptions, words => Assert.Single(alternatives, words));
        Assert.Equal(3, elements.Split('\n').Count(line => line.Trim().StartsWith("Figure", StringComparison.Ordinal)) - FiguresOfTheFront(alternatives));
        Assert.DoesNotContain("Picture:", await PdfTools.PlainTextOfAsync(copy!), StringComparison.Ordinal);
        var images = (await PdfTools.RunAsync(copy!, "pdfimages", ["-list"]))
            .Output.Split('\n')
            .Count(line => line.Contains(" image ", StringComparison.Ordinal));
        Assert.Equal(3, images);
        var words = await PdfTools.PlainTextOfAsync(copy!);
        Assert.Equal(5, words.Split("Whom to ring").Length - 1 + words.Split("Phone in class").Length - 1);
    }

    [Fact]
    public async Task No_one_else_has_it()
    {
        Assert.Null(await CopyAsync(await school.HireAsync("Zoe Park")));
        Assert.NotNull(await CopyAsync(school.Headteacher));
    }

    /// <summary>With the tools of anyone who holds the file, and nothing of the school's.</summary>
    [PdfToolsFact]
    public async Task Whoever_holds_the_copy_can_compute_the_hash_that_it_prints()
    {
        foreach (var copy in new[] { await CopyAsync(amelia), await CopyAsync(school.Headteacher) })
        {
            var (name, content) = await AttachmentOfAsync(copy!);

            Assert.Equal("attestation.json", name);
            Assert.Contains($"Content of the entry, SHA-256 {Sha256Hex.Compute(content)}", await PdfTools.PlainTextOfAsync(copy!), StringComparison.Ordinal);
            using var facts = JsonDocument.Parse(content);
            Assert.Equal("NothingToDeclare", facts.RootElement.GetProperty("declaration").GetProperty("outcome").GetString());
        }
    }

    [PdfToolsFact]
    public async Task The_offices_copy_carries_it_without_what_was_declared()
    {
        var copy = await CopyAsync(await school.HireOfficeAsync());

        var (name, content) = await AttachmentOfAsync(copy!);

        Assert.Equal("attestation-without-declaration.json", name);
        using var facts = JsonDocument.Parse(content);
        Assert.Equal(id.Value, facts.RootElement.GetProperty("attestation").GetGuid());
        Assert.False(facts.RootElement.TryGetProperty("declaration", out _));
        Assert.DoesNotContain("NothingToDeclare", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    }

    /// <summary>Else anyone who has all the rest and the hash could try out which of the two it was.</summary>
    [PdfToolsFact]
    public async Task What_was_declared_cannot_be_guessed_from_the_rest_and_the_hash()
    {
        var (_, mine) = await AttachmentOfAsync((await CopyAsync(amelia))!);
        var other = await school.HireAsync("Zoe Park");
        await using var db = await school.DbAsync();
        var version = (await db.Attestations.SingleAsync(row => row.Id == id, TestContext.Current.CancellationToken)).VersionId;
        id = await school.SignAsync(other, version);
        var (_, theirs) = await AttachmentOfAsync((await CopyAsync(other))!);

        var (one, two) = (SaltOf(mine), SaltOf(theirs));
        Assert.Matches("^[0-9a-f]{32}$", one);
        Assert.NotEqual(one, two);

        static string SaltOf(byte[] content)
        {
            using var facts = JsonDocument.Parse(content);
            return facts.RootElement.GetProperty("declaration").GetProperty("salt").GetString()!;
        }
    }

    /// <summary>Whether the seal will be stamped is known only once it is: the paper says so of a stamp that came, and of none else.</summary>
    [PdfToolsFact]
    public async Task A_time_stamp_is_told_where_there_is_one()
    {
        await using var service = new TimeStampStub();
        await using var silent = new TimeStampStub(_ => null);
        var query = school.Get<CertificateQuery>();
        foreach (var (stub, isStamped) in new[] { (service, true), (silent, false) })
        {
            using var authority = new TimeStampAuthority(stub.Address, TimeSpan.FromSeconds(isStamped ? 20 : 0.5), NullLogger<TimeStampAuthority>.Instance);
            var seal = new SignPdf(school.Get<SigningKeyStore>(), school.Get<StampServices>(), authority, school.Clock);
            var copies = new SignedCopyQuery(query, seal, school.Get<IDbContextFactory<InductionDb>>());

            var copy = (await copies.ExecuteAsync(amelia, id, TestContext.Current.CancellationToken))!.Value.File;

            Assert.Equal(isStamped, Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(copy)).StampedAt is not null);
            var words = await PdfTools.PlainTextOfAsync(copy);
            Assert.Equal(isStamped, words.Contains("an outside service stamped the seal with the time", StringComparison.Ordinal));
            Assert.Equal(isStamped, words.Contains("on the seal of this file: by when it was there", StringComparison.Ordinal));
            Assert.Equal(!isStamped, words.Contains("no outside clock has confirmed them", StringComparison.Ordinal));
        }
    }

    [PdfToolsFact]
    public async Task It_is_attached_as_the_data_of_the_document_in_a_file_of_the_kind_that_allows_it()
    {
        var copy = (await CopyAsync(amelia))!;
        var json = (await PdfTools.RunAsync(copy, "qpdf", ["--json"])).Output;

        await PdfAssert.IsSoundAsync(copy);
        Assert.Contains(
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
            (await PdfTools.RunAsync(copy, "pdfinfo", ["-meta"])).Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\"/AFRelationship\": \"/Data\"", json, StringComparison.Ordinal);
        Assert.Contains("\"/Subtype\": \"/application/json\"", json, StringComparison.Ordinal);
        Assert.Matches("\"/AF\": \\[\\s*\"[0-9]+ 0 R\"\\s*\\]", json);
        Assert.Contains("\"/EmbeddedFiles\": {", json, StringComparison.Ordinal);
        Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(copy));
    }

    private static async Task<(string Name, byte[] Content)> AttachmentOfAsync(byte[] copy)
    {
        var folder = Directory.CreateTempSubdirectory("stocksgreen-attached-");
        try
        {
            await PdfTools.RunAsync(copy, "pdfdetach", ["-saveall", "-o", folder.FullName]);
            var file = Assert.Single(folder.GetFiles());
            return (file.Name, await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int FiguresOfTheFront(IReadOnlyList<string> alternatives) => alternatives.Count(words => !IllustratedPolicy.Descriptions.Contains(words));

    private async Task<byte[]?> CopyAsync(Actor actor) =>
        (await school.AskAsync((SignedCopyQuery query) => query.ExecuteAsync(actor, id, TestContext.Current.CancellationToken)))?.File;
}
