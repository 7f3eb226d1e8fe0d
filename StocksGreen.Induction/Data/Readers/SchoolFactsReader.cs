using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Loads the facts from which requirements are derived. Which question is asked of them belongs to the feature that asks.</summary>
public static class SchoolFactsReader
{
    /// <summary>
    /// Of the whole school, with what was known of people on any day from one on, and the packs in use at its end: what a report as at that day is made of.
    /// </summary>
    /// <param name="since">Date in Europe/London.</param>
    public static Task<SchoolFacts> ReadSchoolFactsAsync(this InductionDb db, DateOnly since, CancellationToken cancellationToken) =>
        ReadSinceAsync(db, null, since, cancellationToken);

    /// <summary>The same of one person; everyone else is left out.</summary>
    public static Task<SchoolFacts> ReadSchoolFactsAsync(this InductionDb db, StaffId person, DateOnly since, CancellationToken cancellationToken) =>
        ReadSinceAsync(db, [person], since, cancellationToken);

    /// <summary>The induction packs that were in use at the end of a day.</summary>
    public static async Task<IReadOnlyList<InductionPack>> ReadPacksAsync(this InductionDb db, DateOnly asAt, CancellationToken cancellationToken)
    {
        var end = LondonTime.EndOf(asAt);
        return InductionPack.InUse(await db.Packs.AsNoTracking().Where(pack => pack.At < end).ToListAsync(cancellationToken));
    }

    private static async Task<SchoolFacts> ReadSinceAsync(InductionDb db, IReadOnlyList<StaffId>? only, DateOnly since, CancellationToken cancellationToken)
    {
        var end = LondonTime.EndOf(since);
        var changed = db.PersonChanges.Where(change => change.At >= end).Select(change => change.StaffId);
        return await ReadAsync(db, only, null, cancellationToken) with
        {
            Packs = await db.ReadPacksAsync(since, cancellationToken),
            PersonChanges = await db
                .PersonChanges.AsNoTracking()
                .Where(change => (only == null || only.Contains(change.StaffId)) && changed.Contains(change.StaffId))
                .ToListAsync(cancellationToken),
        };
    }

    /// <summary>Of the whole school as it is known now.</summary>
    public static Task<SchoolFacts> ReadSchoolFactsAsync(this InductionDb db, CancellationToken cancellationToken) =>
        ReadAsync(db, null, null, cancellationToken);

    /// <summary>Of one person; everyone else is left out.</summary>
    public static Task<SchoolFacts> ReadSchoolFactsAsync(this InductionDb db, StaffId person, CancellationToken cancellationToken) =>
        ReadAsync(db, [person], null, cancellationToken);

    /// <summary>Of policies, and of no one: what is in force, and of whom it is asked.</summary>
    public static Task<SchoolFacts> ReadPolicyFactsAsync(this InductionDb db, CancellationToken cancellationToken) =>
        ReadAsync(db, [], null, cancellationToken);

    /// <summary>Of some people; everyone else is left out.</summary>
    /// <param name="policy">The one policy that is asked for, with its versions and signatures; null for every policy.</param>
    internal static Task<SchoolFacts> ReadSchoolFactsAsync(
        this InductionDb db,
        IReadOnlyList<StaffId> people,
        PolicyId? policy,
        CancellationToken cancellationToken
    ) => ReadAsync(db, people, policy, cancellationToken);

