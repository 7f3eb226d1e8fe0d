using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Guide;

/// <summary>The guide's table of who may open what is made from the program's own.</summary>
public sealed class AccessTableTests
{
    private static readonly (string Words, Viewers Who)[] Columns =
    [
        ("nobody signed in", Viewers.Nobody),
        ("staff", Viewers.Staff),
        ("office", Viewers.Office),
        ("headteacher", Viewers.Headteacher),
        ("DSL", Viewers.Lead),
        ("governor", Viewers.Governor),
        ("named governor", Viewers.NamedGovernor),
        ("signing station", Viewers.SharedDevice),
        ("link or code by someone else", Viewers.GivenWayIn),
    ];

    [Fact]
    public void The_guide_says_what_the_program_does()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "StocksGreen.Induction", "Guide", "headteacher-and-governors.md"));

        Assert.Contains(Table(), guide.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Table() =>
        string.Join(
            '\n',
            AccessTable
                .Rows.GroupBy(row => (row.Doing, row.Who))
                .Select(group => Line([group.Key.Doing, .. Columns.Select(column => group.Key.Who.HasFlag(column.Who) ? "yes" : "")]))
                .Prepend(Line(["---", .. Columns.Select(_ => "---")]).Replace(" ", "", StringComparison.Ordinal))
                .Prepend(Line(["what", .. Columns.Select(column => column.Words)]))
        );

    private static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
}
