using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>Publishes a text as a new policy, or as the next version of one. What is published never changes.</summary>
public sealed class PublishPolicy(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when the actor may not.</returns>
    public Task<Result<PublishOutcome>> ExecuteAsync(Actor actor, Publication publication, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<PublishOutcome>>(
            async (db, log) =>
            {
                if (!Permissions.MayPublish(actor))
                {
                    return Result.NotFound;
                }

                var latest = publication.Policy is { } id
                    ? await db
                        .Versions.AsNoTracking()
                        .Where(version => version.PolicyId == id)
                        .OrderByDescending(version => version.Number)
                        .FirstOrDefaultAsync(cancellationToken)
                    : null;
                var draft = publication.Draft is { } named ? await db.Drafts.SingleOrDefaultAsync(row => row.Id == named, cancellationToken) : null;
                if (latest?.Id != publication.Over || (publication.Policy is not null && latest is null) || draft?.Id != publication.Draft)
                {
                    return new PublishOutcome.Superseded();
                }

                var outcome = await DecideAsync(db, log, actor, publication, latest, draft, cancellationToken);
                if (outcome is Result<PublishOutcome>.Done { Value: PublishOutcome.Published } && draft is not null)
                {
                    db.Drafts.Remove(draft);
                }

                return outcome;
            },
            cancellationToken
        );

    private async Task<Result<PublishOutcome>> DecideAsync(
        InductionDb db,
        EvidenceLog log,
        Actor actor,
        Publication publication,
        PolicyVersion? latest,
        PolicyDraft? draft,
        CancellationToken cancellationToken
    )
    {
        var parts = PolicyMarkdown.Parts(publication.Text);
        var comparison = latest is null ? null : PolicyComparison.Between(latest.Parts, parts);
        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        var errors = publication.Plan.Errors(comparison, parts.Count, LondonTime.DateIn(now)).ToList();
        if (string.IsNullOrWhiteSpace(publication.Text.Title))
        {
            errors.Insert(0, new ValidationError("Title", "Give the policy a title."));
        }
        else if (await db.Policies.AnyAsync(row => row.Title == publication.Text.Title && row.Id != (publication.Policy ?? default), cancellationToken))
        {
            errors.Insert(
                0,
                new ValidationError(
                    "Title",
                    $"There is already a policy titled “{publication.Text.Title}”. Publish this as its next version, or give it another title."
                )
            );
        }

        var revision = draft is null
            ? null
            : await db.DraftRevisions.AsNoTracking().SingleAsync(row => row.DraftId == draft.Id && row.Number == draft.Revision, cancellationToken);
        var fidelity = FidelityState.Create(draft?.Report ?? FidelityReport.None, publication.Text, revision?.Decisions ?? []);
        if (fidelity.OpenInWords is { } open)
        {
            errors.Add(new ValidationError("Fidelity", $"{open} Decide it on the page “What the import left out” of the draft."));
        }

        var original = publication.Document is { } document ? OriginalFile.From(document, publication.SourceName) : draft?.Original;
        var files = new FilesToKeep(db, draft, publication.Document);
        if (await files.MissingAsync(TextPlaces.PictureHashes(publication.Text), cancellationToken) is { } missing)
        {
            errors.Add(new ValidationError("Fidelity", missing));
        }

        if (errors.Count > 0)
        {
            return Result.Invalid(errors);
        }

        var policy = latest is null
            ? new Policy(PolicyId.New(), publication.Text.Title)
            : await db.Policies.SingleAsync(row => row.Id == latest.PolicyId, cancellationToken);
        var version = PolicyVersion.Publish(
            VersionId.New(),
            policy.Id,
            (latest?.Number ?? 0) + 1,
            publication.Text,
            publication.Plan.ToRelease(comparison),
            now,
            actor.FullName,
            publication.SourceName,
            original,
            fidelity.ToRecord(now, actor.FullName, original is not null),
            revision?.Extract is { } extract ? ExtractRecord.From(extract, publication.Text) : null,
            publication.Plan.InForceFrom
        );
        if (string.Equals(latest?.TextHash, version.TextHash, StringComparison.Ordinal))
        {
            return new PublishOutcome.Unchanged(latest!.Id);
        }

        if (latest is null)
        {
            db.Policies.Add(policy);
        }

        policy.Rename(publication.Text.Title);
        db.Versions.Add(version);
        await files.KeepAsync([.. TextPlaces.PictureHashes(version.Text), .. original is null ? Array.Empty<string>() : [original.Sha256]], cancellationToken);
        log.Append(EvidenceKind.PolicyPublished, now, version.Id.ToString(), PublicationFacts.From(version).ToJson());
        return new PublishOutcome.Published(version.Id);
    }
}
