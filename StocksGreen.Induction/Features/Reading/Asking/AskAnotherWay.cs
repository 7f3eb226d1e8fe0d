using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>Records that somebody needs a policy in another way. The office sees it; no date moves by itself.</summary>
public sealed class AskAnotherWay(EvidenceWriter evidence, TimeProvider clock)
{
    /// <remarks>The same request sent twice, by a second tap, is one request.</remarks>
    public Task<AskOutcome> ExecuteAsync(Actor actor, VersionId version, Adjustment? way, string? note, CancellationToken cancellationToken) =>
        evidence.WriteAsync<AskOutcome>(
            async (db, log) =>
            {
                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                if (await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), cancellationToken) is null)
                {
                    return new AskOutcome.NotFound();
                }

                var words = FreeText.Clean(note);
                var refusals = new List<Refusal>();
                if (way is null || !Enum.IsDefined(way.Value))
                {
                    refusals.Add(new Refusal("way", "Choose what you need."));
                }

                if (words.Length > ReaderQuestion.LongestText)
                {
                    refusals.Add(new Refusal("note", $"Write at most {ReaderQuestion.LongestText} characters."));
                }
                else if (way is Adjustment.Other && words.Length == 0)
                {
                    refusals.Add(new Refusal("note", "Say in a few words what you need."));
                }

                if (refusals.Count > 0)
                {
                    return new AskOutcome.Refused(refusals);
                }

                var before = db.AdjustmentRequests.Where(row => row.StaffId == actor.StaffId && row.VersionId == version && row.Way == way!.Value && row.Note == words);
                if (!before.Any(row => !db.AdjustmentsMade.Any(made => made.RequestId == row.Id)))
                {
                    log.Record(new AdjustmentRequest(Guid.NewGuid(), now, actor.StaffId, version, way!.Value, words));
                }

                return new AskOutcome.Recorded();
            },
            cancellationToken);
}
