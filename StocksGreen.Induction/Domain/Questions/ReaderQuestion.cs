using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>That a reader does not understand a part yet, and asked someone by name.</summary>
/// <param name="Heading">Of the part: "4.1 Reputation".</param>
/// <param name="Text">In the reader's own words.</param>
[Evidence("QuestionAsked", "ReaderQuestions", "question", GoesWithItsFacts = true)]
public sealed record ReaderQuestion(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    VersionId VersionId,
    int Ordinal,
    string Heading,
    string Text,
    StaffId AskedOf,
    string AskedOfName
) : SealedRecord(Id, At)
{
    public override string Form => "question/1";

    /// <summary>Longest question or answer, in characters.</summary>
    public const int LongestText = 2000;
}
