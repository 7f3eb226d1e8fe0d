using System.Text;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports.Signing;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Reports.Anchors;

/// <summary>
/// Gives the end of the chain once a day to people and places that a change of the school's files does not reach: someone who holds the files can cut off
/// the end of the chain, and nothing in them would show it.
/// </summary>
public sealed class AnchorEvidence(
    IDbContextFactory<InductionDb> factory,
    DataFolder folder,
    SigningKeyStore keys,
    CurrentSchool school,
    AnchorOptions options,
    TimeStampAuthority authority,
    TimeProvider clock,
    ILogger<AnchorEvidence> log
)
{
    // Says which day was done; it proves nothing and may go.
    private string Latest => Path.Combine(folder.FolderPath, "anchor.txt");

    /// <param name="mailer">Null where no mail is set up: then the witness file alone gets it.</param>
    /// <returns>The anchor of today; null where it was given out already, or there is nothing to give out.</returns>
    public async Task<SignedCheckpoint?> ExecuteAsync(IMailer? mailer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = await LatestAsync(cancellationToken);
        if (
            (mailer is null && options.Witness is null)
            || keys.Current() is not { } key
            || (before is not null && LondonTime.DateIn(before.Checkpoint.At) == LondonTime.DateIn(now))
        )
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var head = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        if (head is null || (await NamedKeys.ReadAsync(db, cancellationToken)).First is not { } first)
        {
            return null;
        }

        if (
            before is { Checkpoint: var was }
            && !await db.Evidence.AnyAsync(entry => entry.Number == was.Size && entry.Hash == was.HeadHash, cancellationToken)
        )
        {
            log.LogError("The evidence does not lead to its last anchor, at entry {Number}, any more: it was cut, written again or restored.", was.Size);
        }

        var checkpoint = Checkpoint.Of(first.Fingerprint, head, now);
        var anchor = checkpoint.Sign(key, await StampAsync(checkpoint, cancellationToken));
        var isWritten = await WitnessAsync(anchor, cancellationToken);
        var isSent = mailer is null || await SendAsync(db, mailer, anchor, LondonTime.DateIn(now), cancellationToken);
        if (isWritten && isSent)
        {
            await File.WriteAllTextAsync(Latest, anchor.ToString(), cancellationToken);
        }

        return anchor;
    }

    private async Task<SignedCheckpoint?> LatestAsync(CancellationToken cancellationToken) =>
        File.Exists(Latest) && SignedCheckpoint.FindIn(await File.ReadAllTextAsync(Latest, cancellationToken)) is [.., var last] ? last : null;

    /// <summary>An outside time-stamp as a signature line: those who do not know it pass over it.</summary>
    private async Task<IEnumerable<(string, byte[])>> StampAsync(Checkpoint checkpoint, CancellationToken cancellationToken) =>
        authority.IsAsked && await authority.StampAsync(Encoding.UTF8.GetBytes(checkpoint.ToText()), cancellationToken) is { } token
            ? [CheckpointStamp.Line(token)]
            : [];

    /// <returns>False where it could not be written; it is tried again.</returns>
    private async Task<bool> WitnessAsync(SignedCheckpoint anchor, CancellationToken cancellationToken)
    {
        if (options.Witness is not { } file)
        {
            return true;
        }

        try
        {
            await File.AppendAllTextAsync(file, anchor + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "The anchor of the evidence could not be appended to {File}. It is tried again soon.", file);
            return false;
        }
    }

    /// <returns>False where no server could be reached; it is tried again.</returns>
    private async Task<bool> SendAsync(InductionDb db, IMailer mailer, SignedCheckpoint anchor, DateOnly today, CancellationToken cancellationToken)
    {
        var headteachers = await db
            .Users.AsNoTracking()
            .Where(account => (account.Roles & AccessRoles.Headteacher) != AccessRoles.None)
            .Join(db.People.AsNoTracking(), account => account.StaffId, person => person.Id, (_, person) => person)
            .ToListAsync(cancellationToken);
        var name = (await school.GetAsync(cancellationToken))!.Name;
        var recipients = headteachers
            .Where(person => person.Email is not null && !person.HasLeft(today))
            .Select(person => (Name: person.FullName, Address: person.Email!))
            .Concat(options.Recipients)
            .DistinctBy(each => each.Address, StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var (toName, toAddress) in recipients)
            {
                var answer = await mailer.HandOverAsync(AnchorText.Write(anchor, name, toName, toAddress), () => { }, cancellationToken);
                if (answer is MailAnswer.Unreachable)
                {
                    log.LogWarning("The anchor of the evidence could not be sent: {Words}", answer.Words);
                    return false;
                }

                if (answer is not MailAnswer.Accepted)
                {
                    log.LogWarning("The anchor of the evidence was not taken for {Address}: {Words}", toAddress, answer.Words);
                }
            }
        }
        finally
        {
            await mailer.RestAsync();
        }

        return true;
    }
}
