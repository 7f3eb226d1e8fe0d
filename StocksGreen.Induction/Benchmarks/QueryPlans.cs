using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>Asks SQLite by which way it answers each query, while it is told to.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
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
            await using var explain = command.Connection!.CreateCommand();
            explain.Transaction = command.Transaction;
#pragma warning disable CA2100 // The program's own query.
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = explain.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                explain.Parameters.Add(copy);
            }

            await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                steps.Add(reader.GetString(3));
            }
        }

        return result;
    }
}
