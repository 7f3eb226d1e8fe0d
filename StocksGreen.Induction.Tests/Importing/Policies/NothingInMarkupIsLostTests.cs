using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Importing.Policies.OpenDocument;
using static StocksGreen.Induction.Tests.Importing.Policies.OpenDocument.OdtFile;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Whatever a web page or an OpenDocument text looks like, each of its words is in the policy or listed as left out.</summary>
public sealed class NothingInMarkupIsLostTests
{
    private static readonly string[] Spans = ["b", "i", "u", "s", "sup", "span hidden", "span style='color:#fff'", "a href='https://example.org'", "span"];

    private static readonly string[] Blocks =
    [
        "p",
        "div",
        "h2",
        "h3",
        "h4",
        "blockquote",
        "section",
        "pre",
        "aside",
        "nav",
        "footer",
        "article",
        "center",
        "details",
    ];

    private static readonly string[] Styles = ["S", "H", "B", "U", "D", "W", "none"];

    [Fact]
    public void Every_word_of_a_page_is_in_the_policy_or_listed() =>
        Always(
            (random, words) => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><h1>Zebra crossing policy</h1><h2>1. Rules</h2>" + Page(random, words)),
            "policy.html"
        );

    [Fact]
    public void Every_word_of_an_OpenDocument_text_is_in_the_policy_or_listed() =>
        Always((random, words) => new OdtFile(P("Zebra crossing policy") + Heading("1. Rules") + Text(random, words)).ToBytes(), "policy.odt");

    private static void Always(Func<Random, List<string>, byte[]> make, string name) =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var words = new List<string>();
                    var file = make(new Random(seed), words);

                    var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, name));

                    var printed = PolicyOutline.Of(imported);
                    Assert.All(words, word => Assert.Contains(word, printed, StringComparison.Ordinal));
                    Assert.True(imported.Coverage.Missing.Count == 0, printed);
                }
            )
        );

    private static string Page(Random random, List<string> words)
    {
        var page = new StringBuilder();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            switch (random.Next(6))
            {
                case 0:
                    page.Append(CultureInfo.InvariantCulture, $"<{(random.Next(2) == 0 ? "ol type=a" : "ul")}>");
                    for (var items = random.Next(1, 5); items > 0; items--)
                    {
                        page.Append(
                            CultureInfo.InvariantCulture,
                            $"<li>{Inline(random, words)}{(random.Next(4) == 0 ? $"<ul><li>{Inline(random, words)}</ul>" : "")}"
                        );
                    }

                    page.Append(random.Next(5) == 0 ? "" : "</ol></ul>");
                    break;
                case 1:
                    page.Append("<table>");
                    for (var rows = random.Next(1, 5); rows > 0; rows--)
                    {
                        page.Append("<tr>")
                            .AppendJoin("", Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"<td rowspan={random.Next(1, 3)}>{Inline(random, words)}"));
                    }

                    page.Append("</table>");
                    break;
                case 2:
                    page.Append(CultureInfo.InvariantCulture, $"<dl><dt>{New(random, words)}<dd>{Inline(random, words)}</dl>");
                    break;
                default:
                    var block = Blocks[random.Next(Blocks.Length)];
                    page.Append(CultureInfo.InvariantCulture, $"<{block}>{Inline(random, words)}{(random.Next(6) == 0 ? "" : $"</{block}>")}");
                    break;
            }
        }

        return page.ToString();
    }

    private static string Inline(Random random, List<string> words) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, random.Next(1, 4))
                .Select(_ => Spans[random.Next(Spans.Length)])
                .Select(span => random.Next(3) == 0 ? New(random, words) : $"<{span}>{New(random, words)}</{span.Split(' ')[0]}>")
        );

    private static string Text(Random random, List<string> words)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            text.Append(
                random.Next(7) switch
                {
                    0 => List(random.Next(2) == 0 ? "L" : "K", [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => P(Spanned(random, words)))]),
                    1 => List("L", P(New(random, words)) + List("K", P(Spanned(random, words))) + P(New(random, words))),
                    2 => "<table:table>"
                        + string.Concat(
                            Enumerable
                                .Range(0, random.Next(1, 4))
                                .Select(_ => Row([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Cell(P(Spanned(random, words))))]))
                        )
                        + "</table:table>",
                    3 => Heading(Spanned(random, words), random.Next(1, 4)),
                    4 => P($"<draw:frame><draw:text-box>{P(Spanned(random, words))}</draw:text-box></draw:frame>{New(random, words)}"),
                    5 => P(
                        $"{New(random, words)}<text:note><text:note-citation>{i}</text:note-citation><text:note-body>"
                            + $"{P(Spanned(random, words))}</text:note-body></text:note>"
                    ),
                    _ => P(Spanned(random, words)),
                }
            );
        }

        return text.ToString();
    }

    private static string Spanned(Random random, List<string> words) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Span(Styles[random.Next(Styles.Length)], New(random, words))));

    private static string New(Random random, List<string> words) => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => NewWord(words)));

    /// <summary>A word that occurs once, so that its presence tells that it was kept.</summary>
    private static string NewWord(List<string> words)
    {
        var word = new StringBuilder("zq");
        for (var number = words.Count + 1; number > 0; number /= 20)
        {
            word.Append("bcdfghjklmnpqrstvwxy"[number % 20]);
        }

        words.Add(word.Append('z').ToString());
        return word.ToString();
    }
}
