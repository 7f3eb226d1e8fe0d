using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Accounts.MailedLinks;

/// <summary>Looks whether a request for a link is of someone with an account, and sends it to the address that the school keeps.</summary>
public sealed class SendLink(
    UserManager<Account> accounts,
    AccountService keeper,
    CurrentSchool school,
    AccessLog told,
    MailOptions options,
    IDbContextFactory<InductionDb> factory,
    TimeProvider clock
)
{
    /// <returns>What became of the letter; null where there is no one to send it to.</returns>
    internal async Task<MailAnswer?> ExecuteAsync(LinkRequest request, IMailer mailer, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(request.Email) is not { Email: { } email, LockoutEnd: not { Year: >= 9999 } } account)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == account.StaffId, cancellationToken);
        if (person.HasLeft(LondonTime.DateIn(clock.GetUtcNow())))
        {
            return null;
        }

        var name = (await school.GetAsync(cancellationToken))!.Name;
        var secret = await keeper.IssueAskedLinkAsync(account.Id, cancellationToken);
        await told.AddAsync(AccessAct.LinkMade, by: null, account.StaffId, "that was asked for by e-mail");
        var link = options.SiteAddress + Urls.SignInLink(secret, request.ReturnUrl);
        var letter = new Letter(Guid.NewGuid(), clock.GetUtcNow(), name, person.FullName, email, $"Your sign-in link for {name}", Text(link), Html(link));
        return await mailer.HandOverAsync(letter, () => { }, cancellationToken);
    }

    private static string Text(string link) =>
        $"""
            You asked for a link to sign in. It works once, for 15 minutes:

            {link}

            You did not ask for it? Then delete this mail: without it no one can sign in.
            """;

    private static string Html(string link) =>
        $"""
            <p>You asked for a link to sign in. It works once, for 15 minutes:</p>
            <p><a href="{WebUtility.HtmlEncode(link)}">Sign in</a></p>
            <p>You did not ask for it? Then delete this mail: without it no one can sign in.</p>
            """;
}
