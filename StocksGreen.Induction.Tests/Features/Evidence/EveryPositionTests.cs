using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence;

/// <summary>
/// Byte for byte: of one record of each kind, every byte of every value (of values above 128 bytes the first and last 64 and every 97th) is changed, and bytes
/// are added and taken away.
/// </summary>
public sealed class EveryPositionTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private OpenedStore store = null!;

    public async ValueTask InitializeAsync()
    {
        school = await CeremonySteps.EverythingOnceAsync();
        store = new OpenedStore(school.Folder, school.Get<IServiceProvider>());
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        return school.DisposeAsync();
    }

    /// <summary>One value of every table is changed at a time, and each of their entries must be named.</summary>
    [Fact]
    public async Task A_byte_of_any_value_that_was_sealed_is_missed()
    {
        Assert.Empty(await FaultsAsync());
        var perTable = Cells()
            .GroupBy(cell => cell.Table)
            .Select(table => table.SelectMany(cell => cell.Tamperings(store).Select(tampering => (Cell: cell, Tampering: tampering))).ToList())
            .ToList();
        var unfound = new List<string>();
        for (var round = 0; round < perTable.Max(changes => changes.Count); round++)
        {
            var changes = perTable.Where(table => table.Count > round).Select(table => table[round]).ToList();
            foreach (var (cell, tampering) in changes)
            {
                store.Run($"CREATE TABLE \"Kept {cell.Table}\" AS SELECT \"{cell.Column}\" AS Value FROM \"{cell.Table}\" WHERE {cell.Where}");
                cell.Write(store, tampering.Expression, tampering.Bytes);
            }

            var named = (await FaultsAsync(changes.Select(change => TamperedPlace.KindOf(change.Cell.Table)))).Select(fault => fault.Number).ToHashSet();
            unfound.AddRange(changes.Where(change => !named.Contains(change.Cell.Entry)).Select(change => $"{change.Cell.Place}: {change.Tampering.What}"));
            foreach (var (cell, _) in changes)
            {
                cell.Write(store, $"(SELECT Value FROM \"Kept {cell.Table}\")", null);
                store.Run($"DROP TABLE \"Kept {cell.Table}\"");
            }
        }

        Assert.Empty(await FaultsAsync());
        Assert.True(unfound.Count == 0, string.Join(Environment.NewLine, unfound));
    }

    [Fact]
    public async Task A_byte_of_any_entry_is_missed()
    {
        var unfound = new List<string>();
        foreach (var (cell, kind) in EntryCells())
        {
            store.Run($"CREATE TABLE Kept AS SELECT \"{cell.Column}\" AS Value FROM Evidence WHERE {cell.Where}");
            foreach (var tampering in cell.Tamperings(store))
            {
                cell.Write(store, tampering.Expression, tampering.Bytes);
                await using var db = store.CreateDbContext();
                if (await TamperedPlace.OfEntryAsync(db, cell.Entry, kind) is not ChainVerdict.Broken broken || broken.Number != cell.Entry)
                {
                    unfound.Add($"Entry {cell.Entry}, {cell.Column}: {tampering.What}");
                }

                cell.Write(store, "(SELECT Value FROM Kept)", null);
            }

            store.Run("DROP TABLE Kept");
        }

        await AssertHoldsAsync();
        Assert.True(unfound.Count == 0, string.Join(Environment.NewLine, unfound));
    }

    [Fact]
    public async Task Rows_that_were_exchanged_with_one_another_are_missed()
    {
        foreach (var table in Tables())
        {
            if (store.Rows<long>($"SELECT rowid FROM \"{table}\" ORDER BY EvidenceNumber LIMIT 2") is not [var one, var other])
            {
                continue;
            }

            var first = store.Read<long>($"SELECT EvidenceNumber FROM \"{table}\" WHERE rowid = {one}");
            var second = store.Read<long>($"SELECT EvidenceNumber FROM \"{table}\" WHERE rowid = {other}");
            Exchange(first, second);
            var faults = await FaultsAsync([TamperedPlace.KindOf(table)]);
            Assert.Equal((table, first, second), (table, faults[0].Number, faults[1].Number));
            Exchange(second, first);

            void Exchange(long ofOne, long ofOther) =>
                store.Run($"UPDATE \"{table}\" SET EvidenceNumber = CASE rowid WHEN {one} THEN {ofOther} ELSE {ofOne} END WHERE rowid IN ({one}, {other})");
        }

        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Entries_that_change_places_are_missed()
    {
        for (var number = 1L; number < store.Read<long>("SELECT MAX(Number) FROM Evidence"); number++)
        {
            Exchange(number);
            await using var db = store.CreateDbContext();
            Assert.Equal(number, Assert.IsType<ChainVerdict.Broken>(await TamperedPlace.OfChainAsync(db, number)).Number);
            Exchange(number);
        }

        await AssertHoldsAsync();

        void Exchange(long number) =>
            store.Run(
                $"UPDATE Evidence SET Number = -Number WHERE Number IN ({number}, {number + 1}); UPDATE Evidence SET Number = CASE Number WHEN "
                    + $"-{number} THEN {number + 1} ELSE {number} END WHERE Number < 0"
            );
    }

    /// <summary>Where in the file a row lies proves nothing, and is not asked.</summary>
    [Fact]
    public async Task A_file_that_was_written_again_in_another_order_holds()
    {
        foreach (var table in Tables())
        {
            store.Run($"UPDATE \"{table}\" SET rowid = 1000 - rowid");
        }

        await AssertHoldsAsync();
    }

    /// <summary>But for the triggers and indexes that the copy lacks, of which a check speaks last.</summary>
    private async Task AssertHoldsAsync()
    {
        var verify = new VerifyEvidence(store, school.Get<SigningKeyStore>(), school.Get<EvidenceHead>(), school.Clock);
        var verdict = Assert.IsType<ChainVerdict.Broken>(await verify.ExecuteAsync(TestContext.Current.CancellationToken));
        Assert.Matches("^0 The index [A-Za-z_]+ of the database is gone\\.$", $"{verdict.Number} {verdict.Reason}");
    }

    private IEnumerable<StoredCell> Cells()
    {
        foreach (var table in Tables())
        {
            var (rowid, number) = (store.Read<long>($"SELECT MAX(rowid) FROM \"{table}\""), 0L);
            number = store.Read<long>($"SELECT EvidenceNumber FROM \"{table}\" WHERE rowid = {rowid}");
            foreach (var column in Columns(table))
            {
                yield return new StoredCell(table, column, $"rowid = {rowid}", number);
            }
        }

        var (paper, published) = (
            store.Read<long>("SELECT EvidenceNumber FROM Attestations WHERE IsOnPaper = 1"),
            store.Read<long>("SELECT Number FROM Evidence WHERE Kind = 'PolicyPublished'")
        );
        foreach (var (table, number) in new[] { ("PaperScans", paper), ("PolicyVersions", published) })
        {
            foreach (var column in Columns(table))
            {
                yield return new StoredCell(table, column, "rowid = 1", number);
            }
        }
    }

    /// <summary>Every column of one entry, and the facts of the latest of every kind.</summary>
    private IEnumerable<(StoredCell Cell, EvidenceKind Kind)> EntryCells()
    {
        foreach (var number in store.Rows<long>("SELECT MAX(Number) FROM Evidence GROUP BY Kind"))
        {
            yield return (new StoredCell("Evidence", "Payload", $"Number = {number}", number), KindOf(number));
        }

        var shortest = store.Read<long>("SELECT Number FROM Evidence WHERE Number > 1 ORDER BY length(Payload) LIMIT 1");
        foreach (var column in Columns("Evidence").Where(column => column is not ("Number" or "Payload")))
        {
            yield return (new StoredCell("Evidence", column, $"Number = {shortest}", shortest), KindOf(shortest));
        }

        EvidenceKind KindOf(long number) => new(store.Read<string>($"SELECT Kind FROM Evidence WHERE Number = {number}"));
    }

    /// <summary>Every table whose rows claim an entry and that is not empty here.</summary>
    private List<string> Tables()
    {
        using var db = store.CreateDbContext();
        return
        [
            .. db
                .Model.GetEntityTypes()
                .Where(type => type.FindProperty(nameof(Attestation.EvidenceNumber)) is not null)
                .Select(type => type.GetTableName()!)
                .Where(table => store.Read<long>($"SELECT COUNT(*) FROM \"{table}\"") > 0),
        ];
    }

    private List<string> Columns(string table) => store.Rows<string>($"SELECT name FROM pragma_table_info('{table}')");

    /// <param name="only">The kinds to look at; null for all.</param>
    private async Task<List<ChainVerdict.Broken>> FaultsAsync(IEnumerable<EvidenceKind>? only = null)
    {
        await using var db = store.CreateDbContext();
        return await VerifyEvidence
            .FaultsAsync(db, only?.Distinct().ToList(), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
