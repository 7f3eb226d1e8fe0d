using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Policies.Drafting;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>Compares a draft with what is in force.</summary>
public sealed class DraftToPublishQuery(DraftQuery drafts, IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="given">The plan on the page; null for the one that is kept.</param>
    /// <returns>Null when there is no such draft, or the actor may not see it.</returns>
    public async Task<DraftToPublish?> ExecuteAsync(Actor actor, Guid id, PublishPlan? given, CancellationToken cancellationToken)
    {
        if (await drafts.ExecuteAsync(actor, id, cancellationToken) is not { } draft)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        var today = LondonTime.DateIn(now);
        var facts = await db.ReadSchoolFactsAsync(cancellationToken);
        var parts = PolicyMarkdown.Parts(draft.Text);
        var comparison = draft.InForce is { } inForce ? PolicyComparison.Between(inForce.Parts, parts) : null;
        var plan = given ?? draft.Draft.Plan ?? Usual(actor, comparison, draft.InForce is { } version ? facts.DutiesOn(today, version) : AudienceDuty.Usual);
        WhoIsAsked? asked = null;
        if (!plan.Errors(comparison, parts.Count, today).Any())
        {
            var policy = draft.Policy ?? new Policy(PolicyId.New(), draft.Text.Title);
            var planned = PolicyVersion.Publish(
                VersionId.New(),
                policy.Id,
                (draft.InForce?.Number ?? 0) + 1,
                draft.Text,
                plan.ToRelease(comparison),
                now,
                actor.FullName,
                draft.Draft.SourceName,
                inForceFrom: plan.InForceFrom
            );
            asked = WhoIsAsked.If(facts, policy, planned, today);
        }

        var holders = KeyRoleChange.On(today, await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken));
        return new DraftToPublish(
            draft,
            parts,
            comparison,
            plan,
            [
                .. Overtaken(draft.InForce, plan, today),
                .. Doubts(draft.Text, holders, await db.EditionsInForce.AsNoTracking().ToListAsync(cancellationToken), today),
            ],
            asked
        );
    }

    private static PublishPlan Usual(Actor actor, IReadOnlyList<PartComparison>? comparison, IReadOnlyList<AudienceDuty> duties) =>
        comparison is null
            ? PublishPlan.First(actor.FullName, duties)
            : new PublishPlan(null, "", actor.FullName, ChangeText.Summary(comparison), [], [.. duties.Select(duty => Carry(duty, comparison))]);

    /// <summary>A selection of sections follows its sections to where they stand now.</summary>
    private static AudienceDuty Carry(AudienceDuty duty, IReadOnlyList<PartComparison> comparison) =>
        duty.Parts is not { } parts
            ? duty
            : duty with
            {
                Parts =
                [
                    .. comparison
                        .Where(line => line is { Before: { } before, After: not null } && parts.Contains(before.Ordinal))
                        .Select(line => line.After!.Ordinal)
                        .Order(),
                ],
            };

    private static IEnumerable<string> Overtaken(PolicyVersion? latest, PublishPlan plan, DateOnly today)
    {
        if (latest is not null && latest.InForceFrom > (plan.InForceFrom ?? today))
        {
            yield return $"{latest.Label}, to be in force from {LondonTime.ToWords(latest.InForceFrom)}, would be overtaken and never be in force by itself.";
        }
    }

    private static IEnumerable<string> Doubts(
        PolicyContent text,
        IReadOnlyDictionary<KeyRole, KeyRoleChange> holders,
        IReadOnlyList<EditionInForce> editions,
        DateOnly today
    )
    {
        if (text.NextReview is not { } review)
        {
            yield return "No month of the next full review is recorded, so nobody will be warned of it.";
        }
        else if (today > review.LastDay)
        {
            yield return $"The next full review was due in {review.ToWords()}: the policy would be overdue from its first day.";
        }

        if (text.BasedOn is { } basedOn && !PolicyMarkdown.Whole(text).Contains(basedOn, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"It is recorded as based on {basedOn}, and its text does not say so.";
        }

        if (text.Owner is null)
        {
            yield return "The key details name no owner.";
        }

        if (EditionInForce.Superseding(text.BasedOn, editions, today) is { } edition)
        {
            yield return $"It says that it is based on {text.BasedOn}, and {edition.Edition} is in force.";
        }

        foreach (var detail in ShownDetail.From(text, holders).Where(detail => detail.Printed is not null))
        {
            yield return $"It names {detail.Printed} as {KeyRoleNames.InSentence(detail.Name)}; the school’s record says {detail.Value}.";
        }

        foreach (
            var empty in text.Sections.Where(
                (section, i) => section.Blocks.Count == 0 && !(i + 1 < text.Sections.Count && text.Sections[i + 1].Level > section.Level)
            )
        )
        {
            yield return $"“{empty.Heading}” has no text.";
        }
    }
}
