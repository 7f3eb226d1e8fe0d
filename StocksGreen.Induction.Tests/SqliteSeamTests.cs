using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;
using Mono.Cecil.Cil;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests;

/// <summary>Which database a store is kept in is known in one folder, asked of the compiled program.</summary>
public sealed class SqliteSeamTests
{
    private const string Seam = "StocksGreen.Induction.Data.Sqlite";

    /// <summary>Words that no other database would understand.</summary>
    private static readonly string[] Dialect = ["INDEXED BY", "NOCASE", "PRAGMA ", "typeof(", "sqlite_", "INSERT OR ", "EXPLAIN QUERY PLAN", "AUTOINCREMENT"];

    private static readonly AssemblyDefinition Program = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);

    [Fact]
    public void Only_one_folder_uses_types_of_SQLite()
    {
        var seam = Program.MainModule.GetTypes().Where(IsInSeam).ToList();

        Assert.Contains($"{Seam}.SqliteProvider uses Microsoft.Data.Sqlite.SqliteException", Libraries(seam));
        Assert.Empty(Libraries(Program.MainModule.GetTypes().Except(seam)));
    }

    [Fact]
    public void Only_one_folder_speaks_the_dialect_of_SQLite()
    {
        var seam = Program.MainModule.GetTypes().Where(IsInSeam).ToList();

        Assert.Contains(($"{Seam}.SqliteProvider", "INDEXED BY"), Spoken(seam));
        Assert.Empty(Spoken(Program.MainModule.GetTypes().Except(seam)));
    }

    [Fact]
    public void A_type_of_SQLite_outside_is_found()
    {
        using var tests = AssemblyDefinition.ReadAssembly(typeof(SqliteSeamTests).Assembly.Location);

        Assert.Equal(
            [
                $"{typeof(Planted.Asks)} uses SQLitePCL.raw",
                $"{typeof(Planted.Catches)} uses Microsoft.Data.Sqlite.SqliteException",
                $"{typeof(Planted.Configures)} uses Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions",
            ],
            Libraries(PlantedIn(tests)).Where(use => !use.Contains(".Infrastructure.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_word_of_the_dialect_outside_is_found()
    {
        using var tests = AssemblyDefinition.ReadAssembly(typeof(SqliteSeamTests).Assembly.Location);
        var says = typeof(Planted.Says).ToString();

        Assert.Equal([(says, "INDEXED BY"), (says, "NOCASE"), (says, "PRAGMA "), (says, "typeof(")], Spoken(PlantedIn(tests)).Order());
    }

    /// <summary>"Type uses type", each once; a nested or compiler-generated type is said to be the one that holds it.</summary>
    private static List<string> Libraries(IEnumerable<TypeDefinition> types) =>
        [
            .. types
                .SelectMany(TypeUses.Of)
                .Where(use => use.To is TypeReference type && IsOfSqlite(type))
                .Select(use => $"{Named(use.From)} uses {use.To.FullName}")
                .Distinct(StringComparer.Ordinal),
        ];

    private static bool IsOfSqlite(TypeReference type) =>
        type.GetElementType().Scope.Name is { } library
        && (
            library.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal)
            || library.StartsWith("SQLitePCL", StringComparison.Ordinal)
            || library.StartsWith("Microsoft.EntityFrameworkCore.Sqlite", StringComparison.Ordinal)
        );

    private static List<(string Type, string Word)> Spoken(IEnumerable<TypeDefinition> types) =>
        [
            .. from type in types
            from text in Texts(type)
            from word in Dialect
            where text.Contains(word, StringComparison.OrdinalIgnoreCase)
            select (Named(type), word),
        ];

    private static IEnumerable<string> Texts(TypeDefinition type) =>
        type
            .Methods.Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode == OpCodes.Ldstr)
            .Select(instruction => (string)instruction.Operand)
            .Concat(type.Fields.Select(field => field.Constant).OfType<string>());

    private static bool IsInSeam(TypeDefinition type) =>
        Outer(type).Namespace is { } name && (name == Seam || name.StartsWith(Seam + ".", StringComparison.Ordinal));

    private static TypeDefinition Outer(TypeDefinition type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    /// <summary>As reflection writes it.</summary>
    private static string Named(TypeDefinition type) =>
        type.Name.StartsWith('<') && type.DeclaringType is { } holder ? Named(holder) : type.FullName.Replace('/', '+');

    private static IEnumerable<TypeDefinition> PlantedIn(AssemblyDefinition tests) =>
        tests.MainModule.GetTypes().Where(type => Named(type).StartsWith($"{typeof(Planted)}+", StringComparison.Ordinal));

    /// <summary>What must be found.</summary>
    private static class Planted
    {
        internal static class Catches
        {
            internal static bool Busy(Action act)
            {
                try
                {
                    act();
                    return false;
                }
                catch (SqliteException)
                {
                    return true;
                }
            }
        }

        internal static class Configures
        {
            internal static Action<DbContextOptionsBuilder> Options() => options => options.UseSqlite("");
        }

        internal static class Asks
        {
            internal static int Version() => SQLitePCL.raw.sqlite3_libversion_number();
        }

        internal static class Says
        {
            private const string Never = "pragma foreign_keys=OFF";

            internal static string Hint(string index) => $"SELECT * FROM People INDEXED BY {index} WHERE Name = 'a' COLLATE NOCASE";

            internal static Func<string> Kind() => () => "SELECT typeof(Number) FROM Evidence";
        }
    }
}
