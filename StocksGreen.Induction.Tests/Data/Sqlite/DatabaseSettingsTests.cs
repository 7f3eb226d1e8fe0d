using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Sqlite;

public sealed class DatabaseSettingsTests
{
    private const long Full = 2;

    [Fact]
    public async Task What_was_answered_is_on_the_disk_and_readers_never_wait_for_writers()
    {
        await using var school = await TestSchool.NotSetUpAsync();

        Assert.Equal("wal", await school.ScalarAsync("PRAGMA journal_mode"));
        Assert.Equal(Full, await school.ScalarAsync("PRAGMA synchronous"));
        Assert.Equal(1L, await school.ScalarAsync("PRAGMA foreign_keys"));
        Assert.Equal("ok", await school.ScalarAsync("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task An_instant_is_stored_in_UTC_whatever_offset_it_came_with()
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        await using (var db = await school.DbAsync())
        {
            var inBritishSummer = new DateTimeOffset(2026, 9, 14, 16, 5, 9, 123, TimeSpan.FromHours(1));
            db.Chases.Add(
                new Chase(
                    Guid.NewGuid(),
                    inBritishSummer,
                    school.Headteacher.StaffId,
                    version,
                    ChaseChannel.InPerson,
                    new DateOnly(2026, 9, 18),
                    "Ruth Pemberton",
                    null,
                    null
                )
                {
                    EvidenceNumber = 1,
                }
            );
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("2026-09-14 15:05:09.123", await school.ScalarAsync("SELECT At FROM Chases"));
        await using var again = await school.DbAsync();
        var at = (await again.Chases.SingleAsync(TestContext.Current.CancellationToken)).At;
        Assert.Equal((new DateTime(2026, 9, 14, 15, 5, 9, 123), TimeSpan.Zero), (at.DateTime, at.Offset));
    }

    [Fact]
    public async Task One_person_has_one_signature_of_one_version_no_matter_who_writes_it()
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        await school.SignAsync(school.Headteacher, version);

        var fault = await Assert.ThrowsAsync<SqliteException>(() =>
            school.SqlAsync("INSERT INTO Attestations SELECT 'another', StaffId, VersionId, SignedAt, EvidenceNumber FROM Attestations")
        );

        Assert.Contains("Attestations", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Attestations"));
    }

    [Fact]
    public async Task A_person_with_evidence_cannot_be_deleted()
    {
        await using var school = await TestSchool.OpenAsync();
        await school.SignAsync(school.Headteacher, await school.PublishAsync());

        var fault = await Assert.ThrowsAsync<SqliteException>(() => school.SqlAsync("DELETE FROM Accounts; DELETE FROM People"));

        Assert.Equal("SQLite Error 19: 'FOREIGN KEY constraint failed'.", fault.Message);
    }

    [Fact]
    public async Task A_policy_reads_back_from_the_store_as_it_was_published()
    {
        await using var school = await TestSchool.OpenAsync();
        var policy = StocksGreen.Induction.Features.Policies.SamplePolicy.Read().Policy;
        await school.PublishAsync(policy, [Audience.Employee, Audience.Visitor]);
        await using var db = await school.DbAsync();

        var version = await db.Versions.SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            StocksGreen.Induction.Domain.PolicyText.PolicyMarkdown.Whole(policy),
            StocksGreen.Induction.Domain.PolicyText.PolicyMarkdown.Whole(version.Text)
        );
        Assert.Equal((policy.BasedOn, policy.NextReview, policy.School), (version.Text.BasedOn, version.Text.NextReview, version.Text.School));
        Assert.Equal(policy.LinkedPolicies, version.Text.LinkedPolicies);
        Assert.Equal([Audience.Employee, Audience.Visitor], version.Release.Duties.Select(duty => duty.Audience));
    }
}
