using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Asking;

/// <summary>Records that someone needs a policy in another way. The office sees it; no date moves by itself.</summary>
public sealed class AskAnotherWay(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when there is no such version for the actor.</returns>
    /// <remarks>The same request sent twice, by a second tap, is one request.</remarks>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, VersionId version, Adjustment? way, string? note, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                if (await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), cancellationToken) is null)
                {
                    return Result.NotFound;
                }

                var words = FreeText.Clean(note);
                var errors = new List<ValidationError>();
                if (way is null || !Enum.IsDefined(way.Value))
                {
                    errors.Add(new ValidationError("Way", "Choose what you need."));
                }

                if (words.Length > ReaderQuestion.LongestText)
                {
                    errors.Add(new ValidationError("Note", $"Write at most {ReaderQuestion.LongestText} characters."));
                }
                else if (way is Adjustment.Other && words.Length == 0)
                {
                    errors.Add(new ValidationError("Note", "Say in a few words what you need."));
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                var before = db.AdjustmentRequests.Where(row =>
                    row.StaffId == actor.StaffId && row.VersionId == version && row.Way == way!.Value && row.Note == words
                );
                if (!before.Any(row => !db.AdjustmentsMade.Any(made => made.RequestId == row.Id)))
                {
                    log.Record(new AdjustmentRequest(Guid.NewGuid(), now, actor.StaffId, version, way!.Value, words));
                }

                return Result.Done;
            },
            cancellationToken
        );
}
