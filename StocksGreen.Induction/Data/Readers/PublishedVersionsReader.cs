using Microsoft.EntityFrameworkCore.Infrastructure;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Reads published versions through the memory that belongs to the store.</summary>
public static class PublishedVersionsReader
{
    /// <summary>Every published version, oldest first.</summary>
    public static Task<IReadOnlyList<PolicyVersion>> ReadVersionsAsync(this InductionDb db, CancellationToken cancellationToken) =>
        db.GetService<PublishedVersions>().ReadAsync(db, cancellationToken);
}
