using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>Asks the database by which way it answers each query, while it is told to.</summary>
internal sealed class QueryPlans(IDatabaseProvider provider) : DbCommandInterceptor
{
    private readonly List<string> steps = [];

    /// <summary>True while queries are asked about.</summary>
    internal bool IsAsking { get; set; }

    /// <summary>The steps of the queries since the last time, each once.</summary>
    internal IReadOnlyList<string> Take()
    {
        List<string> taken = [.. steps.Distinct(StringComparer.Ordinal)];
        steps.Clear();
        return taken;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (IsAsking)
        {
            steps.AddRange(await provider.ExplainAsync(command, cancellationToken));
        }

        return result;
    }
}
