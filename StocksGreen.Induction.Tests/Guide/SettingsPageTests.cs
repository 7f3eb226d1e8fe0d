using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Guide;

/// <summary>The page of settings is compared with what the program reads.</summary>
public sealed class SettingsPageTests
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Rows = MarkdownTables.CodeRows(
        File.ReadAllText(Path.Combine(Repository.Guide, "settings.md"))
    );

    [Fact]
    public void Every_setting_of_the_options_classes_is_on_the_page_and_no_other()
    {
        var read = Options().SelectMany(options => Keys(options)).ToList();

        Assert.True(read.Count > 10, "The options classes were not found.");
        Assert.Equal(read.Order(StringComparer.Ordinal), Rows.Select(row => row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_defaults_on_the_page_are_those_of_the_program()
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "StocksGreen.Induction", "appsettings.json")))!;
        var (mail, backup) = (new MailOptions(), new BackupOptions());
        var defaults = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Urls"] = (string)file["Urls"]!,
            ["Induction:DataFolder"] = (string)file["Induction"]!["DataFolder"]!,
            ["Induction:Backup:Folder"] = "backups",
            ["Induction:Backup:At"] = $"{backup.At:HH:mm}",
            ["Induction:Backup:Nightly"] = backup.Nightly ? "true" : "false",
            ["Induction:Mail:Port"] = $"{mail.PortNumber}",
            ["Induction:Mail:Security"] = mail.Protection.ToString().ToLowerInvariant(),
            ["Induction:Mail:SignIn"] = mail.SignInWay.ToString().ToLowerInvariant(),
            ["Induction:Mail:RemindAt"] = $"{mail.RemindersAt:HH:mm}",
        };

        Assert.Equal(
            Rows.ToDictionary(row => row[0], row => defaults.TryGetValue(row[0], out var value) ? $"`{value}`" : "none"),
            Rows.ToDictionary(row => row[0], row => row[1])
        );
    }

    private static IEnumerable<Type> Options() =>
        typeof(InductionOptions)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(InductionOptions).Namespace && type.Name.EndsWith("Options", StringComparison.Ordinal));

    /// <summary>What configuration can set: "Induction:Mail:Host".</summary>
    private static IEnumerable<string> Keys(Type options)
    {
        var section = (string?)options.GetField("Section")?.GetRawConstantValue() ?? InductionOptions.Section;
        return options
            .GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property =>
                (section.Length == 0 ? "" : $"{section}:") + (property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name)
            );
    }
}
