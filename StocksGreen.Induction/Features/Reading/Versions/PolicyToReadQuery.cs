using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reading.Versions;

/// <summary>Loads a version for a person who must sign it.</summary>
public sealed class PolicyToReadQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when there is no such version in force for this person: nothing tells whether it exists for others.</returns>
    public async Task<PolicyToRead?> ExecuteAsync(Actor actor, VersionId version, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(db, actor, version, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Where someone goes on whose version is no longer signed: the newer one, or what is said of a policy that was withdrawn.</summary>
    /// <returns>Null where nothing took its place, or the actor may not know.</returns>
    public async Task<string?> InsteadAsync(Actor actor, VersionId version, CancellationToken cancellationToken)
    {
        if (await NewerAsync(actor, version, cancellationToken) is not null)
        {
            return Urls.Superseded(version);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        return
            await FactsAsync(db, actor, today, cancellationToken) is ({ } facts, _)
            && facts.Versions.FirstOrDefault(row => row.Id == version)?.PolicyId is { } policy
            && facts.HistoryOf(policy).WithdrawnOn(today) is not null
            ? Urls.LibraryPolicy(policy)
            : null;
    }

    /// <summary>The version that a person is asked for in place of one that is no longer in force.</summary>
    /// <returns>Null where the version is in force, does not exist, or nothing of its policy is asked of this person.</returns>
    public async Task<NewerVersion?> NewerAsync(Actor actor, VersionId version, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (
            await FactsAsync(db, actor, today, cancellationToken) is not ({ } facts, { } person)
            || facts.Versions.FirstOrDefault(row => row.Id == version) is not { } opened
            || Requirements(facts, person, today).FirstOrDefault(requirement => requirement.Policy.Id == opened.PolicyId)?.Version is not { } asked
            || asked.Number <= opened.Number
            || await LoadAsync(db, actor, asked.Id, today, cancellationToken) is not { } current
        )
        {
            return null;
        }

        return new NewerVersion(
            opened,
            current,
            await db.Confirmations.CountAsync(row => row.StaffId == actor.StaffId && row.VersionId == version, cancellationToken)
        );
    }

    /// <summary>The same question inside a command's own transaction.</summary>
    internal static async Task<PolicyToRead?> LoadAsync(InductionDb db, Actor actor, VersionId version, DateOnly today, CancellationToken cancellationToken)
    {
        if (
            await FactsAsync(db, actor, today, cancellationToken) is not ({ } facts, { } person)
            || Requirements(facts, person, today).SingleOrDefault(requirement => requirement.Version.Id == version) is not { } requirement
        )
        {
            return null;
        }

        var record = (await RecordsAsync(db, person.Id, [requirement.Version], cancellationToken))[version];
        var holders = KeyRoleChange.On(today, await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken));
        var counting = requirement.Attestation ?? requirement.Assignment.Since?.Attestation;
        var signed = counting is null ? null : facts.Versions.First(row => row.Id == counting.VersionId);
        return new PolicyToRead(
            person,
            new ReadingLedger(requirement.Version, requirement.Assignment, record),
            requirement.Attestation,
            signed,
            signed is null ? [] : facts.Between(signed, requirement.Version),
            requirement.DueOn,
            requirement.Standing,
            requirement.Version.ReviewOn(today),
            ShownDetail.From(requirement.Version.Text, holders),
            LinkedPolicy.Match(
                requirement.Version.Text.LinkedPolicies,
                [.. facts.InForceOn(today)],
                await db.EditionsInForce.AsNoTracking().ToListAsync(cancellationToken),
                today
            )
        )
        {
            Rules = requirement.Rules,
            Extension = requirement.Extension,
        };
    }

    /// <summary>What is on record of a person's reading of some versions.</summary>
    internal static async Task<IReadOnlyDictionary<VersionId, ReaderRecord>> RecordsAsync(
        InductionDb db,
        StaffId person,
        IReadOnlyList<PolicyVersion> versions,
        CancellationToken cancellationToken
    )
    {
        var policies = versions.Select(version => version.PolicyId).ToList();
        var confirmations = (await db.Confirmations.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken)).ToLookup(row =>
            row.VersionId
        );
        var readings = (await db.PartReadings.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken)).ToLookup(row => row.VersionId);
        var questions = await db.ReaderQuestions.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken);
        var asked = questions.Select(question => question.Id).ToList();
        var answers = asked.Count == 0 ? [] : await db.ReaderAnswers.AsNoTracking().Where(row => asked.Contains(row.QuestionId)).ToListAsync(cancellationToken);
        var joined = AskedQuestion.Join(questions, answers).ToLookup(question => question.Question.VersionId);
        var quizzes = QuizQuestion
            .InUse(await db.QuizQuestions.AsNoTracking().Where(row => policies.Contains(row.PolicyId)).ToListAsync(cancellationToken))
            .ToLookup(question => question.PolicyId);
        var attempts = (await db.QuizAttempts.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken)).ToLookup(row => row.VersionId);
        return versions.ToDictionary(
            version => version.Id,
            version => new ReaderRecord(
                [.. confirmations[version.Id]],
                [.. readings[version.Id]],
                [.. joined[version.Id]],
                [.. quizzes[version.PolicyId]],
                [.. attempts[version.Id]]
            )
        );
    }

    /// <returns>Nulls when the actor may not read here, or is no one of the school.</returns>
    internal static async Task<(SchoolFacts? Facts, StaffMember? Person)> FactsAsync(
        InductionDb db,
        Actor actor,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayRead(actor))
        {
            return default;
        }

        var facts = await db.ReadSchoolFactsAsync(actor.StaffId, cancellationToken);
        return facts.People is [var person] && !person.HasLeft(today) ? (facts, person) : default;
    }

    // A new starter may read before the first day; what is due is then calculated from that day.
    internal static IReadOnlyList<Requirement> Requirements(SchoolFacts facts, StaffMember person, DateOnly today) =>
        facts.RequirementsAt(today < person.StartsOn ? person.StartsOn : today);
}
