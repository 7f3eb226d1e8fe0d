using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reports;
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

    private static int FiguresOfTheFront(IReadOnlyList<string> alternatives) => alternatives.Count(words => !IllustratedPolicy.Descriptions.Contains(words));

    private async Task<byte[]?> CopyAsync(Actor actor) =>
        (await school.AskAsync((SignedCopyQuery query) => query.ExecuteAsync(actor, id, TestContext.Current.CancellationToken)))?.File;
}
