using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Configurations;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Evidence;

/// <summary>The database itself refuses to change what proves something, no matter who asks and how.</summary>
public sealed class AppendOnlyTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private List<string> tables = [];

    public async ValueTask InitializeAsync()
    {
        school = await CeremonySteps.EverythingOnceAsync();
        await using var db = await school.DbAsync();
        tables = [.. db.Model.GetEntityTypes().Where(AppendOnlyTables.IsAppendOnly).Select(type => type.GetTableName()!)];
        Assert.Superset(
            new HashSet<string>
            {
                "Evidence",
                "Attestations",
                "SectionConfirmations",
                "Chases",
                "PolicyVersions",
                "AudienceDecisions",
                "KeyRoleChanges",
                "EditionsInForce",
                "PaperScans",
                "Crests",
            },
            tables.ToHashSet()
        );
        Assert.True(tables.Count >= 38);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task No_column_of_a_row_that_proves_something_can_be_updated()
    {
        var changed = new List<string>();
        foreach (var table in tables)
        {
            foreach (var column in await ColumnsAsync(table))
            {
                if (await IsTakenAsync($"UPDATE {table} SET \"{column}\" = \"{column}\""))
                {
                    changed.Add($"{table}.{column}");
                }
            }
        }

        Assert.Empty(changed);
    }

    [Fact]
    public async Task No_row_that_proves_something_can_be_deleted()
    {
        foreach (var table in tables)
        {
            Assert.False(await IsTakenAsync($"DELETE FROM {table}"), table);
            Assert.False(await IsTakenAsync($"DELETE FROM {table} WHERE rowid = (SELECT MAX(rowid) FROM {table})"), table);
        }
    }

    /// <summary>REPLACE deletes without asking the triggers on DELETE.</summary>
    [Fact]
    public async Task No_row_that_proves_something_can_be_replaced()
    {
        foreach (var table in tables)
        {
            Assert.False(await IsTakenAsync($"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"), table);
        }

        Assert.False(
            await IsTakenAsync(
                "INSERT OR REPLACE INTO Attestations (Id, StaffId, VersionId, Duty, SignedAt, IsOnPaper, EvidenceNumber) SELECT 'another', StaffId, "
                    + "VersionId, Duty, SignedAt, IsOnPaper, EvidenceNumber FROM Attestations"
            )
        );
        Assert.False(
            await IsTakenAsync(
                "INSERT OR REPLACE INTO Evidence SELECT Number + 100, Kind, At, Subject, Payload, PayloadHash, PreviousHash, Hash, Signature, "
                    + "SignedWith FROM Evidence"
            )
        );
        Assert.False(
            await IsTakenAsync(
                "INSERT OR REPLACE INTO Packs (Id, At, PackId, Number, Name, Audience, JobTitles, Policies, Briefings, DueSchoolDays, \"From\", "
                    + "IsInUse, DecidedBy, DecidedByName, EvidenceNumber) SELECT 'another', At, PackId, Number, Name, Audience, JobTitles, Policies, "
                    + "Briefings, DueSchoolDays, \"From\", IsInUse, DecidedBy, DecidedByName, EvidenceNumber FROM Packs"
            )
        );
        Assert.False(
            await IsTakenAsync(
                "INSERT OR REPLACE INTO PolicyVersions (Id, PolicyId, Number, Text, Release, TextHash, PublishedAt, PublishedBy, SourceName) SELECT "
                    + "'another', PolicyId, Number, Text, Release, TextHash, PublishedAt, PublishedBy, SourceName FROM PolicyVersions"
            )
        );
    }

    [Fact]
    public async Task Entity_Framework_is_refused_like_everybody_else()
    {
        await using var db = await school.DbAsync();

        await RefusedAsync(() => db.Evidence.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await RefusedAsync(() =>
            db.Evidence.ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Subject, "other"), TestContext.Current.CancellationToken)
        );
        await RefusedAsync(() =>
            db.Attestations.ExecuteUpdateAsync(
                row => row.SetProperty(attestation => attestation.SignedAt, TestSchool.Monday.AddDays(-9)),
                TestContext.Current.CancellationToken
            )
        );
        await RefusedAsync(() => db.Confirmations.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await RefusedAsync(() => db.Chases.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await RefusedAsync(() =>
            db.Versions.ExecuteUpdateAsync(row => row.SetProperty(version => version.PublishedBy, "Someone else"), TestContext.Current.CancellationToken)
        );

        var attestation = await db.Attestations.FirstAsync(TestContext.Current.CancellationToken);
        db.Entry(attestation).Property(row => row.SignedAt).CurrentValue = TestSchool.Monday.AddDays(-9);
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal("SQLite Error 19: 'Attestations is append-only: its rows never change.'.", fault.InnerException!.Message);
    }

    [Fact]
    public async Task Retention_may_empty_the_facts_of_an_entry_and_nothing_else_with_them()
    {
        Assert.False(await IsTakenAsync("UPDATE Evidence SET Payload = NULL, Subject = 'other' WHERE Number = 2"));
        Assert.False(await IsTakenAsync("UPDATE Evidence SET Payload = '' WHERE Number = 2"));
        Assert.True(await IsTakenAsync("UPDATE Evidence SET Payload = NULL WHERE Number = 2"));
        Assert.False(await IsTakenAsync("UPDATE Evidence SET Payload = 'afterwards' WHERE Number = 2"));
        Assert.False(await IsTakenAsync("UPDATE Evidence SET Payload = NULL WHERE Number = 2"));
        Assert.Equal(new ChainVerdict.Broken(2, "Its facts are gone and no later entry says that they were purged."), await school.VerifyAsync());
    }

    /// <summary>A row goes with its facts and not before.</summary>
    [Fact]
    public async Task A_row_of_the_ceremony_goes_only_once_the_facts_of_its_entry_have_gone()
    {
        Assert.False(await IsTakenAsync("DELETE FROM VisitorReminders"));
        Assert.True(await IsTakenAsync("UPDATE Evidence SET Payload = NULL WHERE Kind = 'VisitorReminded'"));
        Assert.True(await IsTakenAsync("DELETE FROM VisitorReminders"));
    }

    private static async Task RefusedAsync(Func<Task> act) =>
        Assert.Contains("is append-only: its rows never change.", (await Assert.ThrowsAsync<SqliteException>(act)).Message, StringComparison.Ordinal);

    private async Task<List<string>> ColumnsAsync(string table)
    {
        await using var db = await school.DbAsync();
        return await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<bool> IsTakenAsync(string sql)
    {
        try
        {
            // Off, as in most tools: a refusal must not hang on who happens to point at the row.
            return await school.SqlAsync("PRAGMA foreign_keys=OFF; " + sql) > 0;
        }
        catch (SqliteException fault) when (fault.Message.Contains("append-only", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
