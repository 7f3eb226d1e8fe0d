using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Radzen;
using StocksGreen.Induction;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Features.Keeping;
using StocksGreen.Induction.Features.Mailing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reporting;
using StocksGreen.Induction.Features.Reporting.Packing;
using StocksGreen.Induction.Features.Verifying;
using StocksGreen.Induction.Shell;
using StocksGreen.Induction.Ui;

// Sorting, dates and numbers are British whatever the server's own language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

return await CommandLine.RunAsync(args, Wiring.AddEverything, ServeAsync);

static async Task<int> ServeAsync(string[] arguments, DataFolder? given, Action<string>? whenReady)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    var folder = given ?? DataFolder.At(builder.Configuration["Induction:DataFolder"]);
    Wiring.AddEverything(builder.Services, folder, mayWrite: true);
    builder.Services.AddPurging();
    builder.Services.AddMailSending(builder.Configuration);
    builder.Services.AddRazorComponents().AddInteractiveServerComponents();
    builder.Services.AddRadzenComponents();
    builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
    builder.Services.AddCheckLimits();
    builder.Services.AddTrustedProxies(builder.Configuration);

    await using var app = builder.Build();
    using var onlyServer = DatabaseLock.Take(folder);
    await DatabaseStartup.PrepareAsync(app.Services.GetRequiredService<IDbContextFactory<InductionDb>>(), folder, CancellationToken.None);
    await app.Services.GetRequiredService<EvidenceWriter>().BringRequirementsUpToDateAsync(CancellationToken.None);
    await SealStartup.PrepareAsync(app.Services, CancellationToken.None);

    app.UseRefusalOfOddHosts();
    app.UseForwardedHeaders();
    app.UseResponseCompression();
    app.UseSafeHeaders();
    app.UseExceptionHandler(Urls.Fault, createScopeForErrors: true);
    app.UseRefusalPages();
    app.UseRouting();
    app.UseSetUpGate();
    app.UseNotFoundForNoEndpoint();
    app.UseCheckLimits();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapStaticAssets().AllowAnonymous();
    app.MapAccounts();
    app.MapReading();
    app.MapReporting();
    app.MapChasing();
    app.MapPacking();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");

    await app.StartOrRefuseAsync();
    await StartUpWords.PrintAsync(app, folder, whenReady);
    await app.WaitForShutdownAsync();
    return 0;
}

/// <summary>The entry point; public so that tests can start the whole application.</summary>
public partial class Program;
