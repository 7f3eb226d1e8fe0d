namespace StocksGreen.Induction.Configuration;

/// <summary>Settings that ASP.NET Core reads itself, and whose faults it would answer with a stack trace.</summary>
public sealed class ServerOptions
{
    /// <summary>The settings stand in no section.</summary>
    public const string Section = "";

    public const string UrlsSetting = "Urls";

    public const string LoggingSection = "Logging";

    /// <summary>Addresses to listen on as written, with semicolons between them; null for those of Kestrel's own settings.</summary>
    public string? Urls { get; set; }
}
