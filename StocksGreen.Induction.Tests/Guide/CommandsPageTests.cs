using System.Text.RegularExpressions;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Guide;

/// <summary>The page of commands is compared with what the command line says of itself.</summary>
public sealed partial class CommandsPageTests
{
    /// <summary>Those that every command has.</summary>
    private static readonly string[] OfEveryCommand = ["--help", "--version"];

    [Fact]
    public async Task Every_command_is_on_the_page_with_every_argument_and_option_and_no_other()
    {
        var real = new SortedSet<string>(StringComparer.Ordinal);
        await CollectAsync([], 0, real);

        Assert.True(real.Count > 15, "The command line told of no commands.");
        Assert.Equal(real, new SortedSet<string>(Documented(), StringComparer.Ordinal));
    }

    /// <summary>"mail bounce, 1 argument: --data".</summary>
    private static string Line(string command, int arguments, IEnumerable<string> options) =>
        $"{command}, {arguments} {(arguments == 1 ? "argument" : "arguments")}: {string.Join(' ', options.Order(StringComparer.Ordinal))}";

    /// <param name="above">How many arguments the command above it takes: the help of one below names them too.</param>
    private static async Task CollectAsync(string[] path, int above, SortedSet<string> found)
    {
        var help = (await CommandRun.HereAsync(Path.GetTempPath(), [.. path, "--help"])).Output;
        var children = Entries(help, "Commands:").ToList();
        // A command with others below it does something of its own only where it has options of its own.
        var arguments = Entries(help, "Arguments:").Count();
        var options = Entries(help, "Options:").Except(OfEveryCommand, StringComparer.Ordinal).ToList();
        if (path.Length > 0 && (children.Count == 0 || options.Count > 0))
        {
            found.Add(Line(string.Join(' ', path), arguments - above, options));
        }

        foreach (var child in children)
        {
            await CollectAsync([.. path, child], arguments, found);
        }
    }

    /// <summary>What stands under a heading of the help: of "  -?, -h, --help   Show help" the last name.</summary>
    private static IEnumerable<string> Entries(string help, string heading) =>
        help.Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => Name().Match(line))
            .Where(entry => entry.Success)
            .Select(entry => entry.Groups["name"].Value);

    private static IEnumerable<string> Documented()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Guide, "commands.md"));
        foreach (var section in page.Split("\n### ").Skip(1))
        {
            var words = section[1..section.IndexOf('`', 1)].Split(' ');
            var command = words.Where(word => !word.Any(char.IsUpper)).ToList();
            var options = MarkdownTables.CodeRows(section.Split("\n## ")[0]).Select(row => row[0].Split(' ')[0]);
            yield return Line(string.Join(' ', command), words.Length - command.Count, options);
        }
    }

    [GeneratedRegex("^  (?:-[?a-z], )*(?<name><[a-z]+>|[a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
