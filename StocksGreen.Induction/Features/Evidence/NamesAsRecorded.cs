using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>
/// Whether the school and its policies are called what the evidence says. Their rows are no evidence themselves, and papers print their names.
/// </summary>
internal static class NamesAsRecorded
{
    /// <returns>The entry that says another name; null where none does.</returns>
    internal static async Task<ChainVerdict.Broken?> FirstOtherAsync(InductionDb db, CancellationToken cancellationToken)
    {
        try
        {
            return await SchoolFaultAsync(db, cancellationToken) ?? await PolicyFaultAsync(db, cancellationToken);
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            return new ChainVerdict.Broken(0, "The row of the school, or of a policy, cannot be read.");
        }
    }

    private static async Task<ChainVerdict.Broken?> SchoolFaultAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var setUp = await db
            .Evidence.AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.Number == 1 && entry.Kind == EvidenceKind.SchoolSetUp, cancellationToken);
        if (setUp?.Payload is not { } payload)
        {
            return null;
        }

        var facts = SetUpFacts.Parse(payload);
        return await db.Schools.AsNoTracking().ToListAsync(cancellationToken) switch
        {
            [] => new ChainVerdict.Broken(1, $"{facts.School} was set up here, and its row is gone."),
            [var school] when school.Name == facts.School && school.IsDemonstration == facts.IsDemonstration => null,
            [var school, ..] => new ChainVerdict.Broken(1, $"It set up {facts.School}, and the school is stored as {school.Name}."),
        };
    }

    private static async Task<ChainVerdict.Broken?> PolicyFaultAsync(InductionDb db, CancellationToken cancellationToken)
    {
        var published = new Dictionary<Guid, (long Entry, int Number, string Title)>();
        await foreach (
            var entry in db
                .Evidence.AsNoTracking()
                .Where(entry => entry.Kind == EvidenceKind.PolicyPublished && entry.Payload != null)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            var facts = PublicationFacts.Parse(entry.Payload!);
            if (!published.TryGetValue(facts.Policy, out var known) || known.Number < facts.Number)
            {
                published[facts.Policy] = (entry.Number, facts.Number, facts.Title);
            }
        }

        var stored = (await db.Policies.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(policy => policy.Id.Value, policy => policy.Title);
        return published
            .OrderBy(policy => policy.Value.Entry)
            .Select(policy =>
                stored.GetValueOrDefault(policy.Key) is not { } title
                    ? new ChainVerdict.Broken(policy.Value.Entry, $"It published the {policy.Value.Title}, and the row of that policy is gone.")
                : title != policy.Value.Title
                    ? new ChainVerdict.Broken(policy.Value.Entry, $"It published the {policy.Value.Title}, and the policy is stored as {title}.")
                : null
            )
            .FirstOrDefault(fault => fault is not null);
    }
}
