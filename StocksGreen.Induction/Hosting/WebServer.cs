using Microsoft.AspNetCore.HostFiltering;
using MudBlazor.Services;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Accounts.Startup;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Layout;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Features.Branding;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Features.Chasing.Outbox;
using StocksGreen.Induction.Features.Evidence.Backups;
using StocksGreen.Induction.Features.PaperCheck;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Features.Privacy;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Features.Staff.SignIns;
using StocksGreen.Induction.Hosting.Health;
using StocksGreen.Induction.Hosting.Middleware;

namespace StocksGreen.Induction.Hosting;

/// <summary>The program as a web server.</summary>
internal static class WebServer
{
    /// <summary>Serves until it is stopped.</summary>
    /// <param name="arguments">Settings as ASP.NET Core reads them: <c>--urls</c>, <c>--environment</c> …</param>
    /// <param name="given">Null for the folder that the settings name.</param>
    /// <param name="whenReady">Told the address once it answers; null to say it on the console.</param>
    /// <returns>0.</returns>
    /// <exception cref="OperatorException">It cannot start.</exception>
    internal static async Task<int> ServeAsync(string[] arguments, DataFolder? given, Action<string>? whenReady)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        // Before anything is made of them: a level of the log that is none would end the making of the server.
        if (Settings.Faults(builder.Configuration) is { Count: > 0 } faults)
        {
            throw new OperatorException(string.Join(Environment.NewLine, faults));
        }

        var folder = given ?? DataFolder.At(Settings.DataFolder(builder.Configuration));
        AddServices(builder.Services, folder, Settings.Mail(builder.Configuration));
        builder.Services.AddTelemetry(Settings.Telemetry(builder.Configuration));
        // Under systemd and as a Windows service the program says when it is ready and is stopped as these ask; elsewhere they do nothing.
        builder.Services.AddSystemd().AddWindowsService();

        await using var app = builder.Build();
        using var onlyServer = await StartupChecks.RunAsync(app.Services, CancellationToken.None);
        AddMiddleware(app);
        MapEndpoints(app);
        await app.StartOrRefuseAsync();
        await StartupMessages.PrintAsync(app, folder, whenReady);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void AddServices(IServiceCollection services, DataFolder folder, MailOptions mail)
    {
        ServiceRegistration
            .AddEverything(services, folder, mayWrite: true)
            .AddAccessLogWorker()
            .AddRetentionWorker()
            .AddUpkeep()
            .AddMailSending(mail)
            .AddLinkSending(mail)
            .AddAnchoring(mail)
            .AddPaperCheckLimits()
            .AddTrustedProxies();
        services
            .AddOptions<HostFilteringOptions>()
            .Configure<InductionOptions>((filter, induction) => filter.AllowedHosts = SchoolAddressMiddleware.AllowedHosts(induction));
        services.AddMudServices();
        // Open lists keep their connection: without a bound the server would wait half a minute for them when it is stopped.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(4));
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                // A page whose line broke is kept for as long as people wait for one, and never many of them.
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                options.DisconnectedCircuitMaxRetained = 40;
            });
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database")
            .AddCheck<SigningKeyHealthCheck>("signing key")
            .AddCheck<DataFolderHealthCheck>("data folder");
    }

    private static void AddMiddleware(WebApplication app)
    {
        app.UseMiddleware<HostHeaderMiddleware>();
        app.UseTrustedProxies();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        // Before all that asks who someone is or what the database holds, so that it answers when those cannot, and before all that leads to
        // the school's address: a container asks the machine itself, over plain HTTP.
        app.UseHealthChecks(Urls.HealthLive, HealthAnswer.OfTheProgram);
        app.UseHealthChecks(Urls.HealthReady, HealthAnswer.Options);
        app.UseHealthChecks(Urls.Health, HealthAnswer.Options);
        app.UseMiddleware<SchoolAddressMiddleware>();
        app.UseResponseCompression();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = Urls.Fault,
                CreateScopeForErrors = true,
                // A full disk or a busy database needs a sentence in the log and not a page of it for every request.
                SuppressDiagnosticsCallback = told => SaidInOneLine(told.HttpContext, told.Exception),
            }
        );
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<StatusPagesMiddleware>();
        app.UseRouting();
        app.UseReadableQueries();
        app.UseMiddleware<SetUpMiddleware>();
        app.UseMiddleware<UnknownEndpointMiddleware>();
        app.UsePaperCheckLimits();
        app.UseAuthentication();
        app.UseSecondStep();
        app.UseAuthorization();
        app.UseLiveConnectionLimits();
        app.UseMiddleware<UnreadableFormMiddleware>();
        app.UseAntiforgery();
    }

    private static bool SaidInOneLine(HttpContext context, Exception fault)
    {
        var kind = context.RequestServices.GetRequiredService<FaultSource>().KindOf(fault);
        if (kind is not FaultKind.Unknown)
        {
            context
                .RequestServices.GetRequiredService<ILoggerFactory>()
                .CreateLogger(typeof(WebServer))
                .LogWarning(
                    "{What} A request was answered with 503; nothing of it was saved.",
                    kind is FaultKind.Busy ? "The database is busy." : $"Nothing can be written: {fault.GetBaseException().Message}"
                );
        }

        return kind is not FaultKind.Unknown;
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccounts();
        app.MapReading();
        app.MapPolicies();
        app.MapReports();
        app.MapBranding();
        app.MapChasing();
        app.MapStaff();
        app.MapEvidencePacks();
        app.MapPrivacy();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
