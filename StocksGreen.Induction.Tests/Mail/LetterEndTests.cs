using System.Text;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Tests.Mail;

/// <summary>Whether the end of a letter has left, in whatever pieces it leaves.</summary>
public sealed class LetterEndTests
{
    private const string Whole = "Subject: Hello\r\n\r\n..a dot of the letter\r\n.\r\n";

    [Fact]
    public void It_has_left_with_the_last_byte_and_not_before_wherever_a_piece_is_cut()
    {
        for (var cut = 1; cut < Whole.Length; cut++)
        {
            using var end = new LetterEnd();
            end.Begin();
            Leave(end, Whole[..cut]);
            Assert.False(end.HasLeft);
            Leave(end, Whole[cut..]);
            Assert.True(end.HasLeft);
        }
    }

    [Fact]
    public void What_left_before_a_letter_began_or_after_it_ended_is_not_of_it()
    {
        using var end = new LetterEnd();
        Leave(end, Whole);
        end.Begin();
        Assert.False(end.HasLeft);
        Leave(end, ".\r\n");
        Assert.False(end.HasLeft);
        end.Stop();
        Leave(end, Whole);
        Assert.False(end.HasLeft);
    }

    private static void Leave(LetterEnd end, string text)
    {
        var bytes = Encoding.ASCII.GetBytes("??" + text);
        end.LogClient(bytes, 2, bytes.Length - 2);
    }
}
