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
    /// <param name="mailer">Null where no mail is set up: then the witness file alone gets it.</param>
    /// <returns>The anchor of today; null where everyone has it already, or there is nothing to give out.</returns>
    /// <remarks>Letters go on school days alone, when someone reads them; the witness file gets one each day.</remarks>
    public async Task<SignedCheckpoint?> ExecuteAsync(IMailer? mailer, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if ((mailer is null && options.Witness is null) || keys.Current() is not { } key)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var given = await GivenAnchors.ReadAsync(Path.Combine(folder.FolderPath, "anchors.json"), cancellationToken);
        var isWitnessWaiting = options.Witness is { } file && !given.Has(today, file);
        var waiting = mailer is null ? [] : (await RecipientsAsync(db, today, cancellationToken)).Where(to => !given.Has(today, to.Address)).ToList();
        if (!isWitnessWaiting && waiting.Count == 0)
        {
            return null;
        }

        try
        {
            if ((given.Of(today) ?? await MakeAsync(db, given, key, today, cancellationToken)) is not { } anchor)
            {
                return null;
            }

            if (isWitnessWaiting && await WitnessAsync(anchor, cancellationToken))
            {
                given.Note(today, options.Witness!, isGiven: true);
            }

            if (waiting.Count > 0)
            {
                await SendAsync(mailer!, anchor, waiting, given, today, cancellationToken);
            }

            return anchor;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Without the note of who has it someone would get it four times an hour.
            log.LogError(fault, "Who has the anchor of the evidence cannot be noted in {Folder}, so it is not given out now.", folder.FolderPath);
            return null;
        }
    }

    /// <returns>Null where there is no evidence yet.</returns>
    private async Task<SignedCheckpoint?> MakeAsync(InductionDb db, GivenAnchors given, SigningKey key, DateOnly today, CancellationToken cancellationToken)
    {
        var head = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        if (head is null || (await NamedKeys.ReadAsync(db, cancellationToken)).First is not { } first)
        {
            return null;
        }

        if (
            given.Last is { Checkpoint: var was }
            && !await db.Evidence.AnyAsync(entry => entry.Number == was.Size && entry.Hash == was.HeadHash, cancellationToken)
        )
        {
            log.LogError("The evidence does not lead to its last anchor, at entry {Number}, any more: it was cut, written again or restored.", was.Size);
        }

        var checkpoint = Checkpoint.Of(first.Fingerprint, head, clock.GetUtcNow());
        var anchor = checkpoint.Sign(key, await StampAsync(checkpoint, cancellationToken));
        given.Add(today, anchor);
        return anchor;
    }

    /// <summary>An outside time-stamp as a signature line: those who do not know it pass over it.</summary>
    private async Task<IEnumerable<(string, byte[])>> StampAsync(Checkpoint checkpoint, CancellationToken cancellationToken) =>
        authority.IsAsked && await authority.StampAsync(Encoding.UTF8.GetBytes(checkpoint.ToText()), cancellationToken) is { } token
            ? [CheckpointStamp.Line(token)]
            : [];

    /// <returns>False where it could not be written; it is tried again.</returns>
    private async Task<bool> WitnessAsync(SignedCheckpoint anchor, CancellationToken cancellationToken)
    {
        var file = options.Witness!;
        try
        {
            await using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            // A printer or a pipe has no end to look at.
            var length = stream.CanSeek ? stream.Seek(0, SeekOrigin.End) : 0;
            if (length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
            }

            // What was broken off before must not swallow the first line of the next.
            var isWhole = length == 0 || stream.ReadByte() == '\n';
            try
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes((isWhole ? "" : "\n") + anchor + "\n"), cancellationToken);
                stream.Flush(flushToDisk: true);
            }
            catch (IOException) when (stream.CanSeek)
            {
                stream.SetLength(length);
                throw;
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "The anchor of the evidence could not be added to {File}. It is tried again soon.", file);
            return false;
        }
    }

    private async Task<IReadOnlyList<(string Name, string Address)>> RecipientsAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await db.ReadCalendarAsync(today, cancellationToken)).IsSchoolDay(today))
        {
            return [];
        }

        var headteachers = await db
            .Users.AsNoTracking()
            .Where(account => (account.Roles & AccessRoles.Headteacher) != AccessRoles.None)
            .Join(db.People.AsNoTracking(), account => account.StaffId, person => person.Id, (_, person) => person)
            .ToListAsync(cancellationToken);
        return
        [
            .. headteachers
                .Where(person => person.Email is not null && !person.HasLeft(today))
                .Select(person => (Name: person.FullName, Address: person.Email!))
                .Concat(options.Recipients)
                .DistinctBy(each => each.Address, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Who may have the letter is noted before the server gets it. Those whose server did not take it get it at the next attempt.</summary>
    /// <exception cref="IOException">It cannot be noted.</exception>
    private async Task SendAsync(
        IMailer mailer,
        SignedCheckpoint anchor,
        IEnumerable<(string Name, string Address)> recipients,
        GivenAnchors given,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var name = (await school.GetAsync(cancellationToken))!.Name;
        try
        {
            foreach (var (toName, toAddress) in recipients)
            {
                var letter = AnchorText.Write(anchor, name, toName, toAddress);
                var answer = await mailer.HandOverAsync(letter, () => given.Note(today, toAddress, isGiven: true), cancellationToken);
                if (answer is MailAnswer.Accepted)
                {
                    continue;
                }

                log.LogWarning("The anchor of the evidence was not taken for one of those who get it: {Words}", answer.Words);
                // Who may have it, or will never take it, is not asked again.
                given.Note(today, toAddress, isGiven: answer is MailAnswer.InDoubt or MailAnswer.Refused);
                if (answer is MailAnswer.Unreachable)
                {
                    return;
                }
            }
        }
        finally
        {
            await mailer.RestAsync();
        }
    }
}
