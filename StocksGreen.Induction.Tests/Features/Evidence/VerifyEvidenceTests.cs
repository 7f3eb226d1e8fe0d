using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Evidence;

/// <summary>Someone with a tool on the file drops the triggers and changes one thing: whatever it is, the check finds it and names the entry.</summary>
public sealed class VerifyEvidenceTests : IAsyncLifetime
{
    private const string NoTriggers = """
        PRAGMA foreign_keys=OFF;
        DROP TRIGGER Evidence_never_change; DROP TRIGGER Evidence_never_go;
        DROP TRIGGER Attestations_never_change; DROP TRIGGER Attestations_never_go;
        DROP TRIGGER SectionConfirmations_never_change; DROP TRIGGER SectionConfirmations_never_go;
        DROP TRIGGER Chases_never_change; DROP TRIGGER Chases_never_go;
        DROP TRIGGER PolicyVersions_never_change; DROP TRIGGER PolicyVersions_never_go;
        """;

    // 1 set-up, 2 headteacher, 3 published, 4 chased, 5 to 7 confirmed, 8 signed, 9 to 11 confirmed, 12 signed.
    private const int Entries = 12;
    private const int PersonEntry = 2;
    private const int PublishedEntry = 3;
    private const int ChaseEntry = 4;
    private const int ConfirmationEntry = 6;
    private const int SignatureEntry = 8;

    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        var amelia = await school.HireAsync("Amelia Hart");
        school.Clock.Now += TimeSpan.FromMinutes(3);
        await school.AskAsync(
            (RecordChase chase) =>
                chase.ExecuteAsync(school.Headteacher, [(amelia.StaffId, version)], ChaseChannel.Email, TestContext.Current.CancellationToken)
        );
        await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromMinutes(3);
        await school.SignAsync(school.Headteacher, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_chain_that_nobody_touched_holds()
    {
        Assert.Equal(
            new ChainVerdict.Intact(Entries, (string)(await school.ScalarAsync($"SELECT Hash FROM Evidence WHERE Number = {Entries}"))!),
            await school.VerifyAsync()
        );
    }

    [Fact]
    public async Task An_empty_chain_holds()
    {
        await using var empty = await TestSchool.NotSetUpAsync();

        Assert.Equal(new ChainVerdict.Intact(0, EvidenceHash.Genesis), await empty.VerifyAsync());
    }

    [Fact]
    public async Task A_check_holds_while_people_sign()
    {
        var version = await school.PublishAsync(SmallPolicy.Amended);
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => school.HireAsync($"Person {number}")));
        var signing = Task.WhenAll(people.Select(person => Task.Run(() => school.SignAsync(person, version))));

        var verdicts = new List<ChainVerdict>();
        do
        {
            verdicts.Add(await school.VerifyAsync());
        } while (!signing.IsCompleted);

