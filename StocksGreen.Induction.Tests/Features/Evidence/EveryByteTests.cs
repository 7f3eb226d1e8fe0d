using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence;

/// <summary>
/// Someone with a tool on the file drops the triggers and changes one letter of one column: whichever it is, the check fails and names the entry.
/// </summary>
public sealed class EveryByteTests : IAsyncLifetime
{
    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await CeremonySteps.EverythingOnceAsync();
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await using var db = await school.DbAsync();
        foreach (
            var trigger in await db
                .Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'")
                .ToListAsync(TestContext.Current.CancellationToken)
        )
        {
            await school.SqlAsync($"DROP TRIGGER \"{trigger}\"");
        }
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Everything_that_can_be_proved_was_done_in_this_school()
    {
        await using var db = await school.DbAsync();
        var done = await db.Evidence.Select(entry => entry.Kind).Distinct().ToListAsync(TestContext.Current.CancellationToken);

        // Nothing was purged here.
        Assert.Equal(
            [EvidenceKind.PayloadPurged],
            EvidenceRegistry
                .Kinds.Select(kind => kind.Kind)
                .Concat([
                    EvidenceKind.SchoolSetUp,
                    EvidenceKind.KeyTakenIntoUse,
                    EvidenceKind.StampServiceNamed,
                    EvidenceKind.PayloadPurged,
                    EvidenceKind.ClockWentBack,
                ])
                .Except(done)
        );
    }

    [Fact]
    public async Task A_letter_of_any_column_of_any_row_that_was_sealed_is_missed()
    {
        var unfound = new List<string>();
        foreach (var (turn, (table, column, where, number, kind)) in (await CellsAsync()).Index())
        {
            var original = (string)(await school.ScalarAsync($"SELECT quote(\"{column}\") FROM \"{table}\" WHERE {where}"))!;
            var changed = Changed(original, turn);
            await school.SqlAsync($"PRAGMA foreign_keys=OFF; UPDATE \"{table}\" SET \"{column}\" = {changed} WHERE {where}");
            await using var db = await school.DbAsync();
            var verdict = table == "Evidence" ? await TamperedPlace.OfEntryAsync(db, number, kind) : await TamperedPlace.OfRowsAsync(db, kind);
            var namesNone = column is "EvidenceNumber" || (table, column) is ("PaperScans", "AttestationId");
            if (verdict is not ChainVerdict.Broken broken || (broken.Number != number && !namesNone))
            {
                unfound.Add($"{table}.{column}: {original} became {changed}, and the check says {verdict}");
            }

            await school.SqlAsync($"PRAGMA foreign_keys=OFF; UPDATE \"{table}\" SET \"{column}\" = {original} WHERE {where}");
        }

        await AssertHoldsAsync();
        Assert.True(unfound.Count == 0, string.Join(Environment.NewLine, unfound));
    }

    [Fact]
    public async Task A_row_that_is_gone_is_missed_whatever_it_proved()
    {
        foreach (var table in await TablesAsync())
        {
            var number = Convert.ToInt64(await school.ScalarAsync($"SELECT MIN(EvidenceNumber) FROM \"{table}\""), CultureInfo.InvariantCulture);
            await school.SqlAsync(
                $"PRAGMA foreign_keys=OFF; CREATE TABLE Kept AS SELECT * FROM \"{table}\" WHERE EvidenceNumber = {number}; DELETE FROM \"{table}\" "
                    + $"WHERE EvidenceNumber = {number}"
            );

            await using var db = await school.DbAsync();
            Assert.Equal((table, number), (table, Assert.IsType<ChainVerdict.Broken>(await TamperedPlace.OfRowsAsync(db, TamperedPlace.KindOf(table))).Number));

            await school.SqlAsync($"PRAGMA foreign_keys=OFF; INSERT INTO \"{table}\" SELECT * FROM Kept; DROP TABLE Kept");
        }

        await AssertHoldsAsync();
    }

    [Fact]
    public async Task A_scan_that_was_exchanged_taken_away_or_put_in_is_missed()
    {
        var signature = Convert.ToInt64(await school.ScalarAsync("SELECT EvidenceNumber FROM Attestations WHERE IsOnPaper = 1"), CultureInfo.InvariantCulture);
        await school.SqlAsync(
            "PRAGMA foreign_keys=OFF; INSERT INTO PaperScans SELECT '11111111-1111-1111-1111-111111111111', FileName, MediaType, Content FROM PaperScans"
        );
        Assert.StartsWith(
            "A scan is stored for signature 11111111",
            Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason,
            StringComparison.Ordinal
        );
        await school.SqlAsync("DELETE FROM PaperScans WHERE AttestationId LIKE '11111111%'");

        await school.SqlAsync("DELETE FROM PaperScans");

        Assert.Equal(new ChainVerdict.Broken(signature, "The stored attestation is not the one that was recorded."), await school.VerifyAsync());
    }

