using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Outbox;

/// <summary>Every notice is evidence, and a signature shows the notices before it and what became of each.</summary>
public sealed class NoticeEvidenceTests : IAsyncLifetime
{
    private readonly TestMailServer server = new();
    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await MailSchool.OpenAsync(server);
        server.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_signature_shows_each_notice_before_it_with_what_became_of_it()
    {
        var version = await MailSchool.PublishAsync(school);
        await MailSchool.RoundAsync(school);
        school.Clock.Now += TimeSpan.FromHours(3);
        var attestation = await school.SignAsync(school.Headteacher, version);

        await using var db = await school.DbAsync();
        var payload = (await db.Evidence.SingleAsync(entry => entry.Kind == EvidenceKind.PolicySigned, TestContext.Current.CancellationToken)).Payload!;
        var facts = AttestationFacts.Parse(payload);
        Assert.Equal(attestation.Value, facts.Attestation);
        Assert.Equal(
            [
                new AttestationFacts.NoticeFacts(
                    MailSchool.HalfPastSeven,
                    "Email",
                    "The school’s reminders",
                    "taken by the mail server on 14 September 2026, 07:30 BST"
                ),
            ],
            facts.Path!.Notices
        );
    }

    [Theory]
    [InlineData("Notices", "Address", "'other@school.example'", "e-mail")]
    [InlineData("NoticeOutcomes", "Detail", "'250 other'", "outcome of an e-mail")]
    [InlineData("Chases", "NoticeId", "NULL", "reminder")]
    public async Task Nobody_changes_what_was_sent_or_what_became_of_it_unseen(string table, string column, string value, string noun)
    {
        await MailSchool.PublishAsync(school);
        await MailSchool.RoundAsync(school);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => school.SqlAsync($"UPDATE {table} SET {column} = {value}"));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => school.SqlAsync($"PRAGMA foreign_keys=OFF; DELETE FROM {table}"));

        await school.SqlAsync($"DROP TRIGGER {table}_never_change; UPDATE {table} SET {column} = {value}");

        Assert.Contains(noun, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason, StringComparison.Ordinal);
    }
}
