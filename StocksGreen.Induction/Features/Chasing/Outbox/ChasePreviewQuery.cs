using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>Loads what each of the chosen people would get.</summary>
public sealed class ChasePreviewQuery(
    IDbContextFactory<InductionDb> factory,
    CurrentSchool school,
    SchoolAddress address,
    MailOptions options,
    TimeProvider clock
)
{
    /// <returns>Null when the actor may not, did not choose them, or chose them too long ago.</returns>
    public async Task<ChasePreview?> ExecuteAsync(Actor actor, Guid selection, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return
            Permissions.MayChase(actor)
            && await db.ChaseSelections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == selection, cancellationToken) is { } chosen
            && chosen.IsFor(actor.StaffId, now)
            && await school.GetAsync(cancellationToken) is { } known
            ? await MakeAsync(db, chosen, WordsOf(known.Name), options.Way, now, cancellationToken)
            : null;
    }

    /// <summary>The same inside a command's own transaction.</summary>
    internal static async Task<ChasePreview> MakeAsync(
        InductionDb db,
        ChaseSelection chosen,
        DigestText words,
        MailTransport way,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var today = LondonTime.DateIn(now);
        var people = chosen.People.ToHashSet();
        var facts = await db.ReadSchoolFactsAsync([.. people], policy: null, cancellationToken);
        var digests = Digest.From(facts.RequirementsAt(today));
        var history = await ReminderPlanQuery.HistoryAsync(db, today, cancellationToken);
        var last = history
            .Chases.Where(chase => people.Contains(chase.StaffId))
            .GroupBy(chase => chase.StaffId)
            .ToDictionary(group => group.Key, group => group.MaxBy(chase => chase.At)!);
        var open = digests.Select(digest => digest.Person.Id).ToHashSet();
        return new ChasePreview(
            [
                .. digests
                    .Where(digest => history.Reaches(digest.Person))
                    .Select(digest => new ChasePreview.Mail(digest, words.Write(digest), Last(digest), IsRecent(digest))),
            ],
            [
                .. digests
                    .Where(digest => !history.Reaches(digest.Person))
                    .Select(digest => new ChasePreview.Slip(
                        digest,
                        digest.Person.Email is { Length: > 0 } dead ? $"Mails to {dead} come back" : "No e-mail address",
                        Last(digest),
                        IsRecent(digest)
                    )),
            ],
            [.. facts.People.Where(person => !open.Contains(person.Id)).Select(person => person.FullName).Order(StringComparer.CurrentCultureIgnoreCase)],
            way,
            chosen.UsedAt is not null
        );

        Chase? Last(Digest digest) => last.GetValueOrDefault(digest.Person.Id);

        bool IsRecent(Digest digest) => Last(digest) is { } chase && LondonTime.DateIn(chase.At).AddDays(ChasePreview.RecentDays) > today;
    }

    /// <summary>Where no setting names the site, links begin with the address at which the office opened it.</summary>
    internal DigestText WordsOf(string schoolName) => new(schoolName, options.SiteAddress is { Length: > 0 } site ? site : address.Of("")?.TrimEnd('/') ?? "");
}