        await signing;
        Assert.All(verdicts, verdict => Assert.IsType<ChainVerdict.Intact>(verdict));
    }

    [Theory]
    [InlineData("Number", 6, "Number + 100", 7)]
    [InlineData("Kind", 6, "'PersonExempted'", 6)]
    [InlineData("Kind", 6, "'SectionConfirmedX'", 6)]
    [InlineData("At", 6, "replace(At, '2026', '2025')", 6)]
    [InlineData("At", 6, "strftime('%Y-%m-%d %H:%M:%S', At) || '.0000001'", 6)]
    [InlineData("At", 6, "'yesterday'", 6)]
    [InlineData("Subject", 6, "Subject || 'x'", 6)]
    [InlineData("Payload", 6, "Payload || ' '", 6)]
    [InlineData("Payload", 6, "''", 6)]
    [InlineData("Payload", 6, "NULL", 6)]
    [InlineData("PayloadHash", 6, "upper(PayloadHash)", 6)]
    [InlineData("PreviousHash", 6, "upper(PreviousHash)", 6)]
    [InlineData("Hash", 6, "upper(Hash)", 6)]
    [InlineData("Hash", Entries, "upper(Hash)", Entries)]
    [InlineData("Payload", 1, "replace(Payload, 'Green', 'Grey')", 1)]
    public async Task A_column_of_the_evidence_that_was_changed_is_found(string column, int number, string value, int named) =>
        Assert.Equal(named, await BrokenAfterAsync($"UPDATE Evidence SET {column} = {value} WHERE Number = {number}"));

    [Theory]
    [InlineData("Id", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("Id", "'not an id'")]
    [InlineData("StaffId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("StaffId", "'not an id'")]
    [InlineData("VersionId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("SignedAt", "replace(SignedAt, '2026', '2025')")]
    [InlineData("SignedAt", "strftime('%Y-%m-%d %H:%M:%S', SignedAt) || '.0000001'")]
    [InlineData("SignedAt", "'yesterday'")]
    [InlineData("EvidenceNumber", "12")]
    [InlineData("EvidenceNumber", "6")]
    [InlineData("EvidenceNumber", "999")]
    public async Task A_stored_field_of_a_signature_that_was_changed_is_found(string column, string value) =>
        Assert.Equal(SignatureEntry, await BrokenAfterAsync($"UPDATE Attestations SET {column} = {value} WHERE EvidenceNumber = {SignatureEntry}"));

    [Theory]
    [InlineData("StaffId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("VersionId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("VersionId", "'not an id'")]
    [InlineData("Ordinal", "77")]
    [InlineData("ConfirmedAt", "replace(ConfirmedAt, '2026', '2025')")]
    [InlineData("ConfirmedAt", "'yesterday'")]
    [InlineData("EvidenceNumber", "7")]
    [InlineData("EvidenceNumber", "999")]
    public async Task A_stored_field_of_a_confirmation_that_was_changed_is_found(string column, string value) =>
        Assert.Equal(
            ConfirmationEntry,
            await BrokenAfterAsync($"UPDATE SectionConfirmations SET {column} = {value} WHERE EvidenceNumber = {ConfirmationEntry}")
        );

    [Theory]
    [InlineData("Id", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("StaffId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("VersionId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("At", "replace(At, '2026', '2025')")]
    [InlineData("Channel", "'Telephone'")]
    [InlineData("Channel", "'Pigeon'")]
    [InlineData("ChasedBy", "ChasedBy || 'x'")]
    [InlineData("EvidenceNumber", "8")]
    public async Task A_stored_field_of_a_reminder_that_was_changed_is_found(string column, string value) =>
        Assert.Equal(ChaseEntry, await BrokenAfterAsync($"UPDATE Chases SET {column} = {value} WHERE EvidenceNumber = {ChaseEntry}"));

    [Theory]
    [InlineData("Id", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("PolicyId", "'11111111-1111-1111-1111-111111111111'")]
    [InlineData("PolicyId", "'not an id'")]
    [InlineData("Number", "2")]
    [InlineData("Text", "'{'")]
    [InlineData("Text", "'null'")]
    [InlineData("Text", "'{}'")]
    [InlineData("TextHash", "upper(TextHash)")]
    [InlineData("PublishedAt", "replace(PublishedAt, '2026', '2025')")]
    [InlineData("PublishedAt", "'yesterday'")]
    [InlineData("PublishedBy", "PublishedBy || 'x'")]
    [InlineData("SourceName", "SourceName || 'x'")]
    public async Task A_stored_field_of_a_version_that_was_changed_is_found(string column, string value) =>
        Assert.Equal(PublishedEntry, await BrokenAfterAsync($"UPDATE PolicyVersions SET {column} = {value}"));

    [Fact]
    public async Task A_word_of_a_published_policy_that_was_changed_is_found_wherever_it_stands() =>
        Assert.Empty(await UnfoundAsync("PolicyVersions", "Text", "1 = 1", PublishedEntry));

    [Theory]
    [InlineData(PublishedEntry)]
    [InlineData(ChaseEntry)]
    [InlineData(ConfirmationEntry)]
    [InlineData(SignatureEntry)]
    public async Task Every_fact_that_an_entry_seals_is_sealed(int number) =>
        Assert.Empty(await UnfoundAsync("Evidence", "Payload", $"Number = {number}", number));

    [Fact]
    public async Task An_entry_in_the_middle_that_was_deleted_is_missed() => Assert.Equal(7, await BrokenAfterAsync("DELETE FROM Evidence WHERE Number = 6"));

    [Fact]
    public async Task The_last_entry_is_missed_while_its_signature_is_there() =>
        Assert.Equal(Entries, await BrokenAfterAsync($"DELETE FROM Evidence WHERE Number = {Entries}"));

    [Theory]
    [InlineData("Attestations", SignatureEntry)]
    [InlineData("SectionConfirmations", ConfirmationEntry)]
    [InlineData("Chases", ChaseEntry)]
    public async Task A_row_that_was_deleted_is_missed(string table, int number) =>
        Assert.Equal(number, await BrokenAfterAsync($"DELETE FROM {table} WHERE EvidenceNumber = {number}"));

    [Fact]
    public async Task A_version_that_was_deleted_is_missed() => Assert.Equal(PublishedEntry, await BrokenAfterAsync("DELETE FROM PolicyVersions"));

    [Theory]
    [InlineData(SignatureEntry)]
    [InlineData(1)]
    [InlineData(ConfirmationEntry)]
    [InlineData(13)]
    public async Task A_signature_that_was_put_in_is_found_whatever_entry_it_claims(int claimed) =>
        Assert.Equal(
            claimed,
            await BrokenAfterAsync(
                "INSERT INTO Attestations (Id, StaffId, VersionId, Duty, SignedAt, IsOnPaper, EvidenceNumber) SELECT "
                    + $"'11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222', VersionId, Duty, SignedAt, IsOnPaper, {claimed} "
                    + "FROM Attestations LIMIT 1"
            )
        );

    [Fact]
    public async Task A_version_that_was_put_in_is_found_though_it_has_no_entry() =>
        Assert.Equal(
            0,
            await BrokenAfterAsync(
                "INSERT INTO PolicyVersions (Id, PolicyId, Number, Text, Release, TextHash, PublishedAt, PublishedBy, SourceName, InForceFrom) SELECT "
                    + "'11111111-1111-1111-1111-111111111111', PolicyId, 2, Text, Release, TextHash, PublishedAt, PublishedBy, SourceName, InForceFrom FROM "
                    + "PolicyVersions"
            )
        );

    [Theory]
    [InlineData("FullName", "'Helen Ashdowne'")]
    [InlineData("Email", "NULL")]
    [InlineData("JobTitle", "'Head'")]
    [InlineData("Audience", "'Volunteer'")]
    [InlineData("StartsOn", "'2026-09-15'")]
    [InlineData("EndsOn", "'2026-12-31'")]
    [InlineData("LineLead", "Id")]
    [InlineData("StaffNumber", "'7'")]
    public async Task A_person_whose_row_says_something_else_than_what_was_last_recorded_is_named(string column, string value)
    {
        await school.SqlAsync($"PRAGMA foreign_keys=OFF; UPDATE People SET {column} = {value} WHERE FullName = 'Helen Ashdown'");

        Assert.Equal(
            new ChainVerdict.Broken(PersonEntry, "What is stored about Helen Ashdown is not what was last recorded of them."),
            await school.VerifyAsync()
        );
    }

    [Fact]
    public async Task A_recorded_person_whose_row_is_gone_or_cannot_be_read_or_who_was_paused_by_hand_is_found()
    {
        await school.SqlAsync(
            "INSERT INTO Absences (Id, StaffId, \"From\") SELECT '11111111-1111-1111-1111-111111111111', Id, '2026-09-01' FROM People WHERE FullName "
                + "= 'Helen Ashdown'"
        );
        Assert.Equal(PersonEntry, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Number);
        await school.SqlAsync("DELETE FROM Absences");
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());

        await school.SqlAsync("UPDATE People SET StartsOn = 'long ago' WHERE FullName = 'Helen Ashdown'");
        Assert.Equal(new ChainVerdict.Broken(PersonEntry, "A row of a person or an absence cannot be read."), await school.VerifyAsync());

        await school.SqlAsync("PRAGMA foreign_keys=OFF; DELETE FROM People WHERE FullName = 'Helen Ashdown'");
        Assert.Equal(new ChainVerdict.Broken(PersonEntry, "Helen Ashdown is recorded here, and their row is gone."), await school.VerifyAsync());
    }

    [Fact]
    public async Task Someone_of_whom_nothing_was_recorded_is_not_recorded_and_not_broken()
    {
        await school.SqlAsync("UPDATE People SET JobTitle = 'Cook' WHERE FullName = 'Amelia Hart'");

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Facts_that_were_purged_by_the_rules_leave_the_chain_whole()
    {
        await school.SqlAsync($"UPDATE Evidence SET Payload = NULL WHERE Number IN ({PublishedEntry}, {ConfirmationEntry}, {SignatureEntry})");
        foreach (var number in new[] { PublishedEntry, ConfirmationEntry, SignatureEntry })
        {
            await school
                .Get<StocksGreen.Induction.Data.Evidence.EvidenceWriter>()
                .WriteAsync(
                    (_, log) =>
                        Task.FromResult(
                            log.Append(
                                EvidenceKind.PayloadPurged,
                                school.Clock.Now,
                                $"{number}",
                                PurgeFacts.Of(number, EvidenceKind.PolicySigned, "By the rules.").ToJson()
                            )
                        ),
                    TestContext.Current.CancellationToken
                );
        }

        Assert.Equal(Entries + 3, Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Entries);
    }

    /// <summary>Even someone who re-computes every hash must make the entry agree with the row.</summary>
    [Fact]
    public async Task A_chain_that_was_forged_whole_is_found_where_it_differs_from_the_rows()
    {
        await ForgeAsync(SignatureEntry, payload => payload.Replace("\"signedAt\":\"2026-09-14", "\"signedAt\":\"2026-09-13", StringComparison.Ordinal));

        Assert.Equal(new ChainVerdict.Broken(SignatureEntry, "The stored attestation is not the one that was recorded."), await school.VerifyAsync());
    }

    [Theory]
    [InlineData(PersonEntry)]
    [InlineData(PublishedEntry)]
    [InlineData(ChaseEntry)]
    [InlineData(ConfirmationEntry)]
    [InlineData(SignatureEntry)]
    public async Task Facts_that_nobody_would_seal_are_a_verdict_and_no_exception(int number)
    {
        var broken = new List<long?>();
        foreach (var facts in new[] { "", "null", "[]", "{}", """{"form":"a","form":"b"}""", """{"signer":null,"policy":null}""", new string('[', 5000) })
        {
            await ForgeAsync(number, _ => facts);
            broken.Add((await school.VerifyAsync() as ChainVerdict.Broken)?.Number);
        }

        Assert.All(broken, named => Assert.Equal(number, named));
    }

    [Fact]
    public async Task A_purge_that_cannot_be_read_is_a_verdict_and_no_exception()
    {
        await school
            .Get<StocksGreen.Induction.Data.Evidence.EvidenceWriter>()
            .WriteAsync(
                (_, log) => Task.FromResult(log.Append(EvidenceKind.PayloadPurged, school.Clock.Now, "6", """{"form":"purge/1" """)),
                TestContext.Current.CancellationToken
            );

        Assert.Equal(new ChainVerdict.Broken(Entries + 1, "Its facts are not in a form that this program writes."), await school.VerifyAsync());
    }

    /// <summary>Writes other facts into an entry, computes every hash again and signs each, as anyone who has the key as well can.</summary>
    private async Task ForgeAsync(int number, Func<string, string> forge)
    {
        if ((long)(await school.ScalarAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'Evidence_never_change'"))! > 0)
        {
            await school.SqlAsync(NoTriggers);
        }

        var sign = school.Get<StocksGreen.Induction.Data.Evidence.EvidenceSigner>().Signer();
        await using var db = await school.DbAsync();
        var entries = await db.Evidence.OrderBy(entry => entry.Number).AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        await school.SqlAsync("PRAGMA foreign_keys=OFF; DELETE FROM Evidence");
        EvidenceEntry? last = null;
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF", TestContext.Current.CancellationToken);
        foreach (var entry in entries)
        {
            last = EvidenceEntry.Append(last, entry.Kind, entry.At, entry.Subject, entry.Number == number ? forge(entry.Payload!) : entry.Payload!);
            sign(last);
            db.Evidence.Add(last);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Changes every leaf of a JSON column in turn, and says which changes no one noticed.</summary>
    private async Task<List<string>> UnfoundAsync(string table, string column, string where, int number)
    {
        await school.SqlAsync(NoTriggers);
        var original = (string)(await school.ScalarAsync($"SELECT {column} FROM {table} WHERE {where}"))!;
        var leaves = Leaves(JsonNode.Parse(original)!).Select(leaf => leaf.GetPath()).ToList();
        Assert.True(leaves.Count >= 8);
        var unfound = new List<string>();
        foreach (var path in leaves)
        {
            var changed = JsonNode.Parse(original)!;
            var leaf = Leaves(changed).Single(leaf => leaf.GetPath() == path);
            leaf.ReplaceWith(
                leaf.GetValueKind() switch
                {
                    System.Text.Json.JsonValueKind.Number => JsonValue.Create(leaf.GetValue<int>() + 1),
                    System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
                    System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
                    _ => JsonValue.Create(leaf.GetValue<string>() + "x"),
                }
            );
            await WriteAsync(changed.ToJsonString());
            if (await school.VerifyAsync() is not ChainVerdict.Broken broken || broken.Number != number)
            {
                unfound.Add(path);
            }
        }

        await WriteAsync(original);
        Assert.Equal(new ChainVerdict.Broken(0, "The trigger Attestations_never_change of the database is gone."), await school.VerifyAsync());
        return unfound;

        Task WriteAsync(string json) => school.SqlAsync($"UPDATE {table} SET {column} = '{json.Replace("'", "''", StringComparison.Ordinal)}' WHERE {where}");
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject fields => fields.Where(field => field.Value is not null).SelectMany(field => Leaves(field.Value!)),
            JsonArray items => items.OfType<JsonNode>().SelectMany(Leaves),
            _ => [node],
        };

    private async Task<long?> BrokenAfterAsync(string sql)
    {
        Assert.True(await school.SqlAsync(NoTriggers + sql) > 0, "Nothing was changed.");
        return (await school.VerifyAsync() as ChainVerdict.Broken)?.Number;
    }
}
