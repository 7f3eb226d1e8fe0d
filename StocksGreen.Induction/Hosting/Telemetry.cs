using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Hosting;

/// <summary>Figures and traces of the server for a collector that the school's technicians run. Off unless a setting names one.</summary>
/// <remarks>A request is told by the pattern of its page alone: addresses hold people, and some of them a secret.</remarks>
internal static class Telemetry
{
    private static readonly string[] Personal =
    [
        "url.query",
        "url.full",
        "user_agent.original",
        "client.address",
        "client.port",
        "network.peer.address",
        "network.peer.port",
        "enduser.id",
    ];

    internal static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (options.Address is not { } collector)
        {
            return services;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("StocksGreen.Induction", serviceVersion: Version))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(Tidy).AddOtlpExporter(exporter => SendTo(exporter, new Uri(collector, "v1/traces"))))
            .WithMetrics(figures =>
                figures
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components.Server.Circuits")
                    .AddMeter("System.Runtime")
                    .AddOtlpExporter(exporter => SendTo(exporter, new Uri(collector, "v1/metrics")))
            );
        return services;
    }

    private static string? Version => typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    private static void SendTo(OtlpExporterOptions exporter, Uri address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = address;
    }

    private static void Tidy(AspNetCoreTraceInstrumentationOptions options)
    {
        options.RecordException = false;
        options.EnrichWithHttpResponse = (trace, response) =>
        {
            var pattern = (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no page";
            trace.DisplayName = $"{response.HttpContext.Request.Method} {pattern}";
            trace.SetTag("url.path", pattern);
            foreach (var tag in Personal)
            {
                trace.SetTag(tag, null);
            }
        };
    }
}
