using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Asks whether rows stand in the file letter for letter as this program writes them. Two spellings of one value read alike ("2026-09-14 09:00:00" and
/// "2026-09-14T09:00:00", an id in capitals and in small letters), and only one of them is ours.
/// </summary>
public sealed class CanonicalRowCheck<T>
    where T : class
{
    private readonly InductionDb db;
    private readonly IReadOnlyList<IProperty> columns;
    private readonly string question;

    public CanonicalRowCheck(InductionDb db)
    {
        this.db = db;
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        columns = [.. type.GetProperties()];
        question = db.Provider.StoredAsGiven(type.GetTableName()!, columns.Select(column => column.GetColumnName()));
    }

    /// <returns>False where a column of the row is stored in other letters than ours.</returns>
    public bool Stands(T row)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = question;
        foreach (var (index, column) in columns.Index())
        {
            command.Parameters.Add(
                column.GetRelationalTypeMapping().CreateParameter(command, $"@p{index}", column.GetGetter().GetClrValue(row), nullable: true)
            );
        }

        return command.ExecuteScalar() is 1L;
    }
}
