using System.Reflection;
using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Invented policies in many shapes, each next to the outline that a person wrote for it.</summary>
public class CorpusTests
{
    private static readonly Assembly Here = typeof(CorpusTests).Assembly;

    public static TheoryData<string> Policies =>
        [
            .. Here.GetManifestResourceNames()
                .Where(name => name.StartsWith("Corpus/", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
                .Select(name => name[7..^4]),
        ];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_is_recognised_as_a_person_would_outline_it(string name)
    {
        var outcome = PolicyImport.Parse(Imports.Resource(Here, $"Corpus/{name}.txt"), name + ".txt");

        Assert.Equal(Expected(name), PolicyOutline.Of(outcome));
        Assert.Empty(Assert.IsType<ImportOutcome.Imported>(outcome).Coverage.Missing);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Line_ends_of_any_system_give_the_same_policy(string name)
    {
        var text = Encoding.UTF8.GetString(Imports.Resource(Here, $"Corpus/{name}.txt"));

        Assert.Equal(
            Expected(name),
            PolicyOutline.Of(Imports.Read(text.ReplaceLineEndings("\r\n").Replace("\f", "\f", StringComparison.Ordinal), name + ".txt"))
        );
        Assert.Equal(Expected(name), PolicyOutline.Of(Imports.Read(text.Replace('\n', '\r'), name + ".txt")));
    }

    private static string Expected(string name) => Encoding.UTF8.GetString(Imports.Resource(Here, $"Corpus/{name}.outline"));
}
