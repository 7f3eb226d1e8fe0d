using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Guide;

/// <summary>What README, the guide and the decisions lead to is there.</summary>
public sealed partial class LinkTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static TheoryData<string> Documents =>
        [
            "README.md",
            .. new[] { Repository.Guide, Repository.Decisions }
                .SelectMany(folder => Directory.GetFiles(folder, "*.md"))
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_and_a_heading_that_exist(string document)
    {
        var file = Path.Combine(Repository.Root, document);

        var broken = Parse(file)
            .Descendants<LinkInline>()
            .Select(link => link.Url ?? "")
            .Where(url => !url.StartsWith("http://localhost", StringComparison.Ordinal) && !Leads(file, url))
            .ToList();

        Assert.Empty(broken);
    }

    [Fact]
    public void Pictures_in_the_read_me_exist()
    {
        var pictures = File.ReadAllText(Path.Combine(Repository.Root, "README.md"))
            .Split("<img src=\"")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])
            .ToList();

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(Path.Combine(Repository.Root, picture)), picture));
    }

    [Fact]
    public void Documents_and_comments_cite_only_decisions_that_exist()
    {
        var cited = Sources(".cs", ".razor", ".md")
            .Append(Path.Combine(Repository.Root, "README.md"))
            .SelectMany(file => Citation().Matches(File.ReadAllText(file)))
            .Select(citation => int.Parse(citation.Groups["number"].Value, CultureInfo.InvariantCulture))
            .ToList();

        Assert.True(cited.Count > 5, "No citations were found.");
        Assert.Subset(Numbers().ToHashSet(), cited.ToHashSet());
    }

    [Fact]
    public void Names_and_folders_in_decisions_are_those_of_the_program()
    {
        var words = Sources(".cs", ".razor")
            .Append(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Append(Path.Combine(Repository.Root, "StocksGreen.Induction.Tests", "ArrowTests.cs"))
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(name => name.Value).Append(Path.GetFileNameWithoutExtension(file)))
            .ToHashSet(StringComparer.Ordinal);
        var named = Directory
            .GetFiles(Repository.Decisions, "*.md")
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)).Select(quoted => quoted.Groups["what"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(named.Count > 40, "No names were found.");
        Assert.DoesNotContain(named, name => !IsThere(name));

        bool IsThere(string name) =>
            File.Exists(Path.Combine(Repository.Root, name))
            || Directory.Exists(Path.Combine(Repository.Root, "StocksGreen.Induction", name))
            || name.Split('.', '/').All(words.Contains);
    }

    [Fact]
    public void Decisions_are_numbered_from_one_without_a_gap_and_each_says_its_number_context_decision_reason_and_cost()
    {
        Assert.Equal(Enumerable.Range(1, Numbers().Count), Numbers());
        foreach (var file in Directory.GetFiles(Repository.Decisions, "*.md"))
        {
            var text = File.ReadAllText(file);
            var number = int.Parse(Path.GetFileName(file)[..4], CultureInfo.InvariantCulture);
            Assert.StartsWith($"# {number}. ", text, StringComparison.Ordinal);
            Assert.All(["**Context.**", "**Decision.**", "**Why.**", "**Cost.**"], heading => Assert.Contains(heading, text, StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<int> Numbers() =>
        [.. Directory.GetFiles(Repository.Decisions, "*.md").Select(file => int.Parse(Path.GetFileName(file)[..4], CultureInfo.InvariantCulture)).Order()];

    /// <summary>Files of the program, without what a build makes.</summary>
    private static IEnumerable<string> Sources(params string[] endings)
    {
        var folder = Path.Combine(Repository.Root, "StocksGreen.Induction");
        return Directory
            .GetFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));
    }

    private static bool Leads(string from, string url)
    {
        var parts = url.Split('#');
        var target = parts[0].Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, parts[0]));
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && Parse(target).Descendants<HeadingBlock>().Any(heading => heading.TryGetAttributes()?.Id == parts[1]);
    }

    [GeneratedRegex("\\b[Dd]ecision (?<number>[0-9]+)\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    /// <summary>`EvidenceHash.CanonicalText`, `Documents/Pdf`, `Directory.Packages.props`.</summary>
    [GeneratedRegex("`(?<what>[A-Z][A-Za-z0-9]+(?:[./][A-Za-z0-9]+)*)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    private static MarkdownDocument Parse(string file) => Markdown.Parse(File.ReadAllText(file), Pipeline);
}
