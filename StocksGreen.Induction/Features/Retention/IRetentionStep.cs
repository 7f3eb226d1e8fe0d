using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Retention;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>What will be deleted.</summary>
/// <param name="On">The night in which it is due, date in Europe/London; today for what is due already.</param>
/// <param name="Count">How many rows; of one person how many belong to them.</param>
/// <param name="Names">Whom it concerns, by name; empty where it is nobody in particular.</param>
public sealed record ComingDeletion(DateOnly On, RetentionRule Rule, string What, int Count, IReadOnlyList<string> Names);

/// <summary>Deletes by a rule, some at a time.</summary>
internal interface IRetentionStep
{
    /// <summary>What is due before a moment, and is still there now.</summary>
    Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Deletes some of what is due. It is asked again until there is nothing left.</summary>
    Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken);
}