    private static async Task<SchoolFacts> ReadAsync(InductionDb db, IReadOnlyList<StaffId>? only, PolicyId? policy, CancellationToken cancellationToken)
    {
        var published = await db.ReadVersionsAsync(cancellationToken);
        var versions = policy is null ? published : [.. published.Where(version => version.PolicyId == policy)];
        var ids = versions.Select(version => version.Id).ToList();
        var attestations = db.Attestations.AsNoTracking().Where(row => policy == null || ids.Contains(row.VersionId));
        return new SchoolFacts(
            await db.People.AsNoTracking().Where(row => only == null || only.Contains(row.Id)).ToListAsync(cancellationToken),
            await db.Policies.AsNoTracking().Where(row => policy == null || row.Id == policy).ToListAsync(cancellationToken),
            versions,
            await db.AudienceDecisions.AsNoTracking().ToListAsync(cancellationToken),
            await attestations.Where(row => only == null || only.Contains(row.StaffId)).ToListAsync(cancellationToken),
            await db.Absences.AsNoTracking().Where(row => only == null || only.Contains(row.StaffId)).ToListAsync(cancellationToken),
            await db.Exemptions.AsNoTracking().Where(row => only == null || only.Contains(row.StaffId)).ToListAsync(cancellationToken)
        )
        {
            Waits = await ReadWaitsAsync(db, only, published, cancellationToken),
            Withdrawn = (await db.ReadChainAsync(cancellationToken))
                .CorrectionsInOrder()
                .Where(correction => correction.Does is CorrectionKind.Withdraws)
                .GroupBy(row => row.AttestationId)
                .ToDictionary(group => group.Key, group => LondonTime.DateIn(group.Min(row => row.At))),
            ExemptionEnds = await db.ExemptionEnds.AsNoTracking().ToListAsync(cancellationToken),
            PolicyWithdrawals = await db.PolicyWithdrawals.AsNoTracking().Where(row => policy == null || row.PolicyId == policy).ToListAsync(cancellationToken),
            Extensions = await db.Extensions.AsNoTracking().Where(row => only == null || only.Contains(row.StaffId)).ToListAsync(cancellationToken),
            DueRules = await db.DueRules.AsNoTracking().OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken),
            TermDates = await db.TermDates.AsNoTracking().ToListAsync(cancellationToken),
            CalendarDays = await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken),
            WorkingPatterns = await db.WorkingPatterns.AsNoTracking().Where(row => only == null || only.Contains(row.StaffId)).ToListAsync(cancellationToken),
            Packs = InductionPack.InUse(await db.Packs.AsNoTracking().ToListAsync(cancellationToken)),
        };
    }

    private static async Task<IReadOnlyList<QuestionWait>> ReadWaitsAsync(
        InductionDb db,
        IReadOnlyList<StaffId>? only,
        IReadOnlyList<PolicyVersion> versions,
        CancellationToken cancellationToken
    )
    {
        var questions = await db.ReaderQuestions.AsNoTracking().Where(row => only == null || only.Contains(row.StaffId)).ToListAsync(cancellationToken);
        if (questions.Count == 0)
        {
            return [];
        }

        var ids = questions.Select(question => question.Id).ToList();
        var answered = (await db.ReaderAnswers.AsNoTracking().Where(row => ids.Contains(row.QuestionId)).ToListAsync(cancellationToken))
            .GroupBy(row => row.QuestionId)
            .ToDictionary(group => group.Key, group => group.Min(row => row.At));
        var askers = questions.Select(question => question.StaffId).ToHashSet();
        var confirmed = (await db.Confirmations.AsNoTracking().Where(row => askers.Contains(row.StaffId)).ToListAsync(cancellationToken)).ToDictionary(
            row => (row.StaffId, row.VersionId, row.Ordinal),
            row => row.ConfirmedAt
        );
        var policies = versions.ToDictionary(version => version.Id, version => version.PolicyId);
        return
        [
            .. questions.Select(question => new QuestionWait(
                question.StaffId,
                policies[question.VersionId],
                LondonTime.DateIn(question.At),
                Ended(question) is { } at ? LondonTime.DateIn(at) : null
            )),
        ];

        DateTimeOffset? Ended(ReaderQuestion question)
        {
            DateTimeOffset? answer = answered.TryGetValue(question.Id, out var given) ? given : null;
            DateTimeOffset? understood =
                confirmed.TryGetValue((question.StaffId, question.VersionId, question.Ordinal), out var at) && at >= question.At ? at : null;
            return answer < understood || understood is null ? answer : understood;
        }
    }
}
