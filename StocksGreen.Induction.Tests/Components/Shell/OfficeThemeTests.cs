using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using MudBlazor;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Components.Shell;

/// <summary>office.css in place of the library's own theme.</summary>
public sealed partial class OfficeThemeTests
{
    [Fact]
    public void The_theme_sets_each_variable_of_the_library_and_none_that_it_does_not_know()
    {
        var theirs = Names(Library.Written());
        var ours = Names(File.ReadAllText(Path.Combine(Repository.Root, "wwwroot-assets", "css", "office.css")));

        Assert.True(theirs.Count > 200, string.Create(CultureInfo.InvariantCulture, $"{theirs.Count} variables were read of the library"));
        Assert.Equal(theirs, ours);
    }

    private static SortedSet<string> Names(string css) => new(Variable().Matches(css).Select(match => match.Groups["name"].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"(?<name>--mud-[a-z0-9-]+)\s*:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    /// <summary>Writes what the library's provider would write into a style element.</summary>
    private sealed class Library : MudThemeProvider
    {
        internal static string Written()
        {
            var provider = new Library();
            typeof(MudThemeProvider).GetField("_theme", BindingFlags.Instance | BindingFlags.NonPublic)?.SetValue(provider, new MudTheme());
            var css = new StringBuilder();
            provider.GenerateTheme(css);
            return css.ToString();
        }
    }
}
