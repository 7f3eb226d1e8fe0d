using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using static StocksGreen.Induction.Tests.Importing.Policies.Word.WordFile;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>Whatever a Word document looks like, each of its words is in the policy or quoted in a warning.</summary>
public sealed class NothingInWordIsLostTests
{
    private static readonly string[] Looks = ["", "", "b", "i", "u", "vanish"];

    private static readonly string[] Styles = ["", "", "", "Heading1", "Heading2", "Heading3", "Title"];

    [Fact]
    public void Every_word_of_a_document_is_in_the_policy_or_in_a_warning() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var words = new List<string>();
                    var file = Document(seeds, words);

                    var printed = PolicyOutline.Of(Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.docx")));

                    Assert.All(words, word => Assert.Contains(word, printed, StringComparison.Ordinal));
                }
            )
        );

    /// <summary>The real policy, made again as a well-kept Word document, is the same policy.</summary>
    [Fact]
    public void The_schools_policy_reads_the_same_from_Word_as_from_text()
    {
        var policy = SamplePolicy.Read().Policy;
        var file = new WordFile { Numbering = Kind(9, Level(0, "bullet", "\uF0B7"), Level(1, "bullet", "o")) + List(7, 9) }
            .P(policy.School)
            .P(policy.Title, "Title")
            .P("Key Details", look: "b");
        foreach (var detail in policy.KeyDetails.Take(2))
        {
            file.P($"{detail.Name}: {detail.Value}");
        }

        file.Runs(Runs(((StocksGreen.Induction.Domain.PolicyText.Blocks.Paragraph)policy.Preamble[0]).Text));
        file.Table([.. policy.KeyDetails.Skip(2).Select(detail => new[] { detail.Name, detail.Value })]);
        foreach (var paragraph in policy.Preamble.Skip(1).Cast<StocksGreen.Induction.Domain.PolicyText.Blocks.Paragraph>())
        {
            file.Runs(Runs(paragraph.Text));
        }

        foreach (var section in policy.Sections)
        {
            file.P(section.Heading, $"Heading{section.Level}");
            foreach (var block in section.Blocks)
            {
                if (block is StocksGreen.Induction.Domain.PolicyText.Blocks.BulletList list)
                {
                    Add(file, list.Items, 0);
                }
                else
                {
                    file.Runs(Runs(((StocksGreen.Induction.Domain.PolicyText.Blocks.Paragraph)block).Text));
                }
            }
        }

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.docx"));

        Assert.Equal(PolicyOutline.Of(new ImportOutcome.Imported(policy, [])), PolicyOutline.Of(imported));
    }

    private static void Add(WordFile file, IReadOnlyList<StocksGreen.Induction.Domain.PolicyText.Blocks.ListItem> bullets, int level)
    {
        foreach (var bullet in bullets)
        {
            file.Runs(Runs(bullet.Text), properties: Num(7, level));
            Add(file, bullet.BulletsUnder(), level + 1);
        }
    }

    private static string Runs(StocksGreen.Induction.Domain.PolicyText.Blocks.RichText text) =>
        string.Concat(text.Runs.Select(run => R(run.Text, run.IsEmphasised ? "u" : "")));

    private static WordFile Document(int[] seeds, List<string> words)
    {
        var file = new WordFile
        {
            Numbering =
                Kind(1, Level(0, "decimal", "%1."), Level(1, "decimal", "%1.%2"), Level(2, "lowerLetter", "(%3)"))
                + Kind(2, Level(0, "bullet", "\uF0B7"), Level(1, "bullet", "o"))
                + List(1, 1)
                + List(2, 2),
        };
        file.P("Zebra crossing policy");
        for (var i = 0; i < seeds.Length; i++)
        {
            var random = new Random(unchecked((seeds[i] * 31) + i));
            string New(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => NewWord(words)));
            switch (random.Next(9))
            {
                case 0 or 1 or 2:
                    file.Runs(
                        string.Concat(
                            Enumerable
                                .Range(0, random.Next(1, 4))
                                .Select(_ =>
                                    R(
                                        New(random.Next(1, 9))
                                            + (
                                                random.Next(4) == 0 ? "\n"
                                                : random.Next(4) == 0 ? "\t"
                                                : " "
                                            ),
                                        Looks[random.Next(Looks.Length)]
                                    )
                                )
                        ),
                        Styles[random.Next(Styles.Length)]
                    );
                    break;
                case 3:
                    file.P(New(random.Next(1, 20)), properties: Num(1, random.Next(3)));
                    break;
                case 4:
                    file.P(New(random.Next(1, 20)), properties: Num(2, random.Next(2)));
                    break;
                case 5:
                    file.Table([
                        .. Enumerable
                            .Range(0, random.Next(1, 4))
                            .Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => New(random.Next(1, 4))).ToArray()),
                    ]);
                    break;
                case 6:
                    file.Raw($"<w:p><w:r><w:pict><w:txbxContent><w:p>{R(New(3))}</w:p></w:txbxContent></w:pict></w:r><w:ins>{R(New(2))}</w:ins></w:p>");
                    break;
                case 7:
                    file.Runs(R(New(4)) + string.Create(CultureInfo.InvariantCulture, $"<w:r><w:footnoteReference w:id=\"{i + 1}\"/></w:r>"));
                    file.Part(
                        "footnotes",
                        "footnotes",
                        "footnotes",
                        string.Concat(
                            Enumerable.Range(0, seeds.Length + 1).Select(note => $"<w:footnote w:id=\"{note}\"><w:p>{R($"note {note}")}</w:p></w:footnote>")
                        )
                    );
                    words.Add($"note {i + 1}");
                    break;
                default:
                    file.P($"{random.Next(1, 9)}. {New(random.Next(1, 6))}", look: "b");
                    break;
            }
        }

        return file;
    }

    /// <summary>A word that occurs once, so that its presence tells that it was kept.</summary>
    private static string NewWord(List<string> words)
    {
        var word = new System.Text.StringBuilder("zq");
        for (var number = words.Count + 1; number > 0; number /= 20)
        {
            word.Append("bcdfghjklmnpqrstvwxy"[number % 20]);
        }

        words.Add(word.Append('z').ToString());
        return word.ToString();
    }
}
