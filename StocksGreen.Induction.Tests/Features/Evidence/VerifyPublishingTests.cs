using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Policies.Reviews;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence;

/// <summary>
/// What was decided when policies were published is as well kept as signatures: whatever is changed in the file is found and its entry named.
/// </summary>
public sealed class VerifyPublishingTests : IAsyncLifetime
{
    // 1 set-up, 2 headteacher, 3 published, 4 audiences, 5 key role, 6 edition, 7 to 9 confirmed, 10 signed.
    private const int Published = 3;
    private const int Audiences = 4;
    private const int KeyRoleEntry = 5;
    private const int EditionEntry = 6;
    private const int Signed = 10;

    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        await school.AskAsync(
            (DecideAudiences decide) =>
                decide.ExecuteAsync(school.Headteacher, version, AudienceDuty.Usual, "Helen Ashdown", TestContext.Current.CancellationToken)
        );
        await school.AskAsync(
            (ChangeKeyRole change) =>
                change.ExecuteAsync(school.Headteacher, KeyRole.NamedGovernor, "Priya Nair", new DateOnly(2026, 9, 1), TestContext.Current.CancellationToken)
        );
        await school.AskAsync(
            (RecordEdition record) => record.ExecuteAsync(school.Headteacher, "KCSIE 2025", new DateOnly(2025, 9, 1), TestContext.Current.CancellationToken)
        );
        await school.SignAsync(school.Headteacher, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_chain_that_nobody_touched_holds() => Assert.Equal(Signed, Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Entries);

    [Theory]
    [InlineData(Audiences, "AudienceDecisions", "Id", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData(Audiences, "AudienceDecisions", "VersionId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData(Audiences, "AudienceDecisions", "Duties", "replace(Duties, 'ShortSignature', 'ReminderOnly')")]
    [InlineData(Audiences, "AudienceDecisions", "Duties", "'nonsense'")]
    [InlineData(Audiences, "AudienceDecisions", "At", "replace(At, '2026', '2025')")]
    [InlineData(Audiences, "AudienceDecisions", "DecidedBy", "'Someone else'")]
    [InlineData(Audiences, "AudienceDecisions", "EvidenceNumber", "6")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "Id", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "Role", "'DesignatedSafeguardingLead'")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "Role", "'Nobody'")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "Holder", "'Someone else'")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "\"From\"", "'2026-09-02'")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "At", "replace(At, '2026', '2025')")]
    [InlineData(KeyRoleEntry, "KeyRoleChanges", "RecordedBy", "'Someone else'")]
    [InlineData(EditionEntry, "EditionsInForce", "Id", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData(EditionEntry, "EditionsInForce", "Name", "'KCSIE '")]
    [InlineData(EditionEntry, "EditionsInForce", "Year", "2026")]
    [InlineData(EditionEntry, "EditionsInForce", "\"From\"", "'2026-09-01'")]
    [InlineData(EditionEntry, "EditionsInForce", "RecordedBy", "'Someone else'")]
    [InlineData(Published, "PolicyVersions", "Release", "replace(Release, 'Governor', 'Visitor')")]
    [InlineData(Published, "PolicyVersions", "Release", "replace(Release, 'Helen Ashdown', 'Someone else')")]
    [InlineData(Published, "PolicyVersions", "Release", "'{}'")]
    [InlineData(Signed, "Attestations", "Duty", "'ShortSignature'")]
    public async Task A_stored_field_that_was_changed_is_found_and_its_entry_named(int entry, string table, string column, string value)
    {
        await school.SqlAsync($"PRAGMA foreign_keys=OFF; DROP TRIGGER {table}_never_change; UPDATE {table} SET {column} = {value}");

        Assert.Equal(entry, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Number);
    }

    [Theory]
    [InlineData("AudienceDecisions", Audiences)]
    [InlineData("KeyRoleChanges", KeyRoleEntry)]
    [InlineData("EditionsInForce", EditionEntry)]
    public async Task A_row_that_was_taken_out_is_missed(string table, int entry)
    {
        await school.SqlAsync($"PRAGMA foreign_keys=OFF; DROP TRIGGER {table}_never_go; DELETE FROM {table}");

        Assert.Equal(entry, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Number);
    }
}
