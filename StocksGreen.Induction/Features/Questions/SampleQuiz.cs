using System.Text.Json;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>Questions that come along with the program, drawn from the policy's own dilemmas.</summary>
public static class SampleQuiz
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Questions for a policy of a title; none for most.</summary>
    public static IReadOnlyList<CheckForm> For(string title) => title == "Social Media Policy" ? Read("social-media-policy.json") : [];

    private static List<CheckForm> Read(string fileName)
    {
        using var file = typeof(SampleQuiz).Assembly.GetManifestResourceStream($"Samples/{fileName}")!;
        return JsonSerializer.Deserialize<List<CheckForm>>(file, Options) ?? throw new InvalidOperationException($"{fileName} is empty.");
    }
}
