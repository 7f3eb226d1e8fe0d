using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Takes the name of someone who left long ago out of records that stay: of decisions they took, of people they entered, of roles they held. The facts in the
/// entry are emptied, and what the row says since is sealed.
/// </summary>
/// <remarks>Corrections stay as they are: they are printed on signed papers, which keep the names of their day.</remarks>
internal sealed class LeaverNames(Purge purge, StaffMember person)
{
    private const string Sentence = "The name of someone who left goes out of what stays six years after they leave, at the end of that school year.";

    /// <summary>Columns with a name and no id next to it.</summary>
    private static readonly string[] NamesAlone = ["Holder", "RecordedBy", "DecidedBy", "AskedBy", "ChasedBy"];

    /// <returns>How many rows were changed.</returns>
    public async Task<int> TakeOutSomeAsync(int most, CancellationToken cancellationToken)
    {
        var isOnlyOne = !await purge.Db.People.AnyAsync(row => row.FullName == person.FullName && row.Id != person.Id, cancellationToken);
        var changed = 0;
        foreach (var kind in EvidenceRegistry.Kinds.Where(kind => kind.Row.IsAssignableTo(typeof(SealedRecord)) && kind.Row != typeof(Correction)))
        {
            foreach (var (name, id) in Columns(kind.Row))
            {
                // A name without an id is known by its letters alone, and another may bear it.
                if (changed < most && (id is not null || isOnlyOne))
                {
                    changed += await TakeOutAsync(kind, name, id, most - changed, cancellationToken);
                }
            }
        }

        return changed;
    }

    /// <summary>Columns of a kind that hold the name of who did it, each with the one that holds their id.</summary>
    internal static IEnumerable<(string Name, string? Id)> Columns(Type row)
    {
        var all = row.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite).ToList();
        foreach (var column in all.Where(property => property.PropertyType == typeof(string)))
        {
            if (column.Name.EndsWith("Name", StringComparison.Ordinal) && IsId(column.Name[..^4]))
            {
                yield return (column.Name, column.Name[..^4]);
            }
            else if (IsId(column.Name + "Id"))
            {
                yield return (column.Name, column.Name + "Id");
            }
            else if (NamesAlone.Contains(column.Name, StringComparer.Ordinal))
            {
                yield return (column.Name, null);
            }
        }

        bool IsId(string name) =>
            all.Any(property => property.Name == name && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(StaffId));
    }

    private async Task<int> TakeOutAsync(EvidenceRows kind, string name, string? id, int most, CancellationToken cancellationToken)
    {
        var db = purge.Db;
        var former = person.NameAfterRemoval;
        var which = id is null ? $"{name} = {{0}}" : $"{id} = {{0}} AND {name} <> {{1}}";
        object[] values = id is null ? [person.FullName] : [person.Id.Value, former];
        // Names of tables and columns of the model; what is asked for goes as values.
        var asked = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT EvidenceNumber AS Value FROM {kind.Table} WHERE {which} ORDER BY EvidenceNumber LIMIT {most}"
        );
        var changed = $"UPDATE {kind.Table} SET {name} = {{0}} WHERE EvidenceNumber = {{1}}";
        var numbers = await db.Database.SqlQueryRaw<long>(asked, values).ToListAsync(cancellationToken);
        if (numbers.Count == 0)
        {
            return 0;
        }

        await purge.EmptyAsync(numbers, cancellationToken);
        foreach (var number in numbers)
        {
            await db.Database.ExecuteSqlRawAsync(changed, [former, number], cancellationToken);
            var row = await Rows(kind.Row).FirstAsync(entry => entry.EvidenceNumber == number, cancellationToken);
            purge.Say(PurgeFacts.Of(number, kind.Kind, Sentence, kept: row.KeptHash()));
        }

        purge.Count(RetentionRules.Decisions, $"Names in {kind.Table}", numbers.Count);
        return numbers.Count;
    }

    private IQueryable<SealedRecord> Rows(Type row) => (IQueryable<SealedRecord>)SetOf.MakeGenericMethod(row).Invoke(null, [purge])!;

    private static MethodInfo SetOf { get; } = typeof(LeaverNames).GetMethod(nameof(Stored), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static IQueryable<SealedRecord> Stored<T>(Purge purge)
        where T : SealedRecord => purge.Db.Set<T>().AsNoTracking();
}
