using System.Globalization;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Documents.Lettering;

/// <summary>The direction of letters, held against Unicode's own cases. BIDI_TESTS=folder takes all of them, from Debian's package unicode-data.</summary>
public sealed class BidiTests
{
    private static readonly string Cases = Environment.GetEnvironmentVariable("BIDI_TESTS") is { } folder
        ? Path.Combine(folder, "BidiCharacterTest.txt")
        : Path.Combine(Repository.Root, "StocksGreen.Induction.Tests", "Documents", "Lettering", "BidiCharacterTest.sample.txt");

    [Fact]
    public void Each_letter_is_read_as_Unicode_says()
    {
        var tried = 0;
        // Raw: the characters; how the paragraph is read, 2 for by its first letter; its level; that of each character, x for none; their order.
        foreach (var fields in File.ReadLines(Cases).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(';')))
        {
            var characters = fields[0].Split(' ').Select(hex => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToList();
            if (characters.Exists(IsTakenOut))
            {
                continue;
            }

            tried++;
            var levels = Bidi.Levels(string.Concat(characters.Select(char.ConvertFromUtf32)), fields[1] == "2" ? null : fields[1][0] - '0');
            var (at, found) = (0, new List<string>());
            foreach (var (character, expected) in characters.Zip(fields[3].Split(' ')))
            {
                found.Add(expected == "x" ? "x" : levels[at].ToString(CultureInfo.InvariantCulture));
                at += character > 0xFFFF ? 2 : 1;
            }

            Assert.Equal(fields[3], string.Join(' ', found));
        }

        Assert.InRange(tried, 150, int.MaxValue);
    }

    [Theory]
    [InlineData("Zoë Łukasz 山田 – 12%", false)]
    [InlineData("Zoë محمد", true)]
    [InlineData("\uD83A\uDD00", true)]
    public void Only_text_with_letters_from_the_right_is_asked_for(string text, bool isNeeded) => Assert.Equal(isNeeded, Bidi.IsNeeded(text));

    // Embeddings, overrides, isolates and the ends of paragraphs, which texts have no more when they are set.
    private static bool IsTakenOut(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2029;
}
