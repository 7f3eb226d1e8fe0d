using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports;

/// <summary>What the office prints: published on Monday 14 September 2026, and one has signed.</summary>
public sealed class OfficePapersTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;
    private Actor signed = null!;
    private Actor open = null!;
    private PolicyId policy;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        signed = await school.HireAsync("Daniel Okafor");
        open = await school.HireAsync("Amelia Hart", jobTitle: "Teaching assistant");
        await school.PauseAsync(await school.HireAsync("Wendy Maltravers"), new DateOnly(2026, 9, 1));
        await school.HireAsync("Robert Evershed", endsOn: new DateOnly(2026, 9, 18));
        await school.SignAsync(signed, version);
        school.Clock.Now = new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);
        await using var db = await school.DbAsync();
        policy = db.Policies.Single().Id;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_sign_off_sheet_lists_who_is_in_post_and_has_not_signed()
    {
        var sheet = (await SheetAsync(office))!;

        Assert.Equal(
            [("Amelia Hart", "Teaching assistant", null), ("Helen Ashdown", "Headteacher", null), ("Ruth Pemberton", "School office manager", null)],
            sheet.People
        );
        Assert.Equal((1, "Visitors Policy", "1", true), (sheet.Signed, sheet.PolicyTitle, sheet.Version, sheet.IsReviewOverdue));
        Assert.Equal("I have read and understood the Visitors Policy (version 1, published 14 September 2026).", sheet.Statement);
    }

    [Fact]
    public async Task Reminder_slips_are_for_those_without_an_e_mail_address_unless_asked_for_everybody()
    {
        await school.SqlAsync("UPDATE People SET Email = 'amelia@school.example' WHERE FullName = 'Amelia Hart'");

        var slips = (await SlipsAsync(office, isForEverybody: false))!;
        Assert.Equal(["Ruth Pemberton"], slips.Slips.Select(slip => slip.Name));
        Assert.Equal([("Visitors Policy", "3 school days late")], slips.Slips[0].Policies);
        Assert.Equal(["Helen Ashdown", "Amelia Hart", "Ruth Pemberton"], (await SlipsAsync(office, isForEverybody: true))!.Slips.Select(slip => slip.Name));
    }

    [Fact]
    public async Task Slips_of_a_choice_are_for_those_of_it_whom_no_e_mail_reaches_and_for_nobody_elses_choice()
    {
        var mailed = await school.HireAsync("Mail Reaches", email: "mail@school.example");
        var selection = (
            await school.AskAsync(
                (ChoosePeople choose) => choose.ExecuteAsync(office, [open.StaffId, mailed.StaffId, signed.StaffId], TestContext.Current.CancellationToken)
            )
        ).Value();

        Assert.Equal(["Amelia Hart"], (await SlipsAsync(office, isForEverybody: false, selection))!.Slips.Select(slip => slip.Name));
        Assert.Null(await SlipsAsync(school.Headteacher, isForEverybody: false, selection));
        Assert.Null(await SlipsAsync(office, isForEverybody: false, Guid.NewGuid()));
    }

    [Fact]
    public async Task Slips_are_for_those_too_whose_mails_come_back()
    {
        await school.SqlAsync("UPDATE People SET Email = 'amelia@school.example' WHERE FullName = 'Amelia Hart'");
        await school
            .Get<EvidenceWriter>()
            .WriteAsync(
                async (db, log) =>
                {
                    var notice = new Notice(
                        Guid.NewGuid(),
                        school.Clock.Now,
                        "test",
                        NoticeKind.Digest,
                        open.StaffId,
                        "Amelia@school.example",
                        "Subject",
                        "",
                        [],
                        [],
                        "test"
                    );
                    await db.QueueAsync(log, notice, "Amelia Hart", "text", "html", TestContext.Current.CancellationToken);
                    db.OutboxMails.Local.Single().End(school.Clock.Now, NoticeResult.CameBack, "gone");
                    return true;
                },
                TestContext.Current.CancellationToken
            );

        Assert.Equal(["Amelia Hart", "Ruth Pemberton"], (await SlipsAsync(office, isForEverybody: false))!.Slips.Select(slip => slip.Name));
    }

    [Fact]
    public async Task An_induction_record_says_what_was_signed_and_what_is_open_on_that_day()
    {
        var mine = (await RecordAsync(office, signed, new DateOnly(2026, 10, 1)))!;
        var line = Assert.Single(mine.Policies);
        Assert.Equal(("Visitors Policy", "1", "Signed", "14 September 2026, 10:00 BST"), (line.Title, line.Version, line.Standing, line.When));
        Assert.NotNull(line.Evidence);

        var hers = Assert.Single((await RecordAsync(office, open, new DateOnly(2026, 9, 14)))!.Policies);
        Assert.Equal(new InductionPolicyLine("Visitors Policy", "1", "Due", "Monday 28 September 2026", null, IsLate: false), hers);
        Assert.True(Assert.Single((await RecordAsync(office, open, new DateOnly(2026, 10, 1)))!.Policies).IsLate);
    }

    [Fact]
    public async Task Papers_with_names_are_for_the_office_and_ones_own_record_for_oneself()
    {
        Assert.Null(await SheetAsync(open));
        Assert.Null(await SlipsAsync(open, isForEverybody: true));
        Assert.Null(await RecordAsync(open, signed, new DateOnly(2026, 10, 1)));
        Assert.NotNull(await RecordAsync(open, open, new DateOnly(2026, 10, 1)));
        var governor = await school.HireAsync("Priya Nair", Audience.Governor, roles: AccessRoles.Staff | AccessRoles.Governor);
        Assert.Null(await SheetAsync(governor));
        Assert.Null(await RecordAsync(governor, signed, new DateOnly(2026, 10, 1)));
    }

    [Fact]
    public async Task Of_nobody_and_of_no_policy_there_is_no_paper()
    {
        Assert.Null(
            await school.AskAsync(
                (InductionRecordQuery query) => query.ExecuteAsync(office, StaffId.New(), new DateOnly(2026, 10, 1), TestContext.Current.CancellationToken)
            )
        );
        Assert.Null(await school.AskAsync((SignOffSheetQuery query) => query.ExecuteAsync(office, PolicyId.New(), TestContext.Current.CancellationToken)));
    }

    private Task<SignOffSheet?> SheetAsync(Actor actor) =>
        school.AskAsync((SignOffSheetQuery query) => query.ExecuteAsync(actor, policy, TestContext.Current.CancellationToken));

    private Task<ReminderSlips?> SlipsAsync(Actor actor, bool isForEverybody, Guid? chosen = null) =>
        school.AskAsync((ReminderSlipsQuery query) => query.ExecuteAsync(actor, isForEverybody, chosen, TestContext.Current.CancellationToken));

    private Task<InductionRecord?> RecordAsync(Actor actor, Actor of, DateOnly asAt) =>
        school.AskAsync((InductionRecordQuery query) => query.ExecuteAsync(actor, of.StaffId, asAt, TestContext.Current.CancellationToken));
}
