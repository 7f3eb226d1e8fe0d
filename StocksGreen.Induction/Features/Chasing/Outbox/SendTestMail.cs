using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>Sends one letter to the person who asks, now, so that they see whether the settings work.</summary>
public sealed class SendTestMail(IDbContextFactory<InductionDb> factory, MailOptions options, CurrentSchool school, Guesses guesses, TimeProvider clock)
{
    /// <returns>What the server said; not found when the actor may not.</returns>
    public async Task<Result<string>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return Result.NotFound;
        }

        if (options.Way is MailTransport.None)
        {
            return Result.Invalid("Test", "No setting says how mail leaves.");
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.People.Where(row => row.Id == actor.StaffId).Select(row => row.Email).SingleOrDefaultAsync(cancellationToken) is not { } email)
        {
            return Result.Invalid("Test", "You have no e-mail address here.");
        }

        if (!guesses.Begin($"test mail {actor.StaffId}"))
        {
            return Result.Invalid("Test", "That was tried often just now. Wait a quarter of an hour.");
        }

        var name = (await school.GetAsync(cancellationToken))?.Name ?? "";
        await using var mailer = Mailers.Create(options);
        var answer = await mailer.HandOverAsync(
            new Letter(
                Guid.NewGuid(),
                clock.GetUtcNow(),
                name,
                actor.FullName,
                email,
                "A test of the school’s mail",
                "Mail leaves. You need do nothing.",
                "<p>Mail leaves. You need do nothing.</p>"
            ),
            () => { },
            cancellationToken
        );
        return answer is MailAnswer.Accepted ? $"Sent to {email}. The server said: {answer.Words}" : Result.Invalid("Test", answer.Words);
    }
}
