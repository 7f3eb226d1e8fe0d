using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.ReadModel;

/// <summary>Writes many lines with one prepared statement: Entity Framework needs four times as long for a whole school.</summary>
internal static class LineWriting
{
    private const string PutLine = """
        INSERT INTO RequirementLines (StaffId, PolicyId, VersionId, State, DueOn, LongOverdueOn, SignedOn, Asked, Audience, JobTitle, LineLead,
            NameOrder, PolicyOrder)
        VALUES (@staff, @policy, @version, @state, @due, @long, @signed, @asked, @audience, @job, @lead, @name, @title)
        ON CONFLICT (StaffId, PolicyId) DO UPDATE SET VersionId = excluded.VersionId, State = excluded.State, DueOn = excluded.DueOn,
            LongOverdueOn = excluded.LongOverdueOn, SignedOn = excluded.SignedOn, Asked = excluded.Asked,
            Audience = excluded.Audience, JobTitle = excluded.JobTitle, LineLead = excluded.LineLead, NameOrder = excluded.NameOrder,
            PolicyOrder = excluded.PolicyOrder
        """;

    internal static Task PutAsync(InductionDb db, IEnumerable<RequirementLine> lines, CancellationToken cancellationToken) =>
        RunAsync(
            db,
            PutLine,
            lines,
            line =>
                [
                    ("@staff", line.StaffId.Value),
                    ("@policy", line.PolicyId.Value),
                    ("@version", line.VersionId.Value),
                    ("@state", (int)line.State),
                    ("@due", line.DueOn),
                    ("@long", line.LongOverdueOn),
                    ("@signed", line.SignedOn),
                    ("@asked", line.Asked),
                    ("@audience", line.Audience.ToString()),
                    ("@job", line.JobTitle),
                    ("@lead", line.LineLead?.Value),
                    ("@name", line.NameOrder),
                    ("@title", line.PolicyOrder),
                ],
            cancellationToken
        );

    internal static Task PutAsync(InductionDb db, IEnumerable<RequirementPerson> people, CancellationToken cancellationToken) =>
        RunAsync(
            db,
            "INSERT INTO RequirementPeople (StaffId, Words, ChangesOn, EarliestDue) VALUES (@staff, @words, @changes, @due)",
            people,
            person => [("@staff", person.StaffId.Value), ("@words", person.Words), ("@changes", person.ChangesOn), ("@due", person.EarliestDue)],
            cancellationToken
        );

    internal static Task RemoveAsync(InductionDb db, IEnumerable<(StaffId Person, PolicyId Policy)> lines, CancellationToken cancellationToken) =>
        RunAsync(
            db,
            "DELETE FROM RequirementLines WHERE StaffId = @staff AND PolicyId = @policy",
            lines,
            line => [("@staff", line.Person.Value), ("@policy", line.Policy.Value)],
            cancellationToken
        );

    private static async Task RunAsync<T>(
        InductionDb db,
        string sql,
        IEnumerable<T> rows,
        Func<T, (string Name, object? Value)[]> values,
        CancellationToken cancellationToken
    )
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            foreach (var (name, value) in values(row))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
