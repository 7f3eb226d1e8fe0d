using System.Text.Json;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>Questions that come along with the program, drawn from the policy's own dilemmas.</summary>
public static class SampleQuiz
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Questions for a policy of a title; none for most.</summary>
    public static IReadOnlyList<QuizQuestionForm> For(string title) => title == "Social Media Policy" ? Read("social-media-policy.json") : [];

    private static List<QuizQuestionForm> Read(string fileName)
    {
        using var file = typeof(SampleQuiz).Assembly.GetManifestResourceStream($"Samples/{fileName}")!;
        return JsonSerializer.Deserialize<List<QuizQuestionForm>>(file, Options) ?? throw new InvalidOperationException($"{fileName} is empty.");
    }
}
