using StocksGreen.Induction.Components.Diff;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Components.Diff;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Words_that_changed_are_marked_inside_their_sentence() =>
        Assert.Equal(
            ["0 Staff tell the [-office][+headteacher] at once."],
            Print("## 4 Reporting\n\nStaff tell the office at once.\n", "## 4 Reporting\n\nStaff tell the headteacher at once.\n")
        );

    [Fact]
    public void Paragraphs_and_bullets_that_came_and_went_stand_whole() =>
        Assert.Equal(
            ["0 Staff will:", "1 tell the DSL;", "1 [-keep it to themselves.]", "2 [+write it down;]"],
            Print("# Aims\n\nStaff will:\n\n- tell the DSL;\n- keep it to themselves.\n", "# Aims\n\nStaff will:\n\n- tell the DSL;\n  - write it down;\n")
        );

    [Fact]
    public void A_sentence_that_was_rewritten_is_one_taken_out_and_one_put_in() =>
        Assert.Equal(
            ["0 [-Phones are allowed in class.]", "0 [+Every visitor signs the book at reception before going further.]"],
            Print("Phones are allowed in class.\n", "Every visitor signs the book at reception before going further.\n")
        );

    [Fact]
    public void Of_a_part_that_is_new_everything_is_added_and_of_one_that_is_gone_everything_removed()
    {
        Assert.Equal(["0 [+Walk, never run.]"], Print(null, "# Fire\n\nWalk, never run.\n"));
        Assert.Equal(["0 [-Walk, never run.]"], Print("# Fire\n\nWalk, never run.\n", null));
        Assert.Empty(Print(null, null));
    }

    [Fact]
    public void Emphasis_alone_is_no_difference_of_words() =>
        Assert.Equal(["0 Read and understand."], Print("Read *and* understand.\n", "Read and understand.\n"));

    [Fact]
    public void Of_a_table_the_changed_cell_is_shown_under_the_name_of_its_column() =>
        Assert.Equal(
            ["0 Table", "0 (empty) | Staff | Pupils", "0 Phone in class | Staff:[- (empty) ][+ ✓ ]| Pupils:[- ✓][+ (empty)]"],
            Print(
                "## 1 Rules\n\n| | Staff | Pupils |\n| --- | --- | --- |\n| Phone in class | | ✓ |\n",
                "## 1 Rules\n\n| | Staff | Pupils |\n| --- | --- | --- |\n| Phone in class | ✓ | |\n"
            )
        );

    [Fact]
    public void A_changed_label_address_picture_note_or_raised_figure_is_a_change_that_can_be_read()
    {
        Assert.Equal(["1 ([-a][+b]) Tell the lead."], Print("{(a)} Tell the lead.\n", "{(b)} Tell the lead.\n"));
        Assert.Equal(
            ["0 See the form (https://example.[-org/one][+org/two])."],
            Print("See [the form](https://example.org/one).\n", "See [the form](https://example.org/two).\n")
        );
        Assert.Equal(["0 Picture: A chart (file [-aaaaaaaa][+bbbbbbbb])"], Print(Picture('a'), Picture('b')));
        Assert.Equal(["0 Within [-242][+24²] hours."], Print("Within 242 hours.\n", "Within 24^{2} hours.\n"));
        Assert.Equal(["0 Ask.[note 1]", "0 Note 1: The [-deputy][+head]."], Print("Ask.[^1]\n\n[^1]: The deputy.\n", "Ask.[^1]\n\n[^1]: The head.\n"));
    }

    [Fact]
    public void No_sign_of_the_stored_form_is_shown()
    {
        var part = PolicyMarkdown.Parts(EveryBlock.Policy()).Select(each => each.Markdown).ToList();

        Assert.All(
            part.SelectMany(markdown => TextDifference.Between(null, markdown)).SelectMany(line => line.Pieces),
            piece => Assert.DoesNotMatch(@"\{cell|\{row|\{end|\{table|sha256:|\*\*|\[\^|\^\{|_\{|\]\(|^#|^>", piece.Text)
        );
    }

    private static string Picture(char digit) => $"![A chart](sha256:{new string(digit, 64)} \"image/png 10x10\")\n";

    private static IEnumerable<string> Print(string? before, string? after) =>
        TextDifference
            .Between(before, after)
            .Select(line =>
                $"{line.Depth} "
                + string.Concat(
                    line.Pieces.Select(piece =>
                        piece.Kind switch
                        {
                            DifferenceKind.Same => piece.Text,
                            DifferenceKind.Removed => $"[-{piece.Text}]",
                            DifferenceKind.Added => $"[+{piece.Text}]",
                        }
                    )
                )
            );
}
