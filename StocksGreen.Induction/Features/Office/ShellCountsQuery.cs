using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components.Shell;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Office;

/// <summary>Counts what waits for someone: one statement for all numbers of the menu.</summary>
public sealed class ShellCountsQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="isNamedGovernor">Whether the actor holds that key role today.</param>
    /// <returns>Zero for everything that the actor may not open.</returns>
    public async Task<ShellCounts> ExecuteAsync(Actor actor, bool isNamedGovernor, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var mayChase = Permissions.MayChase(actor);
        var mayPublish = Permissions.MayPublish(actor);
        var mayAnswerAll = Permissions.MayOpenRegister(actor);
        var isHeadteacher = actor.Roles.HasFlag(AccessRoles.Headteacher);
        var own = actor.StaffId;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db
                .Schools.Select(_ => new ShellCounts(
                    db.RequirementPeople.Count(person => mayChase && person.EarliestDue != null),
                    db.RequirementPeople.Count(person => mayChase && person.EarliestDue < today),
                    db.ReaderQuestions.Count(question =>
                        (mayAnswerAll || question.AskedOf == own) && !db.ReaderAnswers.Any(answer => answer.QuestionId == question.Id)
                    ),
                    db.Declarations.Count(row =>
                        row.StaffId != own
                        && (
                            (row.Readers == DeclarationReaders.LeadAndHeadteacher && mayAnswerAll)
                            || (row.Readers == DeclarationReaders.Headteacher && isHeadteacher)
                            || (row.Readers == DeclarationReaders.NamedGovernor && isNamedGovernor)
                        )
                        && !db.DeclarationDecisions.Any(decision => decision.DeclarationId == row.Id)
                    ),
                    db.Drafts.Count(_ => mayPublish),
                    db.OutboxMails.Count(mail =>
                        mayChase
                        && mail.SentAgainAs == null
                        && (mail.Result == NoticeResult.Refused || mail.Result == NoticeResult.GivenUp || mail.Result == NoticeResult.CameBack)
                    )
                ))
                .SingleOrDefaultAsync(cancellationToken)
            ?? ShellCounts.None;
    }
}
