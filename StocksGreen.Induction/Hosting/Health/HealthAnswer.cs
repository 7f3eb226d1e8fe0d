using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StocksGreen.Induction.Hosting.Health;

/// <summary>What is answered to anyone who watches the server.</summary>
internal static class HealthAnswer
{
    /// <summary>Whether the school can be served: every check is asked.</summary>
    internal static HealthCheckOptions Options { get; } = new() { ResponseWriter = WriteAsync };

    /// <summary>Whether the program answers at all. Nothing is asked: what starts it again for a full disk would only stop the reading, too.</summary>
    internal static HealthCheckOptions OfTheProgram { get; } = new() { ResponseWriter = WriteAsync, Predicate = _ => false };

    /// <summary>"Healthy", or "Unhealthy" and a sentence a line for each thing that is wrong.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            string.Join('\n', report.Entries.Values.Select(entry => entry.Description).OfType<string>().Prepend(report.Status.ToString())),
            context.RequestAborted
        );
    }
}
