using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence;

/// <summary>Someone with a tool on the file touches no entry and no row of evidence, only what stands next to them: the check finds it all the same.</summary>
public sealed class NextToTheChainTests : IAsyncLifetime
{
    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        await school.HireAsync("Amelia Hart");
        await school.SignAsync(school.Headteacher, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Theory]
    [InlineData("DROP TRIGGER Evidence_never_change", "The trigger Evidence_never_change of the database is gone.")]
    [InlineData("DROP TRIGGER Attestations_never_replaced", "The trigger Attestations_never_replaced of the database is gone.")]
    [InlineData("DROP TRIGGER RequirementLines_count_insert", "The trigger RequirementLines_count_insert of the database is gone.")]
    [InlineData(
        "CREATE TRIGGER swallow BEFORE INSERT ON Corrections BEGIN SELECT RAISE(IGNORE); END",
        "The database has a trigger swallow that this program does not make."
    )]
    [InlineData(
        "DROP TRIGGER Chases_never_go; CREATE TRIGGER Chases_never_go BEFORE DELETE ON Chases WHEN 0 BEGIN SELECT 1; END",
        "The trigger Chases_never_go of the database is not as this program makes it."
    )]
    [InlineData("DROP INDEX IX_PersonChanges_At", "The index IX_PersonChanges_At of the database is gone.")]
    [InlineData("CREATE TABLE Notes (Id INTEGER)", "The database has a table Notes that this program does not make.")]
    [InlineData("PRAGMA foreign_keys=OFF; DROP TABLE QuizAttempts", "The index IX_QuizAttempts_EvidenceNumber of the database is gone.")]
    public async Task A_database_of_another_shape_is_told(string sql, string told)
    {
        await school.SqlAsync(sql);

        Assert.Equal(new ChainVerdict.Broken(0, told), await school.VerifyAsync());
    }

    [Fact]
    public async Task A_view_in_place_of_an_empty_table_is_told()
    {
        var columns = (string)(await school.ScalarAsync("SELECT group_concat('NULL AS \"' || name || '\"') FROM pragma_table_info('Corrections')"))!;
        await school.SqlAsync($"PRAGMA foreign_keys=OFF; DROP TABLE Corrections; CREATE VIEW Corrections AS SELECT {columns} WHERE 0");

        Assert.Equal(0, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Number);
    }

    [Theory]
    [InlineData("UPDATE School SET Name = 'Another School'", 1, "It set up Stocks Green Primary School, and the school is stored as Another School.")]
    [InlineData("UPDATE School SET IsDemonstration = 1 - IsDemonstration", 1, null)]
    [InlineData("DELETE FROM School", 1, "Stocks Green Primary School was set up here, and its row is gone.")]
    [InlineData("UPDATE Policies SET Title = 'Another Policy'", 3, null)]
    [InlineData("PRAGMA foreign_keys=OFF; DELETE FROM Policies", 3, null)]
    public async Task A_name_that_is_not_what_the_evidence_says_is_told(string sql, int entry, string? told)
    {
        Assert.True(await school.SqlAsync(sql) > 0);

        var broken = Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync());

        Assert.Equal((entry, told ?? broken.Reason), (broken.Number, broken.Reason));
    }

    [Theory]
    [InlineData("UPDATE RequirementLines SET State = 4, SignedOn = DueOn")]
    [InlineData("DELETE FROM RequirementLines")]
    [InlineData("DELETE FROM RequirementLines; DELETE FROM RequirementPeople; DELETE FROM RequirementCounts")]
    [InlineData("UPDATE RequirementLines SET DueOn = '2030-01-01'")]
    [InlineData("UPDATE RequirementLines SET State = 'x'")]
    [InlineData("UPDATE RequirementCounts SET Lines = Lines + 1")]
    [InlineData("UPDATE RequirementPeople SET EarliestDue = NULL")]
    public async Task A_list_of_who_must_sign_that_was_written_by_hand_is_told(string sql)
    {
        Assert.True(await school.SqlAsync(sql) > 0);

        Assert.Equal(0, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Number);
    }

    [Theory]
    [InlineData("INSERT INTO RequirementsToDerive (Scope, Key) VALUES ('all', '')")]
    [InlineData("DELETE FROM RequirementRules")]
    public async Task A_list_that_is_to_be_made_again_before_anyone_reads_it_is_no_fault(string sql)
    {
        await school.SqlAsync("UPDATE RequirementLines SET State = 4, SignedOn = DueOn; " + sql);

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_list_to_be_made_again_of_one_person_hides_no_other()
    {
        const string One = "(SELECT StaffId FROM RequirementLines WHERE State = 0 LIMIT 1)";
        await school.SqlAsync(
            $"INSERT INTO RequirementsToDerive (Scope, Key) SELECT 'person', {One}; "
                + $"UPDATE RequirementLines SET LongOverdueOn = '2030-01-01' WHERE StaffId = {One}"
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());

        await school.SqlAsync("UPDATE RequirementLines SET LongOverdueOn = '2030-01-01'");
        Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync());
    }

    [Fact]
    public async Task The_key_in_use_is_there_missing_or_not_a_key()
    {
        var keys = school.Get<SigningKeyStore>();
        Assert.Null(keys.Fault());

        await File.WriteAllTextAsync(school.Folder.SigningKey, "Dear parents", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(school.Folder.SigningKey, DateTime.UtcNow.AddMinutes(1));
        Assert.StartsWith($"{school.Folder.SigningKey} is not the school’s key", keys.Fault(), StringComparison.Ordinal);

        File.Delete(school.Folder.SigningKey);
        Assert.StartsWith($"{school.Folder.SigningKey} is missing", keys.Fault(), StringComparison.Ordinal);
    }
}
