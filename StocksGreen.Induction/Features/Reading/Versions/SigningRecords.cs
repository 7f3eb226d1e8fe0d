using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reading.Versions;

/// <summary>Loads what is on record round a signature, to be sealed with it.</summary>
internal static class SigningRecords
{
    /// <param name="actor">Who makes the record: the signer, or the person who enters a signature on paper.</param>
    internal static async Task<SigningContext> ContextAsync(
        InductionDb db,
        Actor actor,
        PolicyToRead policy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
        return new SigningContext(
            AttestationId.New(),
            actor,
            policy.Person,
            school.Name,
            Statements.For(policy.Version, policy.Assignment),
            policy.DueOn,
            now,
            Domain.Text.Software.NameAndVersion,
            school.IsDemonstration,
            KeyRoleChange.On(LondonTime.DateIn(now), await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken))
        )
        {
            HasOwnProof = await HasOwnProofAsync(db, actor, cancellationToken),
            DeclarationId = Guid.NewGuid(),
            Salt = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Adjustments = await AdjustmentsAsync(db, policy, cancellationToken),
            Briefings = await BriefingsAsync(db, policy.Person.Id, cancellationToken),
            Path = await PathAsync(db, policy, cancellationToken),
        };
    }

    /// <summary>A passkey cannot be shown at the school's own device, which belongs to no one.</summary>
    private static Task<bool> HasOwnProofAsync(InductionDb db, Actor actor, CancellationToken cancellationToken)
    {
        var isAtDevice = KioskDevice.IsSession(actor);
        return db.Users.AnyAsync(
            account =>
                account.StaffId == actor.StaffId
                && (account.PasswordHash != null || (!isAtDevice && db.Set<IdentityUserPasskey<Guid>>().Any(passkey => passkey.UserId == account.Id))),
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<AttestationFacts.AdjustmentFacts>> AdjustmentsAsync(
        InductionDb db,
        PolicyToRead policy,
        CancellationToken cancellationToken
    )
    {
        var requests = await db
            .AdjustmentRequests.AsNoTracking()
            .Where(row => row.StaffId == policy.Person.Id && row.VersionId == policy.Version.Id)
            .OrderBy(row => row.EvidenceNumber)
            .ToListAsync(cancellationToken);
        var ids = requests.Select(request => request.Id).ToList();
        var made = (
            await db.AdjustmentsMade.AsNoTracking().Where(row => ids.Contains(row.RequestId)).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken)
        ).ToLookup(row => row.RequestId);
        return [.. requests.Select(request => new AttestationFacts.AdjustmentFacts(request.Way.Words(), request.At, made[request.Id].LastOrDefault()?.What))];
    }

    private static async Task<IReadOnlyList<AttestationFacts.BriefingFacts>> BriefingsAsync(InductionDb db, StaffId person, CancellationToken cancellationToken)
    {
        var briefings = await db.Briefings.AsNoTracking().Where(row => row.StaffId == person).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        var ids = briefings.Select(briefing => briefing.Id).ToList();
        var confirmations = (await db.BriefingConfirmations.AsNoTracking().Where(row => ids.Contains(row.BriefingId)).ToListAsync(cancellationToken)).ToLookup(
            row => row.BriefingId
        );
        return
        [
            .. HeldBriefing
                .Join(briefings, confirmations.SelectMany(group => group))
                .Where(held => held.Answer is not { TookPlace: false })
                .Select(held => new AttestationFacts.BriefingFacts(
                    held.Briefing.Title,
                    held.Briefing.BriefedByName,
                    held.Briefing.HeldOn,
                    held.Briefing.Topics,
                    held.Briefing.At,
                    held.Answer?.At
                )),
        ];
    }

    private static async Task<AttestationFacts.PathFacts> PathAsync(InductionDb db, PolicyToRead policy, CancellationToken cancellationToken)
    {
        var version = policy.Version;
        var decided = await db
            .AudienceDecisions.AsNoTracking()
            .Where(row => row.VersionId == version.Id)
            .OrderBy(row => row.EvidenceNumber)
            .LastOrDefaultAsync(cancellationToken);
        var chases = await db.ChasesThatCount()
            .AsNoTracking()
            .Where(row => row.StaffId == policy.Person.Id && row.VersionId == version.Id)
            .OrderBy(row => row.EvidenceNumber)
            .ToListAsync(cancellationToken);
        var notices = chases.Select(chase => chase.NoticeId).OfType<Guid>().ToList();
        var outcomes = (
            await db
                .NoticeOutcomes.AsNoTracking()
                .Where(row => notices.Contains(row.NoticeId))
                .OrderBy(row => row.EvidenceNumber)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.NoticeId);
        var absences = await db.Absences.AsNoTracking().Where(row => row.StaffId == policy.Person.Id).OrderBy(row => row.From).ToListAsync(cancellationToken);
        var exemption = await db
            .Exemptions.AsNoTracking()
            .Where(row => row.StaffId == policy.Person.Id && row.PolicyId == version.PolicyId)
            .OrderBy(row => row.From)
            .FirstOrDefaultAsync(cancellationToken);
        var pack = InductionPack.For(policy.Person, InductionPack.InUse(await db.Packs.AsNoTracking().ToListAsync(cancellationToken)));
        var rule =
            pack is not null && pack.Policies.Contains(version.PolicyId)
                ? $"Induction pack “{pack.Name}”: {pack.DueSchoolDays} school days from the first day in post"
                : $"{policy.Rules.NewStarterDays} school days from the first day in post, or {policy.Rules.ReissueDays} from the day of being asked";
        return new(
            decided?.DecidedBy ?? (version.Release.DecidedBy.Length > 0 ? version.Release.DecidedBy : version.PublishedBy),
            policy.Extension is { } extension ? $"{rule}; extended to {LondonTime.ToWords(policy.DueOn)} by {extension.DecidedByName}" : rule,
            [.. chases.Select(chase => new AttestationFacts.NoticeFacts(chase.At, chase.Channel.ToString(), chase.ChasedBy, Delivery(chase, outcomes)))],
            [.. absences.Select(absence => new AttestationFacts.PauseFacts(absence.From, absence.Until))],
            exemption is null ? null : new(exemption.Reason, exemption.DecidedByName, exemption.From)
        );
    }

    /// <summary>"taken by the mail server on 14 September 2026, 07:31 BST"; null where the reminder was no e-mail of ours, which no one recorded.</summary>
    private static string? Delivery(Chase chase, ILookup<Guid, NoticeOutcome> outcomes) =>
        chase.NoticeId is not { } notice ? null
        : outcomes[notice].LastOrDefault() is { } outcome ? $"{outcome.Result.Words()} on {LondonTime.ToWords(outcome.At)}"
        : "in the outbox";
}
