using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// The outside services that have stamped seals of this school when they were made. Anyone can put another stamp next to a seal, so only these are believed;
/// the evidence names them.
/// </summary>
public sealed class StampServices(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, SchoolStore store, TimeProvider clock)
{
    /// <summary>Remembers a service. A command that only looks remembers none, and the times of its stamps are not named.</summary>
    public async Task KeepAsync(X509Certificate2 service, CancellationToken cancellationToken)
    {
        if (!store.Location.MayWrite || await KnowsAsync(service, cancellationToken))
        {
            return;
        }

        var facts = StampServiceFacts.Of(KeyFacts.Of(service));
        await evidence.WriteAsync(
            (_, log) => Task.FromResult(log.Append(EvidenceKind.StampServiceNamed, clock.GetUtcNow(), facts.Service.Fingerprint, facts.ToJson())),
            cancellationToken
        );
    }

    public async Task<bool> KnowsAsync(X509Certificate2 service, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var (facts, fingerprint) = (StampServiceFacts.Of(KeyFacts.Of(service)).ToJson(), KeyFacts.FingerprintOf(service));
        var naming = await db
            .Evidence.AsNoTracking()
            .Where(entry => entry.Kind == EvidenceKind.StampServiceNamed && entry.Subject == fingerprint)
            .ToListAsync(cancellationToken);
        var named = await NamedKeys.ReadAsync(db, cancellationToken);
        return naming.Exists(entry =>
            entry.Payload == facts
            && entry.PayloadHash == EvidenceHash.OfPayload(facts)
            && entry.Hash == EvidenceHash.OfEntry(entry)
            && named.Fault(entry) is null
        );
    }
}
