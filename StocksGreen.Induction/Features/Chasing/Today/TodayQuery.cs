using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.ReadModel;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>Loads what the office and the headteacher look at first; the figures are read from counts, not from lines.</summary>
public sealed class TodayQuery(
    IDbContextFactory<InductionDb> factory,
    EvidenceWriter evidence,
    BackupFolder backups,
    DataFolder folder,
    MailOptions mail,
    TimeProvider clock
)
{
    private const int Week = 7;

    /// <returns>Null when the actor may not see it.</returns>
    public async Task<TodaySummary?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var days = ChaseDays.Create(today, await db.ReadCalendarAsync(today, cancellationToken));
        var versions = await db.ReadVersionsAsync(cancellationToken);
        var mayAnswerAll = Permissions.MayOpenRegister(actor);
        var own = actor.StaffId;
        var inForce = await db.ReadInForceAsync(today, cancellationToken);
        var figures = await RequirementFigures.ReadAsync(db, today, cancellationToken);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % Week));
        return new TodaySummary(
            today,
            AcademicYear.Containing(today),
            await db.RequirementPeople.CountAsync(person => person.EarliestDue < today, cancellationToken),
            await db
                .RequirementLines.Where(line => line.State <= LineState.Exempt)
                .Where(days.Have(ChaseStanding.DueThisWeek))
                .Select(line => line.StaffId)
                .Distinct()
                .CountAsync(cancellationToken),
            await db.ReaderQuestions.CountAsync(
                question => (mayAnswerAll || question.AskedOf == own) && !db.ReaderAnswers.Any(answer => answer.QuestionId == question.Id),
                cancellationToken
            ),
            await db.Briefings.CountAsync(briefing => !db.BriefingConfirmations.Any(answer => answer.BriefingId == briefing.Id), cancellationToken),
            inForce.Count(version => version.ReviewOn(today).IsOverdue),
            await db.OutboxMails.CountAsync(
                sent =>
                    sent.SentAgainAs == null
                    && (sent.Result == NoticeResult.Refused || sent.Result == NoticeResult.GivenUp || sent.Result == NoticeResult.CameBack),
                cancellationToken
            ),
            await db.OutboxMails.CountAsync(sent => sent.SentAgainAs == null && sent.Result == NoticeResult.InDoubt, cancellationToken),
            [
                .. (
                    await db
                        .ReaderQuestions.Where(question =>
                            !mayAnswerAll && question.AskedOf != own && !db.ReaderAnswers.Any(answer => answer.QuestionId == question.Id)
                        )
                        .Select(question => new { question.AskedOfName, question.At })
                        .ToListAsync(cancellationToken)
                )
                    .GroupBy(question => question.AskedOfName, StringComparer.Ordinal)
                    .Select(group => new WaitingQuestions(group.Key, group.Count(), group.Min(question => question.At))),
            ],
            await (
                from absence in db.Absences
                where absence.From <= today && absence.Until >= today && absence.Until < today.AddDays(Week)
                join person in db.People on absence.StaffId equals person.Id
                orderby absence.Until, person.FullName
                select new TodayStarter(person.Id, person.FullName, absence.Until!.Value.AddDays(1))
            ).ToListAsync(cancellationToken),
            await db
                .People.Where(person => person.StartsOn >= monday && person.StartsOn < monday.AddDays(Week))
                .OrderBy(person => person.StartsOn)
                .ThenBy(person => person.FullName)
                .Select(person => new TodayStarter(person.Id, person.FullName, person.StartsOn))
                .ToListAsync(cancellationToken),
            figures.Overall,
            [
                .. inForce
                    .Select(version => (version.PolicyId, version.Text.Title, Figures: figures.From(version.PolicyId)))
                    .OrderBy(line => line.Figures.Required == 0 ? 1 : (double)line.Figures.Signed / line.Figures.Required)
                    .ThenBy(line => line.Title, StringComparer.CurrentCulture),
            ],
            [.. Enum.GetValues<Audience>().Select(audience => (audience, Figures: figures.From(audience))).Where(line => line.Figures != StandingFigures.None)],
            await TrendAsync(db, today, cancellationToken),
            [
                .. versions
                    .Where(version => version.InForceFrom >= AcademicYear.Containing(today).First && version.InForceFrom <= today)
                    .OrderBy(version => version.InForceFrom)
                    .Select(version => (version.InForceFrom, $"{version.Text.Title}, version {version.Number}")),
            ],
            await TodayFaults.ReadAsync(db, backups, Permissions.MayBackUp(actor), clock.GetUtcNow(), cancellationToken),
            await SetUpProgress.ReadAsync(db, backups, folder, mail, today, cancellationToken),
            await RecentEvent.ReadAsync(db, versions, cancellationToken)
        );
    }

    private static async Task<IReadOnlyList<(DateOnly Day, int Signed)>> TrendAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var signed = await db
            .RequirementCounts.Where(count => count.State == LineState.Signed)
            .GroupBy(count => count.Day)
            .Select(group => new { Day = group.Key, Lines = group.Sum(count => count.Lines) })
            .ToListAsync(cancellationToken);
        var first = AcademicYear.Containing(today).First;
        var ends = Enumerable
            .Range(0, ((today.DayNumber - first.DayNumber) / Week) + 1)
            .Select(week => first.AddDays(week * Week))
            .Where(day => day < today)
            .Append(today);
        return [.. ends.Select(end => (end, signed.Where(day => day.Day <= end).Sum(day => day.Lines)))];
    }
}
