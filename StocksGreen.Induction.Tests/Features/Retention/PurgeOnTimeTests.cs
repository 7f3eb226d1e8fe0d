using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Features.Visitors;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Retention;

/// <summary>What is deleted, when, and that the chain says so and holds.</summary>
public sealed class PurgeOnTimeTests : IAsyncLifetime
{
    private static readonly string[] Letters = ["sent", "on its way"];

    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        version = await school.PublishAsync(duties: [.. SmallPolicy.ForEverybody, new AudienceDuty(Audience.Visitor, Duty.ReminderOnly, [1])]);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Detailed_times_go_thirty_days_after_the_signature_and_not_before()
    {
        var signature = await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(30);
        Assert.Equal(0, await PurgeAsync());
        Assert.Equal(3, await school.CountAsync<PartReading>());
        Assert.Equal("to be deleted after 14 October 2026", await TimesAsync(signature));

        school.Clock.Now += TimeSpan.FromMilliseconds(1);

        Assert.Equal(3, await PurgeAsync());
        Assert.Equal(0, await school.CountAsync<PartReading>());
        Assert.Equal(3, await school.CountAsync<SectionConfirmation>());
        Assert.Equal("deleted on 14 October 2026, as evidence entries 8, 9, 10 say", await TimesAsync(signature));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task What_is_printed_afterwards_says_that_times_were_deleted_and_keeps_the_rest()
    {
        var signature = await school.SignAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromDays(31);
        await PurgeAsync();

        var (certificate, _) = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, signature, TestContext.Current.CancellationToken))
        )!.Value;

        Assert.All(
            certificate.Sections,
            section => Assert.True(section is { AreTimesDeleted: true, ShownAt: null, EndReachedAt: null, ConfirmedAt: not null })
        );
        Assert.Equal("Far faster than people read: in 0 seconds; about 1 minute of text", certificate.Record.Single(line => line.Name == "Pace").Value);
    }

    [Fact]
    public async Task What_someone_has_not_signed_stays_while_it_is_asked_of_them()
    {
        await school.ConfirmAsync(amelia, version, 0, school.Clock.Now);
        school.Clock.Now += TimeSpan.FromDays(400);

        Assert.Equal(0, await PurgeAsync());
        Assert.Equal(1, await school.CountAsync<PartReading>());
    }

    [Fact]
    public async Task Of_someone_who_left_without_signing_they_go_thirty_days_after_the_last_day()
    {
        await school.ConfirmAsync(amelia, version, 0, school.Clock.Now);
        await school.ShowAsync(amelia, version, 1);
        await school.LeaveAsync(amelia, new DateOnly(2026, 10, 2));

        await GoOverAsync(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1), "the person has left");
    }

    [Fact]
    public async Task Of_a_version_that_was_replaced_they_go_thirty_days_later()
    {
        await school.ConfirmAsync(amelia, version, 0, school.Clock.Now);
        await school.ShowAsync(amelia, version, 1);
        var grace = await school.HireAsync("Grace Adeyemi");
        school.Clock.Now += TimeSpan.FromDays(20);
        var newer = await school.PublishAsync(SmallPolicy.Amended);
        await school.ShowAsync(grace, newer, 0);

        await GoOverAsync(school.Clock.Now.AddDays(30), TimeSpan.FromMilliseconds(1), "a newer version", left: 1);
    }

    [Fact]
    public async Task Of_a_policy_that_is_no_longer_asked_of_a_group_they_go_thirty_days_later()
    {
        await school.ConfirmAsync(amelia, version, 0, school.Clock.Now);
        var june = await school.HireAsync("June Cooke", Audience.Governor);
        await school.ShowAsync(june, version, 0);
        (
            await school.AskAsync(
                (DecideAudiences decide) =>
                    decide.ExecuteAsync(
                        school.Headteacher,
                        version,
                        AudienceDuty.InFull([Audience.Governor]),
                        "Helen Ashdown",
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();

        await GoOverAsync(school.Clock.Now.AddDays(30), TimeSpan.FromMilliseconds(1), "the policy was no longer asked", left: 1);
    }

    [Fact]
    public async Task Of_someone_who_is_exempt_they_go_thirty_days_later()
    {
        await school.ConfirmAsync(amelia, version, 0, school.Clock.Now);
        await school.ExemptAsync(amelia, version, new DateOnly(2026, 9, 14));

        await GoOverAsync(new DateTimeOffset(2026, 10, 14, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1), "the policy was no longer asked");
    }

    [Fact]
    public async Task Whose_an_emptied_confirmation_was_can_still_be_compared()
    {
        await school.SignAsync(amelia, version);
        var grace = await school.HireAsync("Grace Adeyemi");
        school.Clock.Now += TimeSpan.FromDays(31);
        await PurgeAsync();

        await school.SqlAsync("DROP TRIGGER SectionConfirmations_never_change");
        await school.SqlAsync($"UPDATE SectionConfirmations SET StaffId = '{grace.StaffId.Value.ToString().ToUpperInvariant()}' WHERE Ordinal = 1");

        Assert.Equal("The stored confirmation is not the one that was recorded.", Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason);
    }

    [Fact]
    public async Task Visitors_go_after_ninety_days_with_their_row()
    {
        (
            await school.AskAsync(
                (RemindVisitor remind) => remind.ExecuteAsync("Ellis Barraclough", "", [version], "192.0.2.7", TestContext.Current.CancellationToken)
            )
        ).Value();
        school.Clock.Now += TimeSpan.FromDays(90);
        Assert.Equal(0, await PurgeAsync());

        school.Clock.Now += TimeSpan.FromMilliseconds(1);

        Assert.Equal(1, await PurgeAsync());
        Assert.Equal(0, await school.CountAsync<VisitorReminder>());
        await using var db = await school.DbAsync();
        Assert.DoesNotContain(
            await db.Evidence.Select(entry => entry.Payload).ToListAsync(TestContext.Current.CancellationToken),
            payload => payload?.Contains("Barraclough", StringComparison.Ordinal) == true
        );
        Assert.Equal(
            """{"form":"purge/1","entry":4,"kind":"VisitorReminded","rule":"Visitors are kept for 90 days."}""",
            (await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken)).Payload
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_row_that_goes_while_its_facts_are_there_is_missed_even_when_an_entry_claims_a_purge()
    {
        (
            await school.AskAsync(
                (RemindVisitor remind) => remind.ExecuteAsync("Ellis Barraclough", "", [version], "192.0.2.7", TestContext.Current.CancellationToken)
            )
        ).Value();
        await school
            .Get<EvidenceWriter>()
            .WriteAsync(
                (_, log) => Task.FromResult(log.Append(EvidenceKind.PayloadPurged, school.Clock.Now, "4", "{}")),
                TestContext.Current.CancellationToken
            );
        await school.SqlAsync("DROP TRIGGER VisitorReminders_never_go; DELETE FROM VisitorReminders");

        Assert.Equal(new ChainVerdict.Broken(4, "The visitor's reminder that it recorded is gone."), await school.VerifyAsync());
    }

    /// <summary>Who left on 31 August 2026 is six years gone on 31 August 2032, and the history is kept to the end of that school year.</summary>
    [Theory]
    [InlineData("2026-08-31", "2032-08-31T22:59:00Z", false)]
    [InlineData("2026-08-31", "2032-08-31T23:00:00Z", true)]
    [InlineData("2026-09-01", "2033-08-31T22:59:00Z", false)]
    [InlineData("2026-09-01", "2033-08-31T23:00:00Z", true)]
    [InlineData(null, "2050-01-01T09:00:00Z", false)]
    public async Task What_was_entered_about_someone_goes_six_school_years_after_they_left(string? lastDay, string now, bool isGone)
    {
        var person = await AddAsync("Robert Evershed", lastDay is null ? null : DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture));
        school.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        await PurgeAsync();

        await using var db = await school.DbAsync();
        Assert.Equal(isGone ? 0 : 1, await db.PersonChanges.CountAsync(change => change.StaffId == person, TestContext.Current.CancellationToken));
        Assert.Equal(
            !isGone,
            (await db.Evidence.Select(entry => entry.Payload).ToListAsync(TestContext.Current.CancellationToken)).Exists(payload =>
                payload?.Contains("Evershed", StringComparison.Ordinal) == true
            )
        );
        Assert.Equal(1, await db.People.CountAsync(row => row.Id == person, TestContext.Current.CancellationToken));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task The_text_of_a_letter_goes_a_year_after_it_was_sent_and_who_was_written_to_stays()
    {
        await school
            .Get<EvidenceWriter>()
            .WriteAsync(
                async (db, log) =>
                {
                    foreach (var reason in Letters)
                    {
                        var notice = new Notice(
                            Guid.NewGuid(),
                            school.Clock.Now,
                            reason,
                            NoticeKind.Digest,
                            amelia.StaffId,
                            "amelia@school.example",
                            "Subject",
                            Sha256Hex.Compute("text"),
                            [],
                            [],
                            "test"
                        );
                        await db.QueueAsync(log, notice, "Amelia Hart", "text", "html", TestContext.Current.CancellationToken);
                    }

                    db.OutboxMails.Local.Single(mail => mail.Reason == "sent").End(school.Clock.Now, NoticeResult.Accepted, "250 Ok");
                    return true;
                },
                TestContext.Current.CancellationToken
            );
        school.Clock.Now += TimeSpan.FromDays(365);
        await PurgeAsync();
        Assert.Equal(["text html", "text html"], await TextsAsync());

        school.Clock.Now += TimeSpan.FromMilliseconds(1);
        await PurgeAsync();

        Assert.Equal(["text html", " "], await TextsAsync());
        await using var db = await school.DbAsync();
        Assert.Equal(
            ("amelia@school.example", "Subject"),
            await db
                .OutboxMails.Where(mail => mail.Reason == "sent")
                .Select(mail => ValueTuple.Create(mail.ToAddress, mail.Subject))
                .SingleAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(Sha256Hex.Compute("text"), (await db.Notices.SingleAsync(row => row.Reason == "sent", TestContext.Current.CancellationToken)).TextHash);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    /// <summary>Days are counted as days, also where one of them had 23 or 25 hours.</summary>
    [Theory]
    [InlineData("2026-10-01T08:00:00Z")]
    [InlineData("2027-03-01T08:00:00Z")]
    public async Task The_change_of_the_clocks_neither_hastens_nor_delays_a_purge(string signedAt)
    {
        school.Clock.Now = DateTimeOffset.Parse(signedAt, System.Globalization.CultureInfo.InvariantCulture);
        await school.SignAsync(amelia, version);
        var at = school.Clock.Now;

        school.Clock.Now = at.AddDays(30);
        Assert.Equal(0, await PurgeAsync());
        school.Clock.Now = at.AddDays(30).AddSeconds(1);
        Assert.Equal(3, await PurgeAsync());
    }

    /// <summary>One confirmation is there until a moment, and gone soon after it; all notes of reading but some go with it.</summary>
    private async Task GoOverAsync(DateTimeOffset lastMoment, TimeSpan after, string since, int left = 0)
    {
        school.Clock.Now = lastMoment;
        Assert.Equal(0, await PurgeAsync());

        school.Clock.Now += after;
        Assert.Equal(1, await PurgeAsync());

        Assert.Equal((left, 1), (await school.CountAsync<PartReading>(), await school.CountAsync<SectionConfirmation>()));
        await using var db = await school.DbAsync();
        var said = (await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken)).Payload!;
        Assert.Contains(
            $"\"rule\":\"Detailed times of reading are kept for 30 days after {since}.\",\"person\":\"{amelia.StaffId}\"",
            said,
            StringComparison.Ordinal
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        Assert.Equal(0, await PurgeAsync());
    }

    private async Task<StaffId> AddAsync(string fullName, DateOnly? lastDay)
    {
        var person = new StaffMember(StaffId.New(), fullName, null, "Cook", Audience.Employee, new DateOnly(2020, 9, 1), lastDay);
        await school
            .Get<EvidenceWriter>()
            .WriteAsync(
                (db, log) =>
                {
                    log.AddPerson(db, person, school.Clock.Now, school.Headteacher, source: null);
                    return Task.FromResult(true);
                },
                TestContext.Current.CancellationToken
            );
        return person.Id;
    }

    private async Task<List<string>> TextsAsync()
    {
        await using var db = await school.DbAsync();
        return await db.OutboxMails.OrderBy(mail => mail.Reason).Select(mail => mail.Text + " " + mail.Html).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> PurgeAsync()
    {
        (await school.Get<ConfirmDate>().ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)).Value();
        return (await school.Get<PurgeOnTime>().ExecuteAsync(TestContext.Current.CancellationToken)).GetValueOrDefault(-1);
    }

    private async Task<string?> TimesAsync(AttestationId id) =>
        (await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, id, TestContext.Current.CancellationToken)))!
            .Value.Certificate.Afterwards.Single(line => line.Name == "Detailed times of reading")
            .Value;
}
