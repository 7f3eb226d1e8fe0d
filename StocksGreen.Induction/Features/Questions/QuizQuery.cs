using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>The questions on a policy.</summary>
/// <param name="Version">The latest version.</param>
/// <param name="InUse">In the order of the text; those whose part is gone come last.</param>
/// <param name="Samples">Questions that come along for a policy of this title and are not in use.</param>
public sealed record PolicyQuiz(PolicyVersion Version, IReadOnlyList<QuizQuestion> InUse, IReadOnlyList<QuizQuestionForm> Samples);

/// <summary>Loads the questions on a policy.</summary>
public sealed class QuizQuery(IDbContextFactory<InductionDb> factory)
{
    /// <returns>Null when the actor may not write them, or there is no such policy.</returns>
    public async Task<PolicyQuiz?> ExecuteAsync(Actor actor, PolicyId policy, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            !Permissions.MayWriteQuiz(actor)
            || (await db.ReadVersionsAsync(cancellationToken)).Where(row => row.PolicyId == policy).MaxBy(row => row.Number) is not { } version
        )
        {
            return null;
        }

        var wordings = await db.QuizQuestions.AsNoTracking().Where(row => row.PolicyId == policy).ToListAsync(cancellationToken);
        var inUse = QuizQuestion
            .InUse(wordings)
            .OrderBy(question => version.Parts.FirstOrDefault(question.IsAbout)?.Ordinal ?? int.MaxValue)
            .ThenBy(question => question.At)
            .ToList();
        var known = wordings.Select(wording => wording.Text).ToHashSet(StringComparer.Ordinal);
        return new PolicyQuiz(
            version,
            inUse,
            [.. SampleQuiz.For(version.Text.Title).Where(sample => !known.Contains(sample.Text!) && version.Parts.Any(part => part.Title == sample.PartTitle))]
        );
    }
}
