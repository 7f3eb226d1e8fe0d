using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>Records a talk by the word of the person who held it. It counts once the person who was briefed confirms it too.</summary>
public sealed class RecordBriefing(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestTitle = 120;

    public const int MostTopics = 30;

    /// <summary>The words that a briefer confirms.</summary>
    public static string Statement(string person, string title) =>
        $"I have talked {person} through “{title}”, and they could ask what they did not understand.";

    /// <param name="affirms">Whether the statement was ticked.</param>
    /// <returns>Not found when the actor may not brief this person.</returns>
    /// <remarks>The same talk sent twice, by a second tap, is one talk.</remarks>
    public Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        StaffId person,
        string? title,
        DateOnly? heldOn,
        IReadOnlyList<string> topics,
        bool affirms,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                if (
                    await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, cancellationToken) is not { } briefed
                    || briefed.HasLeft(today)
                    || !Permissions.MayBrief(actor, briefed)
                )
                {
                    return Result.NotFound;
                }

                var named = FreeText.Clean(title);
                List<string> told = [.. topics.Select(FreeText.Clean).Where(topic => topic.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
                List<ValidationError> errors = [.. FreeText.Errors("Title", named, "Say what the talk was about.", LongestTitle)];
                if (heldOn is not { } day || day > today || day < today.AddYears(-2))
                {
                    errors.Add(new ValidationError("HeldOn", "Enter the day of the talk. It cannot lie in the future or more than two years back."));
                }

                if (told.Count == 0)
                {
                    errors.Add(new ValidationError("Topics", "Tick or write at least one topic."));
                }
                else if (told.Count > MostTopics || told.Exists(topic => topic.Length > LongestTitle))
                {
                    errors.Add(new ValidationError("Topics", $"At most {MostTopics} topics of {LongestTitle} characters each."));
                }

                if (!affirms)
                {
                    errors.Add(new ValidationError("Affirms", "Tick that you held this talk."));
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                var twins = await db
                    .Briefings.AsNoTracking()
                    .Where(row => row.StaffId == person && row.Title == named && row.HeldOn == heldOn && row.BriefedBy == actor.StaffId)
                    .ToListAsync(cancellationToken);
                if (!twins.Exists(twin => twin.Topics.SequenceEqual(told, StringComparer.Ordinal)))
                {
                    log.Record(
                        new Briefing(Guid.NewGuid(), now, person, named, heldOn!.Value, told, actor.StaffId, actor.FullName, Statement(briefed.FullName, named))
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
