using System.Globalization;
using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>No file keeps the server busy: four times the file takes four times the work, whatever is in it.</summary>
public class PathologicalFileTests
{
    // Fortieths of what a file may hold: the smaller file has one, and the larger four.
    private const int Shares = 40;

    public static TheoryData<string> Files => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<int, string>> Makers = new(StringComparer.Ordinal)
    {
        ["one line of 5 MB"] = share => Fill(share, "word "),
        ["one word of 5 MB"] = share => Fill(share, "a"),
        ["5 MB of spaces and a word"] = share => Fill(share, " ")[..^1] + "a",
        ["100,000 section numbers"] = share => Lines(share, 100_000, _ => "1."),
        ["100,000 titles with one number"] = share => Lines(share, 100_000, _ => "1. Aims"),
        ["100,000 rising titles"] = share => Lines(share, 100_000, i => string.Create(CultureInfo.InvariantCulture, $"{i % 1000}. Aims and scope")),
        ["spaced titles"] = share => Lines(share, 90_000, _ => "Aims and scope\n"),
        ["capitals"] = share => Lines(share, 90_000, i => string.Create(CultureInfo.InvariantCulture, $"AIMS {i}\n")),
        ["deep indentation"] = share => Lines(Shares, (int)(3_000 * Math.Sqrt((double)share / Shares)), i => new string(' ', i) + "- bullet"),
        ["deep indentation both ways"] = share => Lines(share, 100_000, i => new string(' ', i % 40) + "•o-▪"[i % 4] + " bullet:"),
        ["glyphs alone"] = share => Lines(share, 150_000, _ => "•"),
        ["asterisks"] = share => Fill(share, "*a "),
        ["paired asterisks"] = share => Fill(share, "*a* **b"),
        ["all asterisks"] = share => "a " + Fill(share, "*")[..^2],
        ["opening tags"] = share => Fill(share, "<u>a "),
        ["angle brackets"] = share => Fill(share, "<a <u "),
        ["entities"] = share => Fill(share, "&amp;&#60;u&gt;"),
        ["contents headings"] = share => Lines(share, 100_000, _ => "Contents"),
        ["leaders"] = share => Lines(share, 90_000, _ => "Aims ........... 3"),
        ["page numbers"] = share => Lines(share, 150_000, i => string.Create(CultureInfo.InvariantCulture, $"Page {i % 1000}")),
        ["form feeds"] = share => Lines(share, 60_000, _ => "Header\n\f"),
        ["names of key details"] = share => Lines(share, 100_000, _ => "Approved by:"),
        ["short lines without gaps"] = share => Lines(share, 64_000, i => string.Create(CultureInfo.InvariantCulture, $"Line {i} of it")),
        ["short titles without gaps"] = share => Lines(share, 64_000, i => i % 3 == 0 ? "It is for all." : "Mobile Phones"),
        ["key details"] = share => Lines(share, 150_000, _ => "Review date: soon"),
        ["tables"] = share => Lines(share, 150_000, _ => "| a | b |"),
        ["wide table"] = share => Fill(share, "| a "),
        ["hyphens"] = share => Lines(share, 150_000, i => i % 2 == 0 ? "safe-" : "guarding"),
        ["colons"] = share => Fill(share, "a: "),
        ["school names"] = share => Fill(share, "Oak School "),
        ["guidance"] = share => Fill(share, "KCSIE "),
        ["linked policies"] = share => "1. Links with other policies\n\nThis links with: " + Fill(share, "A policy, ")[..^100],
        ["numbers"] = share => Fill(share, "1.1."),
        ["blank lines"] = share => Lines(share, 199_990, _ => "") + "a",
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_dealt_with_in_proportion_to_its_size(string name)
    {
        Assert.True(Encoding.UTF8.GetByteCount(Makers[name](Shares)) <= PolicyImport.LargestFileInBytes, "The test makes a file over the limit.");
        Work.AssertGrowsWithItsInput(
            1,
            share =>
            {
                var file = Encoding.UTF8.GetBytes(Makers[name](share));
                return () => PolicyImport.Parse(file, "policy.txt");
            }
        );
    }

    [Fact]
    public void More_lines_than_any_policy_has_are_refused() =>
        Assert.Contains("more than 200,000 lines", Imports.Refusal(Encoding.UTF8.GetBytes(Lines(Shares, 200_001, _ => "a"))), StringComparison.Ordinal);

    private static string Fill(int share, string part) =>
        string.Concat(Enumerable.Repeat(part, PolicyImport.LargestFileInBytes / part.Length * share / Shares));

    private static string Lines(int share, int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count * share / Shares).Select(line));
}
