namespace StocksGreen.Induction.Domain.Questions;

/// <summary>A reader's question with what was answered.</summary>
/// <param name="Answers">In the order in which they were given; empty while the reader waits.</param>
public sealed record AskedQuestion(ReaderQuestion Question, IReadOnlyList<ReaderAnswer> Answers)
{
    public bool IsOpen => Answers.Count == 0;

    /// <summary>Questions with their answers, in the order in which they were asked.</summary>
    public static IReadOnlyList<AskedQuestion> Join(IEnumerable<ReaderQuestion> questions, IEnumerable<ReaderAnswer> answers)
    {
        var given = answers.OrderBy(answer => answer.EvidenceNumber).ToLookup(answer => answer.QuestionId);
        return [.. questions.OrderBy(question => question.EvidenceNumber).Select(question => new AskedQuestion(question, [.. given[question.Id]]))];
    }
}
