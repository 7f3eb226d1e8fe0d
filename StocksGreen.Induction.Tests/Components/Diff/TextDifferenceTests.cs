using StocksGreen.Induction.Components.Diff;

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
    public void A_sentence_that_was_written_anew_is_one_taken_out_and_one_put_in() =>
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
