using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>One wording of a question that shows whether a part was understood. A change is a new wording under the same question.</summary>
/// <param name="QuestionId">The same for all wordings of one question.</param>
/// <param name="Number">Of the wording: 1 for the first.</param>
/// <param name="PartTitle">Title of the part that it is about, without number: questions follow a part through the versions of its policy.</param>
/// <param name="Options">At least two, of which one is right.</param>
/// <param name="Why">Shown once the right answer is given: what the policy says.</param>
/// <param name="IsInUse">False for a question that is no longer asked.</param>
[Evidence("QuizQuestionWritten", "QuizQuestions", "quiz question")]
public sealed record QuizQuestion(
    Guid Id,
    DateTimeOffset At,
    Guid QuestionId,
    int Number,
    PolicyId PolicyId,
    string PartTitle,
    string Text,
    IReadOnlyList<QuizOption> Options,
    string Why,
    bool IsInUse,
    StaffId WrittenBy,
    string WrittenByName
) : SealedRecord(Id, At)
{
    public override string Form => "quiz-question/1";

    /// <summary>The wording in use of each question.</summary>
    /// <param name="wordings">All wordings, in any order.</param>
    public static IEnumerable<QuizQuestion> InUse(IEnumerable<QuizQuestion> wordings) =>
        wordings.GroupBy(wording => wording.QuestionId).Select(group => group.MaxBy(wording => wording.Number)!).Where(wording => wording.IsInUse);

    /// <summary>True where the question is about a part, whatever its number is in this version.</summary>
    public bool IsAbout(PolicyPart part) => string.Equals(SearchText.Fold(PartTitle), SearchText.Fold(part.Title), StringComparison.Ordinal);
}
