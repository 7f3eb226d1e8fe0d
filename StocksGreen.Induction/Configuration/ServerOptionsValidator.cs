using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

internal sealed class ServerOptionsValidator(IConfiguration configuration) : IValidateOptions<ServerOptions>
{
    private const string LevelSection = "LogLevel";

    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        var faults = (options.Urls ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(url => !IsListened(url))
            .Select(url => $"{ServerOptions.UrlsSetting} holds “{url}”, which is no address to listen on. Write it as http://localhost:5080")
            .Concat(
                Levels(configuration.GetSection(ServerOptions.LoggingSection))
                    .Where(level => !IsLevel(level.Value!))
                    .Select(level => $"{level.Path} holds “{level.Value}”, which is no level. Write {LevelsInWords}.")
            )
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string LevelsInWords => $"{string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or {LogLevel.None}";

    private static bool IsListened(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase: "", Port: >= 0 and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Of all loggers, and of one kind of them: <c>Logging:Console:LogLevel</c>. An empty one says nothing.</summary>
    private static IEnumerable<IConfigurationSection> Levels(IConfigurationSection logging) =>
        new[] { logging }
            .Concat(logging.GetChildren())
            .SelectMany(section => section.GetSection(LevelSection).GetChildren())
            .Where(level => !string.IsNullOrEmpty(level.Value));

    private static bool IsLevel(string text) =>
        Enum.GetNames<LogLevel>().Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        || (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((LogLevel)number));
}
