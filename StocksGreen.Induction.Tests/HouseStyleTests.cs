using System.Text.RegularExpressions;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests;

/// <summary>What .editorconfig says and no formatter enforces: a long text is not broken by one, nor is a page.</summary>
public sealed partial class HouseStyleTests
{
    private const int MostColumns = 160;

    private static readonly string[] Folders = ["StocksGreen.Induction", "StocksGreen.Induction.Tests", "wwwroot-assets"];

    private static readonly string[] Kinds = ["*.cs", "*.razor", "*.css", "*.js"];

    [Fact]
    public void No_line_goes_past_160_columns()
    {
        var files = Sources().ToList();

        Assert.All(Kinds, kind => Assert.Contains(files, file => Path.GetExtension(file.Name) == kind[1..]));
        Assert.Empty(files.SelectMany(file => LongLines(file.Name, File.ReadLines(file.Path))));
    }

    [Fact]
    public void A_line_that_is_too_long_is_named_with_its_file_and_number() =>
        Assert.Equal(
            ["Page.razor:2 has 161 columns", "Page.razor:4 has 400 columns"],
            LongLines("Page.razor", [new string('a', 160), new string('b', 161), "", new string('“', 400)])
        );

    /// <summary>One form on screens, in papers and in the Guide: 71%. A remainder is taken between two numbers or names.</summary>
    [Fact]
    public void No_space_stands_before_a_percent_sign()
    {
        var guide = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "StocksGreen.Induction"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Select(path => (Name: Path.GetRelativePath(Repository.Root, path).Replace(Path.DirectorySeparatorChar, '/'), Path: path))
            .Where(file => IsOurs(file.Name));

        Assert.Empty(Sources().Concat(guide).SelectMany(file => SpacedPercents(file.Name, File.ReadLines(file.Path))));
    }

    [Fact]
    public void A_spaced_percent_sign_is_named_with_its_file_and_number() =>
        Assert.Equal(
            ["Page.razor:2", "Page.razor:4", "Page.razor:5"],
            SpacedPercents("Page.razor", ["71%", "71\u0020%", "a * 17 % 540", "{percent}\u0020%\"", "(71\u00a0%)"])
        );

    [Theory]
    [InlineData("StocksGreen.Induction/Data/Migrations/Initial.cs")]
    [InlineData("StocksGreen.Induction.Tests/Importing/Corpus/List.cs")]
    [InlineData("StocksGreen.Induction.Tests/Importing/HeldOut/List.cs")]
    [InlineData("StocksGreen.Induction/Documents/Samples/Sample.cs")]
    [InlineData("StocksGreen.Induction/bin/Release/Any.js")]
    [InlineData("StocksGreen.Induction/obj/Any.cs")]
    public void What_a_tool_writes_or_a_case_needs_as_it_is_is_left_out(string name) => Assert.False(IsOurs(name));

    [Theory]
    [InlineData("StocksGreen.Induction/Data/InductionDb.cs")]
    [InlineData("StocksGreen.Induction/Documents/SamplesOfOurs.cs")]
    [InlineData("wwwroot-assets/css/app.css")]
    public void All_else_is_looked_at(string name) => Assert.True(IsOurs(name));

    private static IEnumerable<string> LongLines(string name, IEnumerable<string> lines) =>
        lines
            .Select((line, index) => (line.Length, Number: index + 1))
            .Where(line => line.Length > MostColumns)
            .Select(line => $"{name}:{line.Number} has {line.Length} columns");

    private static IEnumerable<string> SpacedPercents(string name, IEnumerable<string> lines) =>
        lines.Select((line, index) => (line, Number: index + 1)).Where(line => SpacedPercent().IsMatch(line.line)).Select(line => $"{name}:{line.Number}");

    [GeneratedRegex("""(?<![*/] )(\b[0-9]+|\})[ \u00a0\u202f]%(?!=)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpacedPercent();

    private static IEnumerable<(string Name, string Path)> Sources() =>
        Folders
            .SelectMany(folder => Kinds.SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), kind, SearchOption.AllDirectories)))
            .Select(path => (Name: Path.GetRelativePath(Repository.Root, path).Replace(Path.DirectorySeparatorChar, '/'), Path: path))
            .Where(file => IsOurs(file.Name));

    private static bool IsOurs(string name) => !name.Split('/').Any(part => part is "Migrations" or "Corpus" or "HeldOut" or "Samples" or "bin" or "obj");
}
