using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>Loads one person for the panel next to the list.</summary>
public sealed class PanelQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    private const int MostContacts = 6;

    /// <returns>Null when the actor may not, or the person is not on the staff list any more.</returns>
    public async Task<PersonPanel?> ExecuteAsync(Actor actor, StaffId id, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person || person.HasLeft(today))
        {
            return null;
        }

        var lines = await db
            .RequirementLines.AsNoTracking()
            .Where(line => line.StaffId == id && line.State <= LineState.Signed)
            .OrderBy(line => line.State)
            .ThenBy(line => line.DueOn)
            .ThenBy(line => line.PolicyOrder)
            .ToListAsync(cancellationToken);
        var rows = new ChaseRows(db, today, await db.ReadCalendarAsync(today, cancellationToken), await ListedPolicy.ReadAsync(db, today, cancellationToken));
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.StaffId == id, cancellationToken);
        return new PersonPanel(
            id,
            person.FullName,
            person.JobTitle,
            person.Email,
            lines.Count(line => line.State == LineState.Signed),
            await rows.OfAsync([.. lines.Where(line => line.State <= LineState.Exempt)], cancellationToken),
            await ContactsAsync(db, id, cancellationToken),
            account is not null,
            account?.LastSignInAt
        );
    }

    private static async Task<IReadOnlyList<PersonPanel.Contact>> ContactsAsync(InductionDb db, StaffId id, CancellationToken cancellationToken)
    {
        var chases = await db.ChasesThatCount().AsNoTracking().Where(row => row.StaffId == id && row.NoticeId == null).ToListAsync(cancellationToken);
        var mails = await db
            .Notices.AsNoTracking()
            .Where(row => row.StaffId == id && row.Kind != NoticeKind.TeamDigest)
            .OrderByDescending(row => row.EvidenceNumber)
            .Take(MostContacts)
            .ToListAsync(cancellationToken);
        return
        [
            .. chases
                .GroupBy(row => (row.At, row.Channel, row.ChasedBy))
                .Select(one => new PersonPanel.Contact(
                    one.Key.At,
                    $"Reminded {ChaseText.Words(one.Key.Channel)} of {(one.Count() == 1 ? "1 policy" : $"{one.Count()} policies")}",
                    one.Key.ChasedBy
                ))
                .Concat(mails.Select(mail => new PersonPanel.Contact(mail.At, $"E-mail: {mail.Subject}", mail.AskedBy)))
                .OrderByDescending(contact => contact.At)
                .Take(MostContacts),
        ];
    }
}
