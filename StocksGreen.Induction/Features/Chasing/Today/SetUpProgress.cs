using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>How far a school has been set up.</summary>
/// <param name="Done">What is done already.</param>
public sealed record SetUpProgress(IReadOnlySet<SetUpStep> Done)
{
    /// <summary>True where nothing is left, so that no list is shown.</summary>
    public bool IsComplete => Done.Count == Enum.GetValues<SetUpStep>().Length;

    /// <summary>True while there is nothing else to show: no one can be asked to sign yet.</summary>
    public bool IsAllThereIs => !Done.Contains(SetUpStep.Policy) || !Done.Contains(SetUpStep.Staff);

    internal static async Task<SetUpProgress> ReadAsync(
        InductionDb db,
        BackupFolder backups,
        DataFolder folder,
        MailOptions mail,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var year = AcademicYear.Containing(today).StartsIn;
        var found = await db
            .Schools.Select(_ => new
            {
                HasCalendar = db.TermDates.Any(dates => dates.StartsIn == year),
                HasPolicy = db.Versions.Any(),
                People = db.People.Count(person => person.EndsOn == null || person.EndsOn >= today),
                HasInvited = db.SignInLinks.Any() || db.SignInCodes.Any() || db.Users.Count(account => account.PasswordHash != null) > 1,
                KeyRoles = db.KeyRoleChanges.Select(change => change.Role).Distinct().Count(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        (SetUpStep Step, bool IsDone)[] steps =
        [
            (SetUpStep.Calendar, found is { HasCalendar: true }),
            (SetUpStep.KeyRoles, found?.KeyRoles >= Enum.GetValues<KeyRole>().Length),
            (SetUpStep.Policy, found is { HasPolicy: true }),
            // The person who set the school up is on the list already.
            (SetUpStep.Staff, found is { People: > 1 }),
            (SetUpStep.Invitations, found is { HasInvited: true }),
            (SetUpStep.Mail, mail.IsSet),
            (SetUpStep.Backup, backups.NewestAt() is not null && File.Exists(folder.BackupKey)),
        ];
        return new SetUpProgress(steps.Where(step => step.IsDone).Select(step => step.Step).ToHashSet());
    }
}
