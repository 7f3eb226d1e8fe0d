using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Questions;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>A reader's question as the person who answers sees it.</summary>
/// <param name="FullName">Of the reader.</param>
/// <param name="Policy">Title and version: "Social Media Policy, version 1".</param>
public sealed record QuestionToAnswer(AskedQuestion Asked, string FullName, string Policy);

/// <summary>A part whose questions are often answered wrongly.</summary>
/// <param name="Readers">People who answered a question about it.</param>
/// <param name="Missed">Of them, those who were wrong at least once.</param>
public sealed record MissedPart(string Policy, string Part, int Readers, int Missed);

/// <summary>A question that waits with someone else: that it does, and with whom, but not what it says.</summary>
/// <param name="Part">The part it is about.</param>
/// <param name="Since">UTC.</param>
/// <param name="Email">Of the person with whom it waits; null where they have none.</param>
public sealed record WaitingElsewhere(string FullName, string Policy, string Part, string With, DateTimeOffset Since, string? Email);

/// <summary>What waits for answers, and what is most often misunderstood.</summary>
/// <param name="Missed">Most missed first; empty for those who may not see it.</param>
public sealed record Questions(IReadOnlyList<QuestionToAnswer> Open, IReadOnlyList<QuestionToAnswer> Answered, IReadOnlyList<MissedPart> Missed)
{
    /// <summary>The oldest first; empty for those who do not look after the questions of others.</summary>
    public IReadOnlyList<WaitingElsewhere> Elsewhere { get; init; } = [];
}

/// <summary>Loads questions.</summary>
public sealed class QuestionsQuery(IDbContextFactory<InductionDb> factory)
{
    private const int MostMissed = 10;

    /// <returns>What the actor may answer; null when that is nothing and never was.</returns>
    public async Task<Questions?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var all = AskedQuestion
            .Join(await db.ReaderQuestions.AsNoTracking().ToListAsync(cancellationToken), await db.ReaderAnswers.AsNoTracking().ToListAsync(cancellationToken))
            .ToList();
        var asked = all.Where(question => Permissions.MayAnswer(actor, question.Question.AskedOf)).ToList();
        if (asked.Count == 0 && !Permissions.MaySeeMissed(actor))
        {
            return null;
        }

        var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
        var versions = (await db.ReadVersionsAsync(cancellationToken)).ToDictionary(version => version.Id);
        var shown = asked.Select(question => new QuestionToAnswer(question, people[question.Question.StaffId].FullName, PolicyOf(question.Question))).ToList();
        return new Questions(
            [.. shown.Where(question => question.Asked.IsOpen)],
            [.. shown.Where(question => !question.Asked.IsOpen).Reverse()],
            Permissions.MaySeeMissed(actor) ? await MissedAsync() : []
        )
        {
            Elsewhere = Permissions.MaySeeMissed(actor)
                ?
                [
                    .. all.Where(question => question.IsOpen && !Permissions.MayAnswer(actor, question.Question.AskedOf))
                        .Select(question => question.Question)
                        .OrderBy(question => question.At)
                        .Select(question => new WaitingElsewhere(
                            people[question.StaffId].FullName,
                            PolicyOf(question),
                            question.Heading,
                            question.AskedOfName,
                            question.At,
                            people.GetValueOrDefault(question.AskedOf)?.Email
                        )),
                ]
                : [],
        };

        string PolicyOf(ReaderQuestion question) => $"{versions[question.VersionId].Text.Title}, {versions[question.VersionId].Label.ToLowerInvariant()}";

        async Task<IReadOnlyList<MissedPart>> MissedAsync() =>
            [
                .. (await db.QuizAttempts.AsNoTracking().ToListAsync(cancellationToken))
                    .GroupBy(attempt => (attempt.VersionId, attempt.Ordinal))
                    .Select(part => new MissedPart(
                        versions[part.Key.VersionId].Text.Title,
                        versions[part.Key.VersionId].Parts[part.Key.Ordinal].Heading,
                        part.Select(attempt => attempt.StaffId).Distinct().Count(),
                        part.Where(attempt => !attempt.IsRight).Select(attempt => attempt.StaffId).Distinct().Count()
                    ))
                    .Where(part => part.Missed > 0)
                    .OrderByDescending(part => (double)part.Missed / part.Readers)
                    .ThenByDescending(part => part.Missed)
                    .ThenBy(part => part.Part, StringComparer.CurrentCulture)
                    .Take(MostMissed),
            ];
    }
}
