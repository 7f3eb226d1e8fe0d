using System.Diagnostics;
using System.Globalization;
using System.Text;
using StocksGreen.Induction.Features.Publishing.Importing;

namespace StocksGreen.Induction.Tests.Features.Publishing.Importing;

/// <summary>No file of permitted size keeps the server busy.</summary>
public class PathologicalFileTests
{
    // Two seconds on a quiet machine; the rest is for a busy one. What grows with the square of its input takes minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Files => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<string>> Makers = new(StringComparer.Ordinal)
    {
        ["one line of 5 MB"] = () => Fill("word "),
        ["one word of 5 MB"] = () => Fill("a"),
        ["5 MB of spaces and a word"] = () => Fill(" ")[..^1] + "a",
        ["100,000 section numbers"] = () => Lines(100_000, _ => "1."),
        ["100,000 titles with one number"] = () => Lines(100_000, _ => "1. Aims"),
        ["100,000 rising titles"] = () => Lines(100_000, i => string.Create(CultureInfo.InvariantCulture, $"{i % 1000}. Aims and scope")),
        ["spaced titles"] = () => Lines(90_000, _ => "Aims and scope\n"),
        ["capitals"] = () => Lines(90_000, i => string.Create(CultureInfo.InvariantCulture, $"AIMS {i}\n")),
        ["deep indentation"] = () => Lines(3_000, i => new string(' ', i) + "- bullet"),
        ["deep indentation both ways"] = () => Lines(100_000, i => new string(' ', i % 40) + "•o-▪"[i % 4] + " bullet:"),
        ["glyphs alone"] = () => Lines(150_000, _ => "•"),
        ["asterisks"] = () => Fill("*a "),
        ["paired asterisks"] = () => Fill("*a* **b"),
        ["all asterisks"] = () => "a " + Fill("*")[..^2],
        ["opening tags"] = () => Fill("<u>a "),
        ["angle brackets"] = () => Fill("<a <u "),
        ["entities"] = () => Fill("&amp;&#60;u&gt;"),
        ["contents headings"] = () => Lines(100_000, _ => "Contents"),
        ["leaders"] = () => Lines(90_000, _ => "Aims ........... 3"),
        ["page numbers"] = () => Lines(150_000, i => string.Create(CultureInfo.InvariantCulture, $"Page {i}")),
        ["form feeds"] = () => Lines(60_000, _ => "Header\n\f"),
        ["key details"] = () => Lines(150_000, _ => "Review date: soon"),
        ["tables"] = () => Lines(150_000, _ => "| a | b |"),
        ["wide table"] = () => Fill("| a "),
        ["hyphens"] = () => Lines(150_000, i => i % 2 == 0 ? "safe-" : "guarding"),
        ["colons"] = () => Fill("a: "),
        ["school names"] = () => Fill("Oak School "),
        ["guidance"] = () => Fill("KCSIE "),
        ["linked policies"] = () => "1. Links with other policies\n\nThis links with: " + Fill("A policy, ")[..^100],
        ["numbers"] = () => Fill("1.1."),
        ["blank lines"] = () => Lines(199_990, _ => "") + "a",
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_dealt_with_in_bounded_time(string name)
    {
        var file = Encoding.UTF8.GetBytes(Makers[name]());
        Assert.True(file.Length <= PolicyImport.LargestFileInBytes, "The test makes a file over the limit.");
        var watch = Stopwatch.StartNew();

        PolicyImport.Read(file, "policy.txt");

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {watch.ElapsedMilliseconds} ms"));
        Assert.True(watch.Elapsed < Limit, $"{name} took {watch.Elapsed}");
    }

    [Fact]
    public void More_lines_than_any_policy_has_are_refused() =>
        Assert.Contains("more than 200,000 lines", Imports.Refusal(Encoding.UTF8.GetBytes(Lines(200_001, _ => "a"))), StringComparison.Ordinal);

    private static string Fill(string part) => string.Concat(Enumerable.Repeat(part, PolicyImport.LargestFileInBytes / part.Length));

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));
}
