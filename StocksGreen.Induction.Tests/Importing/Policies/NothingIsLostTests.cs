using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Importing.Policies;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Whatever a file looks like, each of its words is in the policy or quoted in a warning.</summary>
public class NothingIsLostTests
{
    private static readonly string[] Known =
    [
        "policy",
        "Policy",
        "School",
        "Academy",
        "Trust",
        "Appendix",
        "Section",
        "review",
        "links with",
        "must",
        "the",
        "and",
        "of",
        "KCSIE 2024",
        "Approved by",
        "Contents",
        "(DSL)",
        "S&C",
        "e-safety",
        "children’s",
        "Ysgol",
        "Part one",
        "a)",
        "2024",
    ];

    private static readonly string[] Bullets = ["•", "-", "–", "*", "o", "▪", "◦", "\uF0B7", "- o", "(a)", "1."];

    private static readonly string[] Junk =
    [
        " ",
        "\t",
        "-",
        "•",
        "o",
        "1",
        "2.",
        "3)",
        ".",
        ":",
        "|",
        "<",
        ">",
        "*",
        "**",
        "#",
        "&amp;",
        ";",
        "<u>",
        "</b>",
        "<br>",
        "a",
        "B",
        "é",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\u00A0",
        "Policy",
        "School",
        "\uF0A7",
        "---",
    ];

    [Fact]
    public void Every_word_of_a_document_is_in_the_policy_or_in_a_warning() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var document = new Document(seeds);
                    var imported = Imports.Imported(document.Text);
                    var printed = PolicyOutline.Of(imported);

