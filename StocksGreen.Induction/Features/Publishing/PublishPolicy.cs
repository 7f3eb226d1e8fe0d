using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Publishing;

/// <summary>Publishes a text as the next version of the policy of that title.</summary>
public sealed class PublishPolicy(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="signedBy">Who must sign it; at least one audience.</param>
    /// <param name="sourceName">Name of the file that the text was read from.</param>
    public Task<PublishOutcome> ExecuteAsync(Actor actor, PolicyText text, IReadOnlyList<Audience> signedBy, string sourceName, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                if (!Permissions.MayPublish(actor) || signedBy.Count == 0)
                {
                    return new PublishOutcome.NotPermitted();
                }

                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var policy = await db.Policies.SingleOrDefaultAsync(policy => policy.Title == text.Title, cancellationToken);
                if (policy is null)
                {
                    policy = new Policy(PolicyId.New(), text.Title, signedBy);
                    db.Policies.Add(policy);
                }

                var latest = await db.Versions.AsNoTracking().Where(version => version.PolicyId == policy.Id).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);
                var version = PolicyVersion.Publish(VersionId.New(), policy.Id, (latest?.Number ?? 0) + 1, text, now, actor.FullName, sourceName);
                if (string.Equals(latest?.TextHash, version.TextHash, StringComparison.Ordinal))
                {
                    return new PublishOutcome.Unchanged(latest!.Id);
                }

                db.Versions.Add(version);
                log.Append(EvidenceKind.PolicyPublished, now, version.Id.ToString(), PublicationFacts.Of(version, policy).ToJson());
                return (PublishOutcome)new PublishOutcome.Published(version.Id);
            },
            cancellationToken);
}
