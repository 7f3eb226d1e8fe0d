namespace StocksGreen.Induction.Configuration;

/// <summary>Where figures and traces of the running server go; nowhere unless a collector is named.</summary>
public sealed class TelemetryOptions
{
    public const string Section = InductionOptions.Section + ":Telemetry";

    /// <summary>Address of a collector that takes OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; null where there is none.</summary>
    public string? Collector { get; set; }

    /// <summary>That address; null where none is set.</summary>
    public Uri? Address => string.IsNullOrWhiteSpace(Collector) ? null : new Uri(Collector.Trim().TrimEnd('/') + "/", UriKind.Absolute);
}
