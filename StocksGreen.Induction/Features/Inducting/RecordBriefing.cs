using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Inducting;

/// <summary>Records a talk by the word of whoever held it. It counts once the person who was briefed confirms it too.</summary>
public sealed class RecordBriefing(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestTitle = 120;

    public const int MostTopics = 30;

    /// <summary>The words that a briefer confirms.</summary>
    public static string Statement(string person, string title) => $"I have talked {person} through “{title}”, and they could ask what they did not understand.";

    /// <param name="affirms">Whether the statement was ticked.</param>
    /// <returns>What is wrong; nothing when it was recorded; null when the actor may not brief this person.</returns>
    /// <remarks>The same talk sent twice, by a second tap, is one talk.</remarks>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, StaffId person, string? title, DateOnly? heldOn, IReadOnlyList<string> topics, bool affirms, CancellationToken cancellationToken) =>
        evidence.WriteAsync<IReadOnlyList<Refusal>?>(
            async (db, log) =>
            {
                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                if (await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, cancellationToken) is not { } briefed || briefed.HasLeft(today) || !Permissions.MayBrief(actor, briefed))
                {
                    return null;
                }

                var named = FreeText.Clean(title);
                List<string> told = [.. topics.Select(FreeText.Clean).Where(topic => topic.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
                List<Refusal> refusals = [.. FreeText.Refusals("title", named, "Say what the talk was about.", LongestTitle)];
                if (heldOn is not { } day || day > today || day < today.AddYears(-2))
                {
                    refusals.Add(new Refusal("held-on", "Enter the day of the talk. It cannot lie in the future or more than two years back."));
                }

                if (told.Count == 0)
                {
                    refusals.Add(new Refusal("topics", "Tick or write at least one topic."));
                }
                else if (told.Count > MostTopics || told.Exists(topic => topic.Length > LongestTitle))
                {
                    refusals.Add(new Refusal("topics", $"At most {MostTopics} topics of {LongestTitle} characters each."));
                }

                if (!affirms)
                {
                    refusals.Add(new Refusal("affirms", "Tick that you held this talk."));
                }

                if (refusals.Count > 0)
                {
                    return refusals;
                }

                var twins = await db.Briefings.AsNoTracking().Where(row => row.StaffId == person && row.Title == named && row.HeldOn == heldOn && row.BriefedBy == actor.StaffId).ToListAsync(cancellationToken);
                if (!twins.Exists(twin => twin.Topics.SequenceEqual(told, StringComparer.Ordinal)))
                {
                    log.Record(new Briefing(Guid.NewGuid(), now, person, named, heldOn!.Value, told, actor.StaffId, actor.FullName, Statement(briefed.FullName, named)));
                }

                return [];
            },
            cancellationToken);
}
