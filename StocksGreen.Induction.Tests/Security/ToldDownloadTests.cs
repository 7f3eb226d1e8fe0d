using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Whoever takes names out of the system stands in the access log.</summary>
public sealed class ToldDownloadTests(SharedSchool school)
{
    /// <summary>Files that tell of no other person, and why.</summary>
    private static readonly string[] OfNobodyElse =
    [
        "/signed-copies/{id:guid}.pdf", // told where it is someone else's
        "/crest/{hash:length(64)}.png",
    ];

    [Fact]
    public async Task Every_file_that_is_given_out_is_told_or_holds_nobodys_name()
    {
        var app = await school.AppAsync();

        var files = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => Path.GetExtension(endpoint.RoutePattern.RawText) is ".pdf" or ".csv" or ".xlsx" or ".docx" or ".zip" or ".png")
            .ToList();

        Assert.Contains(files, file => file.RoutePattern.RawText == Urls.Register);
        Assert.Empty(
            files
                .Where(file => file.Metadata.GetMetadata<Told>() is null)
                .Select(file => file.RoutePattern.RawText!)
                .Except([.. OfNobodyElse, Urls.EvidencePack], StringComparer.Ordinal)
        );
        Assert.Contains(files, file => file.RoutePattern.RawText == Urls.EvidencePack && file.Metadata.GetMetadata<Told>() is not null);
    }

    [Fact]
    public async Task The_headteacher_reads_who_downloaded_the_register_and_from_where()
    {
        var app = await school.AppAsync();
        using var head = await Visitor.AsAsync(app, DemoStaffList.Headteacher);

        var file = await head.GetAsync(Urls.RegisterCsv);
        var page = await head.GetAsync(Urls.WhoDidWhat + "?kind=Files");

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("downloaded the register as CSV", page.Document.QuerySelector("table")!.ShownWords(), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page.Document.QuerySelector("table")!.ShownWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_others_the_page_is_not_there()
    {
        var app = await school.AppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.WhoDidWhat)).Status);
    }
}
