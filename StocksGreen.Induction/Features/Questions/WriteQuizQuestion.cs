using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>What someone writes of a question.</summary>
/// <param name="Options">As typed; empty ones are left out.</param>
/// <param name="Right">Index of the right one among <paramref name="Options"/>; null while none was marked.</param>
/// <param name="IsInUse">False to ask it no longer.</param>
public sealed record QuizQuestionForm(string PartTitle, string? Text, IReadOnlyList<string?> Options, int? Right, string? Why, bool IsInUse = true);

/// <summary>Writes a question on a part, words it again, or stops asking it. Each wording stays on record.</summary>
public sealed class WriteQuizQuestion(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestQuestion = 600;

    public const int LongestOption = 300;

    /// <remarks>The same form sent twice, by a second tap, is one wording.</remarks>
    /// <param name="question">The question to word again; null for a new one.</param>
    /// <returns>Not found when the actor may not, or there is no such policy or question.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, PolicyId policy, Guid? question, QuizQuestionForm form, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (
                    !Permissions.MayWriteQuiz(actor)
                    || (await db.ReadVersionsAsync(cancellationToken)).Where(row => row.PolicyId == policy).MaxBy(row => row.Number) is not { } version
                )
                {
                    return Result.NotFound;
                }

                var latest = question is null
                    ? null
                    : await db
                        .QuizQuestions.AsNoTracking()
                        .Where(row => row.QuestionId == question && row.PolicyId == policy)
                        .OrderBy(row => row.Number)
                        .LastOrDefaultAsync(cancellationToken);
                if (question is not null && latest is null)
                {
                    return Result.NotFound;
                }

                var errors = Errors(form, version).ToList();
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                var wording = new QuizQuestion(
                    Guid.NewGuid(),
                    EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                    question ?? Guid.NewGuid(),
                    (latest?.Number ?? 0) + 1,
                    policy,
                    form.PartTitle,
                    FreeText.Clean(form.Text),
                    [.. Options(form).Select(option => new QuizOption(option.Text, option.Index == form.Right))],
                    FreeText.Clean(form.Why),
                    form.IsInUse,
                    actor.StaffId,
                    actor.FullName
                );
                var twins = latest is not null
                    ? [latest]
                    : QuizQuestion.InUse(await db.QuizQuestions.AsNoTracking().Where(row => row.PolicyId == policy).ToListAsync(cancellationToken));
                if (!twins.Any(twin => Says(twin, wording)))
                {
                    log.Record(wording);
                }

                return Result.Done;
            },
            cancellationToken
        );

    private static bool Says(QuizQuestion one, QuizQuestion other) =>
        one.IsInUse == other.IsInUse
        && one.PartTitle == other.PartTitle
        && one.Text == other.Text
        && one.Why == other.Why
        && one.Options.SequenceEqual(other.Options);

    private static IEnumerable<(string Text, int Index)> Options(QuizQuestionForm form) =>
        form.Options.Select((text, index) => (Text: FreeText.Clean(text), Index: index)).Where(option => option.Text.Length > 0);

    private static IEnumerable<ValidationError> Errors(QuizQuestionForm form, PolicyVersion version)
    {
        if (!version.Parts.Any(part => part.Title == form.PartTitle))
        {
            yield return new ValidationError("Part", "Choose the part that the question is about.");
        }

        foreach (var error in FreeText.Errors("Text", FreeText.Clean(form.Text), "Write the question.", LongestQuestion))
        {
            yield return error;
        }

        var options = Options(form).ToList();
        if (options.Count < 2)
        {
            yield return new ValidationError("Options[0]", "Write at least two answers.");
        }
        else if (options.Exists(option => option.Text.Length > LongestOption))
        {
            yield return new ValidationError("Options[0]", $"Shorten the answers to {LongestOption} characters each.");
        }
        else if (options.Select(option => option.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Count)
        {
            yield return new ValidationError("Options[0]", "Two answers are the same.");
        }

        if (!options.Exists(option => option.Index == form.Right))
        {
            yield return new ValidationError("Right", "Mark the right answer.");
        }

        foreach (var error in FreeText.Errors("Why", FreeText.Clean(form.Why), "Say why it is right: readers see it once they have answered.", LongestQuestion))
        {
            yield return error;
        }
    }
}