    /// <summary>But for the triggers that were dropped, of which a check speaks last.</summary>
    private async Task AssertHoldsAsync()
    {
        var verdict = Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync());
        Assert.Matches("^0 The trigger [A-Za-z_]+ of the database is gone\\.$", $"{verdict.Number} {verdict.Reason}");
    }

    /// <summary>Each column of one row of each table, of one entry of each kind, and of the scan, with the entry that is to be named.</summary>
    private async Task<List<(string Table, string Column, string Where, long Number, EvidenceKind Kind)>> CellsAsync()
    {
        await using var db = await school.DbAsync();
        var cells = new List<(string, string, string, long, EvidenceKind)>();
        foreach (var table in await TablesAsync())
        {
            var (rowid, number) = ((long)(await school.ScalarAsync($"SELECT MAX(rowid) FROM \"{table}\""))!, 0L);
            number = (long)(await school.ScalarAsync($"SELECT EvidenceNumber FROM \"{table}\" WHERE rowid = {rowid}"))!;
            cells.AddRange((await ColumnsAsync(table)).Select(column => (table, column, $"rowid = {rowid}", number, TamperedPlace.KindOf(table))));
        }

        var paper = (long)(await school.ScalarAsync("SELECT EvidenceNumber FROM Attestations WHERE IsOnPaper = 1"))!;
        cells.AddRange((await ColumnsAsync("PaperScans")).Select(column => ("PaperScans", column, "1 = 1", paper, EvidenceKind.PolicySigned)));
        var published = (long)(await school.ScalarAsync("SELECT Number FROM Evidence WHERE Kind = 'PolicyPublished'"))!;
        cells.AddRange(
            (await ColumnsAsync("PolicyVersions"))
                .Where(column => column is not ("Text" or "Release"))
                .Select(column => ("PolicyVersions", column, "1 = 1", published, EvidenceKind.PolicyPublished))
        );
        foreach (
            var entry in await db
                .Evidence.AsNoTracking()
                .Where(entry => entry.Number == db.Evidence.Where(other => other.Kind == entry.Kind).Max(other => other.Number))
                .ToListAsync(TestContext.Current.CancellationToken)
        )
        {
            cells.AddRange(
                (await ColumnsAsync("Evidence"))
                    .Where(column => column != "Number")
                    .Select(column => ("Evidence", column, $"Number = {entry.Number}", entry.Number, entry.Kind))
            );
        }

        Assert.True(cells.Count > 300);
        return cells;
    }

    /// <summary>Every table whose rows claim an entry.</summary>
    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var db = await school.DbAsync();
        var filled = new List<string>();
        foreach (
            var table in db
                .Model.GetEntityTypes()
                .Where(type => type.FindProperty(nameof(Attestation.EvidenceNumber)) is not null)
                .Select(type => type.GetTableName()!)
        )
        {
            if ((long)(await school.ScalarAsync($"SELECT COUNT(*) FROM \"{table}\""))! > 0)
            {
                filled.Add(table);
            }
        }

        Assert.True(filled.Count >= 24);
        return filled;
    }

    private async Task<List<string>> ColumnsAsync(string table)
    {
        await using var db = await school.DbAsync();
        return await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A value as SQL writes it, with its first, middle or last letter changed, or with one letter in the other case.</summary>
    /// <param name="turn">Which of them, so that all of them come to all kinds of columns.</param>
    private static string Changed(string literal, int turn)
    {
        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return (number + 1).ToString(CultureInfo.InvariantCulture);
        }

        var (first, last) = (literal.IndexOf('\'', StringComparison.Ordinal) + 1, literal.Length - 2);
        if (literal == "NULL" || last < first)
        {
            return "'x'";
        }

        if (turn % 4 == 3 && first == 1 && Enumerable.Range(first, last).FirstOrDefault(place => char.IsAsciiLetter(literal[place])) is > 0 and var letter)
        {
            return Exchange(literal, letter, (char)(literal[letter] ^ ' '));
        }

        var place = (turn % 3) switch
        {
            0 => first,
            1 => (first + last) / 2,
            _ => last,
        };
        return Exchange(literal, place, literal[place] == '1' ? '2' : '1');
    }

    private static string Exchange(string text, int place, char letter) => string.Concat(text.AsSpan(0, place), letter.ToString(), text.AsSpan(place + 1));
}