                    foreach (var word in document.Words)
                    {
                        Assert.True(printed.Contains(word, StringComparison.Ordinal), $"“{word}” is lost of:\n{document.Text}\n---\n{printed}");
                    }
                }
            )
        );

    [Fact]
    public void Every_word_of_a_document_in_Markdown_is_in_the_policy_or_in_a_warning() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var document = new Document(seeds);
                    var printed = PolicyOutline.Of(Imports.Read(document.Text, "policy.md"));

                    foreach (var word in document.Words)
                    {
                        Assert.True(printed.Contains(word, StringComparison.Ordinal), $"“{word}” is lost of:\n{document.Text}\n---\n{printed}");
                    }
                }
            )
        );

    [Fact]
    public void Every_word_of_a_document_that_came_as_one_line_is_in_the_policy_or_in_a_warning() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var document = new Document(seeds);
                    var printed = PolicyOutline.Of(Imports.Read(document.Text.Replace('\n', ' ').Replace('\f', ' ')));

                    Assert.All(document.Words, word => Assert.Contains(word, printed, StringComparison.Ordinal));
                }
            )
        );

    [Fact]
    public void Junk_is_read_without_a_fault_and_keeps_its_words() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var text = "Zebra " + string.Concat(seeds.Select((seed, i) => Junk[Mix(seed, i) % Junk.Length]));
                    var imported = Imports.Imported(text);

                    Assert.Contains("Zebra", PolicyOutline.Of(imported), StringComparison.Ordinal);
                    Assert.Equal(Letters(WithoutBold(text), "Bé"), Letters(PolicyOutline.Of(imported), "Bé"));
                    Assert.NotEmpty(PolicyInspection.ToJson(imported));
                }
            )
        );

    [Fact]
    public void Any_bytes_are_imported_or_refused_without_a_fault() =>
        Check.One(RandomCases.Fifty, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.NotNull(PolicyImport.Parse(bytes, "policy.txt"))));

    [Fact]
    public void Importing_twice_gives_the_same_policy() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var text = new Document(seeds).Text;

                    Assert.Equal(PolicyOutline.Of(Imports.Read(text)), PolicyOutline.Of(Imports.Read(text)));
                }
            )
        );

    /// <summary>"&lt;", "B" and ">" together say that bold letters begin, and are no word.</summary>
    private static string WithoutBold(string text) => Regex.Replace(text, @"</?B([ \t/][^<>\n]*)?>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The distinct capital and accented letters: "Zebra" and the outline's own words hold neither.</summary>
    private static string Letters(string text, string letters) => string.Concat(letters.Where(text.Contains));

    private static int Mix(int seed, int index) => (int)(((uint)seed * 2654435761u) + ((uint)index * 40503u) >> 4);

    /// <summary>A document of random elements; shrinking the seeds takes elements away.</summary>
    private sealed class Document
    {
        private readonly StringBuilder text = new("Zebra crossing policy\n\n");
        private Random random = new(0);
        private int section;

        public Document(int[] seeds)
        {
            for (var i = 0; i < seeds.Length; i++)
            {
                random = new Random(Mix(seeds[i], i));
                AddElement();
                text.Append(random.Next(3) == 0 ? "\n" : "\n\n");
            }
        }

        public List<string> Words { get; } = [];

        public string Text => text.ToString();

        private void AddElement()
        {
            switch (random.Next(12))
            {
                case 0:
                    text.Append(CultureInfo.InvariantCulture, $"{++section}. {Capital(Sentence(random.Next(1, 7)))}");
                    break;
                case 1:
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{random.Next(1, 5)}.{random.Next(1, 4)} {Capital(Sentence(random.Next(1, 25)))}{(random.Next(2) == 0 ? "." : "")}"
                    );
                    break;
                case 2:
                    text.Append(Capital(Sentence(random.Next(1, 6))));
                    break;
                case 3:
                    var capitals = Sentence(random.Next(1, 5)).ToUpperInvariant();
                    Words.RemoveAll(word => capitals.Contains(word, StringComparison.OrdinalIgnoreCase));
                    text.Append(capitals);
                    break;
                case 4 or 5:
                    text.Append(new string(' ', random.Next(5)))
                        .Append(Bullets[random.Next(Bullets.Length)])
                        .Append(random.Next(8) == 0 ? "\n" : " ")
                        .Append(Wrapped());
                    break;
                case 6:
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"| {Sentence(2)} | {Sentence(random.Next(1, 4))} |{(random.Next(3) == 0 ? $" {Sentence(1)} |" : "")}"
                    );
                    break;
                case 7:
                    text.Append(CultureInfo.InvariantCulture, $"{(random.Next(2) == 0 ? "Approved by" : Capital(Sentence(2)))}: {Sentence(random.Next(0, 9))}");
                    break;
                case 8:
                    text.Append(random.Next(2) == 0 ? "Page 3 of 9\n\f" : "7");
                    break;
                case 9:
                    text.Append(Capital(Sentence(3))).Append(" ........ ").Append(random.Next(1, 40));
                    break;
                default:
                    text.Append(Capital(Wrapped())).Append('.');
                    break;
            }
        }

        private string Wrapped()
        {
            var words = Sentence(random.Next(1, 40)).Split(' ');
            return string.Concat(
                words.Select(
                    (word, i) =>
                        word
                        + (
                            i == words.Length - 1 ? ""
                            : random.Next(9) == 0 ? "\n"
                            : " "
                        )
                )
            );
        }

        private string Sentence(int count)
        {
            var words = new List<string>();
            for (var i = 0; i < count; i++)
            {
                words.Add(random.Next(5) == 0 ? Known[random.Next(Known.Length)] : NewWord());
            }

            return string.Join(' ', words);
        }

        /// <summary>A word that occurs once, so that its presence tells that it was kept: "zqbac".</summary>
        private string NewWord()
        {
            var number = Words.Count + 1;
            var word = new StringBuilder("zq");
            for (; number > 0; number /= 20)
            {
                word.Append("bcdfghjklmnpqrstvwxy"[number % 20]);
            }

            word.Append(random.Next(6) == 0 ? "é" : "z");
            Words.Add(word.ToString()[1..]);
            return word.ToString();
        }

        private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
