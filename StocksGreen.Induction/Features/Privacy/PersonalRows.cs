using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>
/// Every row of the store that is about a person, read from the model: a table with a column for a person's id belongs to it, and one that refers to the
/// person's account or to a row of theirs. So no new table is forgotten.
/// </summary>
public sealed class PersonalRows(InductionDb db, StaffId person)
{
    /// <summary>Rows of one table; the program's own limit keeps a file from growing without end.</summary>
    public const int Most = 20_000;

    private const string NotShown = "kept, and not shown: it would open the account, or tell what others must not know";

    /// <summary>Ends of names of columns that are secrets, or of use to nobody.</summary>
    private static readonly string[] Secret = ["Hash", "Stamp", "Salt", "Secret", "PublicKey", "CredentialId", "Value", "ProtectedKey"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly MethodInfo Rows = typeof(PersonalRows).GetMethod(nameof(ReadAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<IEntityType, List<object>> own = [];

    /// <summary>Columns by which rows of a type are about a person, or say that they did it.</summary>
    public static IReadOnlyList<IProperty> PersonColumns(IEntityType type) =>
        [.. type.GetProperties().Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(StaffId))];

    /// <summary>By table: what is about the person in full; of what they did about others only that they did, and when.</summary>
    public async Task<JsonObject> ReadAsync(CancellationToken cancellationToken)
    {
        var told = new SortedDictionary<string, JsonArray>(StringComparer.Ordinal);
        var types = db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.FindPrimaryKey() is not null).ToList();
        foreach (var type in types)
        {
            foreach (var column in PersonColumns(type))
            {
                foreach (var row in await RowsAsync(type, column, person, cancellationToken))
                {
                    Add(type, row, IsAbout(type, column));
                }
            }
        }

        var me = await db.People.AsNoTracking().SingleAsync(row => row.Id == person, cancellationToken);
        Add(db.Model.FindEntityType(typeof(StaffMember))!, me, isAbout: true);
        await AddAnswersAsync(types, cancellationToken);
        await AddFactsAsync(cancellationToken);
        var all = new JsonObject();
        foreach (var (table, rows) in told)
        {
            all[table] = rows;
        }

        return all;

        void Add(IEntityType type, object row, bool isAbout)
        {
            var table = type.GetTableName()!;
            if (!told.TryGetValue(table, out var rows))
            {
                told[table] = rows = [];
            }

            if (isAbout)
            {
                if (!own.TryGetValue(type, out var known))
                {
                    own[type] = known = [];
                }

                if (known.Exists(other => type.FindPrimaryKey()!.Properties.All(key => Equals(Get(key, other), Get(key, row)))))
                {
                    return;
                }

                known.Add(row);
            }

            rows.Add(isAbout ? Whole(type, row) : Brief(type, row));
        }

        // What answers a row of the person's, and what hangs on their account.
        async Task AddAnswersAsync(List<IEntityType> all, CancellationToken token)
        {
            for (var found = true; found; )
            {
                found = false;
                foreach (var type in all)
                {
                    foreach (var key in type.GetForeignKeys().Where(key => key.Properties.Count == 1 && own.ContainsKey(key.PrincipalEntityType) && IsOwn(key)))
                    {
                        foreach (var parent in own[key.PrincipalEntityType].ToList())
                        {
                            foreach (var row in await RowsAsync(type, key.Properties[0], Get(key.PrincipalKey.Properties[0], parent)!, token))
                            {
                                var before = own.GetValueOrDefault(type)?.Count ?? 0;
                                Add(type, row, isAbout: true);
                                found |= own[type].Count > before;
                            }
                        }
                    }
                }
            }
        }

        // The sealed facts of a signature stand in the evidence alone.
        async Task AddFactsAsync(CancellationToken token)
        {
            var numbers = own.Values.SelectMany(rows => rows).OfType<ISealedRow>().Select(row => row.EvidenceNumber).Distinct().ToList();
            foreach (
                var entry in await db
                    .Evidence.AsNoTracking()
                    .Where(entry => numbers.Contains(entry.Number) && (entry.Kind == EvidenceKind.PolicySigned || entry.Kind == EvidenceKind.SectionConfirmed))
                    .OrderBy(entry => entry.Number)
                    .ToListAsync(token)
            )
            {
                Add(db.Model.FindEntityType(typeof(EvidenceEntry))!, entry, isAbout: true);
            }
        }
    }

    /// <summary>Which references lead from a person's row to more of theirs: not from them to those they lead, nor to the evidence.</summary>
    private static bool IsOwn(IForeignKey key) =>
        key.PrincipalEntityType.ClrType != typeof(StaffMember) && key.PrincipalEntityType.ClrType != typeof(EvidenceEntry);

    private static bool IsAbout(IEntityType type, IProperty column) =>
        column.Name == "StaffId" || type.ClrType == typeof(AccessEntry) || (type.ClrType == typeof(ChaseSelection));

    private static object? Get(IProperty property, object row) => property.GetGetter().GetClrValue(row);

    private static JsonObject Whole(IEntityType type, object row)
    {
        var told = new JsonObject();
        foreach (var column in type.GetProperties().Where(property => !property.IsShadowProperty()))
        {
            told[column.Name] = Tell(column, Get(column, row));
        }

        return told;
    }

    /// <summary>Of what a person did about others: which row, when, and in which place they stand in it.</summary>
    private static JsonObject Brief(IEntityType type, object row)
    {
        var told = new JsonObject { ["note"] = "About someone else, or the school: only that you did it, and when." };
        foreach (var column in type.FindPrimaryKey()!.Properties.Concat(type.GetProperties().Where(property => property.ClrType == typeof(DateTimeOffset))))
        {
            told[column.Name] = Tell(column, Get(column, row));
        }

        return told;
    }

    private static JsonNode? Tell(IProperty column, object? value) =>
        value switch
        {
            null => null,
            _ when Secret.Any(end => column.Name.EndsWith(end, StringComparison.Ordinal)) => NotShown,
            byte[] bytes => string.Create(CultureInfo.InvariantCulture, $"a file of {bytes.Length} bytes"),
            string text => text,
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            Enum choice => choice.ToString(),
            bool or int or long => JsonSerializer.SerializeToNode(value, Options),
            IFormattable or Guid => value.ToString(),
            _ when column.ClrType.Namespace == typeof(StaffId).Namespace => value.ToString(),
            _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
        };

    private Task<List<object>> RowsAsync(IEntityType type, IProperty column, object value, CancellationToken cancellationToken) =>
        (Task<List<object>>)Rows.MakeGenericMethod(type.ClrType, column.ClrType).Invoke(this, [column.Name, value, cancellationToken])!;

    private async Task<List<object>> ReadAsync<TRow, TValue>(string column, object value, CancellationToken cancellationToken)
        where TRow : class
    {
        var sought = (TValue)value;
        return
        [
            .. await db.Set<TRow>().AsNoTracking().Where(row => EF.Property<TValue>(row, column)!.Equals(sought)).Take(Most).ToListAsync(cancellationToken),
        ];
    }
}
