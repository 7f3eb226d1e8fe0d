using System.Text.RegularExpressions;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Guide;

/// <summary>How long a signature is kept is said in four places to four kinds of reader, and is one thing.</summary>
public sealed partial class RetentionWordsTests
{
    [Theory]
    [InlineData("Domain/Signing/SignatureBuilder.cs")]
    [InlineData("Data/Retention/RetentionRules.cs")]
    [InlineData("Guide/evidence-and-checking.md")]
    [InlineData("Decisions/0019-how-long-things-are-kept.md")]
    public void A_signature_is_kept_at_least_six_years_and_not_deleted_by_the_program_itself(string file)
    {
        var words = Space().Replace(File.ReadAllText(Path.Combine(Repository.Root, "StocksGreen.Induction", file)), " ");

        Assert.Contains("at least six years after", words, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("program does not delete (it|them) by itself", words);
        Assert.DoesNotContain("until six years after", words, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
