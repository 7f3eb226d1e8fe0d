using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>Answers a request about personal data. The entry itself is changed where people are changed; papers of the past keep what they said.</summary>
public sealed class AnswerAboutData(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    /// <returns>Not found when there is no such request for the actor to answer, or it was answered.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid request, string? text, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (
                        await db.PrivacyRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request, cancellationToken) is not { } asked
                        || !Permissions.MayAnswerPrivacy(actor, asked)
                        || await db.PrivacyAnswers.AnyAsync(row => row.RequestId == request, cancellationToken)
                    )
                    {
                        return Result.NotFound;
                    }

                    var words = FreeText.Clean(text);
                    if (FreeText.Errors("Text", words, "Write what the person is answered.", PrivacyRequest.LongestText).ToList() is [_, ..] errors)
                    {
                        return Result.Invalid(errors);
                    }

                    var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                    log.Record(new PrivacyAnswer(Guid.NewGuid(), now, request, words, actor.StaffId, actor.FullName));
                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.CorrectionAnswered, actor);
}
