using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>Asks for a correction of one's own record, or complains about how it is handled.</summary>
public sealed class AskAboutData(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    /// <summary>Nobody has more requests open at once.</summary>
    private const int MostOpen = 10;

    public Task<Result<Unit>> ExecuteAsync(Actor actor, PrivacyRequestKind kind, string? text, CancellationToken cancellationToken) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MayRead(actor) || !await db.People.AnyAsync(person => person.Id == actor.StaffId, cancellationToken))
                    {
                        return Result.NotFound;
                    }

                    var words = FreeText.Clean(text);
                    if (FreeText.Errors("Text", words, "Write what is wrong, in a sentence.", PrivacyRequest.LongestText).ToList() is [_, ..] errors)
                    {
                        return Result.Invalid(errors);
                    }

                    var open = db.PrivacyRequests.Where(row => row.StaffId == actor.StaffId && !db.PrivacyAnswers.Any(answer => answer.RequestId == row.Id));
                    if (await open.CountAsync(cancellationToken) >= MostOpen)
                    {
                        return Result.Invalid("Text", $"{MostOpen} of your requests wait for an answer. Talk to the school office about them.");
                    }

                    if (!await open.AnyAsync(row => row.Kind == kind && row.Text == words, cancellationToken))
                    {
                        log.Record(new PrivacyRequest(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), actor.StaffId, kind, words));
                    }

                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.CorrectionAsked, actor);
}
