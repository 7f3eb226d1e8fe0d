using System.Net;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>Records that a way in which someone else had made was used, and from where; and writes to the person, where mail is set up.</summary>
public sealed class NoteWayInUsed(EvidenceWriter evidence, CurrentSchool school, MailOptions mail, IHttpContextAccessor request, TimeProvider clock)
{
    /// <param name="given">The record of who made it.</param>
    public async Task ExecuteAsync(StaffId person, Guid given, CancellationToken cancellationToken)
    {
        var schoolName = (await school.GetAsync(cancellationToken))?.Name ?? "";
        await evidence.WriteAsync(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var context = request.HttpContext;
                var used = log.Record(
                    new SignInUsed(
                        Guid.NewGuid(),
                        now,
                        person,
                        given,
                        context is null ? null : RequestOrigin.Address(context),
                        RequestOrigin.Browser(context?.Request.Headers.UserAgent.ToString() ?? "")
                    )
                );
                var made = await db.SignInsGiven.AsNoTracking().SingleAsync(row => row.Id == given, cancellationToken);
                var told = await db.People.AsNoTracking().SingleAsync(row => row.Id == person, cancellationToken);
                if (mail.Way is not MailTransport.None && told.Email is { Length: > 0 } address)
                {
                    var (subject, text) = ($"Someone signed in as you at {schoolName}", Text(told.FullName, WaysInToTell.Sentence(made, used), schoolName));
                    var notice = new Notice(
                        Guid.NewGuid(),
                        now,
                        $"used/{used.Id}",
                        NoticeKind.SignInUsed,
                        person,
                        address,
                        subject,
                        Sha256Hex.Compute(text),
                        [],
                        [],
                        "rule: whoever is let in by someone else is told"
                    );
                    await db.QueueAsync(log, notice, told.FullName, text, Html(text), cancellationToken);
                }

                return used;
            },
            cancellationToken
        );
    }

    private static string Text(string fullName, string sentence, string schoolName) =>
        $"Hello {fullName.Split(' ')[0]},\n\n{sentence}\n\nIf that was you, there is nothing to do. If it was not, tell the headteacher.\n\n{schoolName}\n";

    private static string Html(string text) =>
        $"<!doctype html><html lang=\"en-GB\"><body>{string.Concat(text.Trim().Split("\n\n").Select(Paragraph))}</body></html>";

    private static string Paragraph(string words) => $"<p>{WebUtility.HtmlEncode(words)}</p>";
}
