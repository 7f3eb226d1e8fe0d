using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Privacy;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Branding;
using StocksGreen.Induction.Features.Calendar;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.Declarations;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Features.Evidence.Corrections;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Onboarding;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Policies.Reviews;
using StocksGreen.Induction.Features.Policies.Withdrawing;
using StocksGreen.Induction.Features.Privacy;
using StocksGreen.Induction.Features.Questions;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Asking;
using StocksGreen.Induction.Features.Reading.OnPaper;
using StocksGreen.Induction.Features.Reading.Quiz;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Visitors;
using StocksGreen.Induction.Tests.Images;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>What people of a <see cref="TestSchool"/> do round reading and signing, each by the command that its page calls.</summary>
internal static class CeremonySteps
{
    internal const string Talk = "Safe use of social media";

    internal static readonly byte[] Scan = "%PDF-1.7 a sheet of paper"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static Task<Result<Unit>> AskOfHeadAsync(this TestSchool school, Actor reader, VersionId version, int ordinal, string text = "What is a badge?") =>
        school.AskAsync((AskQuestion ask) => ask.ExecuteAsync(reader, version, ordinal, text, school.Headteacher.StaffId, Token));

    internal static Task<Result<Unit>> AnswerAsync(this TestSchool school, Actor actor, Guid question, string? text = "A card with your name.") =>
        school.AskAsync((AnswerQuestion answer) => answer.ExecuteAsync(actor, question, text, Token));

    internal static Task<Result<Unit>> AskAnotherWayAsync(
        this TestSchool school,
        Actor actor,
        VersionId version,
        Adjustment? way = Adjustment.LargePrint,
        string? note = "20 point"
    ) => school.AskAsync((AskAnotherWay ask) => ask.ExecuteAsync(actor, version, way, note, Token));

    internal static QuizQuestionForm QuizQuestionOn(string part = "Badges", string text = "Where do you wear it?") =>
        new(part, text, ["Where it can be seen", "In a pocket"], 0, "“where it can be seen.”");

    /// <summary>Writes a question; its id.</summary>
    internal static async Task<Guid> WriteQuizQuestionAsync(this TestSchool school, PolicyId policy, QuizQuestionForm? form = null)
    {
        (await school.AskAsync((WriteQuizQuestion write) => write.ExecuteAsync(school.Headteacher, policy, null, form ?? QuizQuestionOn(), Token))).Value();
        await using var db = await school.DbAsync();
        return (await db.QuizQuestions.OrderByDescending(row => row.EvidenceNumber).FirstAsync(Token)).QuestionId;
    }

    internal static Task<Result<QuizOutcome>> AnswerCheckAsync(
        this TestSchool school,
        Actor actor,
        VersionId version,
        int ordinal,
        Guid question,
        int? chosen,
        int before = 0,
        int number = 1
    ) => school.AskAsync((AnswerQuiz answer) => answer.ExecuteAsync(actor, version, ordinal, question, number, chosen, before, Token));

    internal static Task<Result<Unit>> DecideAsync(this TestSchool school, Actor actor, Guid declaration, DecisionForm? form = null) =>
        school.AskAsync((RecordDecision record) => record.ExecuteAsync(actor, declaration, form ?? Decision, Token));

    internal static DecisionForm Decision { get; } =
        new(new DateOnly(2026, 9, 14), "Is godmother to a pupil.", "May stay in touch.", "Not about school.", new DateOnly(2027, 3, 1));

    internal static Task<Result<Unit>> RaiseAsync(this TestSchool school, Actor actor) =>
        school.AskAsync((RaiseDeclaration raise) => raise.ExecuteAsync(actor, Token));

    internal static InductionPackForm PackOf(params IReadOnlyList<PolicyId> policies) =>
        new("Induction of staff", Audience.Employee, null, policies, [(Talk, "Photographs\nFriend requests")], 5, new DateOnly(2026, 9, 1));

    internal static Task<Result<Unit>> DecidePackAsync(this TestSchool school, Actor actor, InductionPackForm form, Guid? pack = null) =>
        school.AskAsync((DecideInductionPack decide) => decide.ExecuteAsync(actor, pack, form, Token));

    internal static Task<Result<Unit>> BriefAsync(
        this TestSchool school,
        Actor actor,
        StaffId person,
        string? title = Talk,
        DateOnly? heldOn = null,
        IReadOnlyList<string>? topics = null,
        bool affirms = true
    ) =>
        school.AskAsync(
            (RecordBriefing record) =>
                record.ExecuteAsync(actor, person, title, heldOn ?? new DateOnly(2026, 9, 14), topics ?? ["Photographs", "Friend requests"], affirms, Token)
        );

    internal static Task<Result<Unit>> ConfirmTalkAsync(this TestSchool school, Actor actor, Guid briefing, bool tookPlace = true) =>
        school.AskAsync((ConfirmBriefing confirm) => confirm.ExecuteAsync(actor, briefing, tookPlace, Token));

    internal static Task<Result<Unit>> EnterPaperAsync(this TestSchool school, Actor actor, PaperForm form) =>
        school.AskAsync((RecordOnPaper record) => record.ExecuteAsync(actor, form, Token));

    internal static Task<Result<Unit>> CorrectAsync(
        this TestSchool school,
        Actor actor,
        AttestationId signature,
        CorrectionKind? does = CorrectionKind.Amends,
        string? what = "The role is wrong.",
        string? reason = "A slip."
    ) => school.AskAsync((CorrectSignature correct) => correct.ExecuteAsync(actor, signature, does, what, reason, Token));

    /// <summary>The one row, or the latest, of a table.</summary>
    internal static async Task<T> LatestAsync<T>(this TestSchool school)
        where T : StocksGreen.Induction.Domain.Evidence.SealedRecord
    {
        await using var db = await school.DbAsync();
        return await db.Set<T>().AsNoTracking().OrderByDescending(row => row.EvidenceNumber).FirstAsync(Token);
    }

    internal static async Task<int> CountAsync<T>(this TestSchool school)
        where T : class
    {
        await using var db = await school.DbAsync();
        return await db.Set<T>().CountAsync(Token);
    }

    internal static async Task<PolicyId> PolicyOfAsync(this TestSchool school, VersionId version)
    {
        await using var db = await school.DbAsync();
        return (await db.Versions.SingleAsync(row => row.Id == version, Token)).PolicyId;
    }

    /// <summary>A school in which everything that proves something has been done at least once.</summary>
    internal static async Task<TestSchool> EverythingOnceAsync()
    {
        var school = await TestSchool.OpenAsync();
        await DoEverythingAsync(school);
        return school;
    }

    /// <summary>Does everything that proves something once, most of it with Amelia Hart.</summary>
    internal static async Task DoEverythingAsync(TestSchool school)
    {
        var head = school.Headteacher;
        var version = await school.PublishAsync();
        var policy = await school.PolicyOfAsync(version);
        var amelia = await school.HireAsync("Amelia Hart", startsOn: new DateOnly(2026, 9, 14));
        var daniel = await school.HireAsync("Daniel Okafor");
        (
            await school.AskAsync((ChangeKeyRole change) => change.ExecuteAsync(head, KeyRole.NamedGovernor, "June Cooke", new DateOnly(2026, 9, 1), Token))
        ).Value();
        (await school.AskAsync((RecordEdition record) => record.ExecuteAsync(head, "KCSIE 2025", new DateOnly(2025, 9, 1), Token))).Value();
        (
            await school.AskAsync(
                (DecideAudiences decide) =>
                    decide.ExecuteAsync(
                        head,
                        version,
                        [.. SmallPolicy.ForEverybody, new AudienceDuty(Audience.Visitor, Duty.ReminderOnly, [1])],
                        "Helen Ashdown",
                        Token
                    )
            )
        ).Value();
        (await school.DecidePackAsync(head, PackOf(policy))).Value();
        var mistaken = (
            await school.AskAsync((RecordChase chase) => chase.ExecuteAsync(head, [(amelia.StaffId, version)], ChaseChannel.Telephone, Token))
        ).Value();
        (await school.AskAsync((TakeBackContact back) => back.ExecuteAsync(head, mistaken, Token))).Value();
        Assert.Single((await school.AskAsync((RecordChase chase) => chase.ExecuteAsync(head, [(amelia.StaffId, version)], ChaseChannel.Email, Token))).Value());
        Assert.Equal(
            1,
            (await school.AskAsync((ChaseBriefings chase) => chase.ExecuteAsync(head, [(amelia.StaffId, Talk)], ChaseChannel.InPerson, Token))).Value()
        );
        var check = await school.WriteQuizQuestionAsync(policy);
        (await school.AskAnotherWayAsync(amelia, version)).Value();
        (
            await school.AskAsync(
                (RecordAdjustment record) => record.ExecuteAsync(head, school.LatestAsync<AdjustmentRequest>().Result.Id, "Printed in 20 point.", Token)
            )
        ).Value();
        (await school.AskOfHeadAsync(amelia, version, 2)).Value();
        (await school.AnswerAsync(head, (await school.LatestAsync<ReaderQuestion>()).Id)).Value();
        (await school.BriefAsync(head, amelia.StaffId)).Value();
        (await school.ConfirmTalkAsync(amelia, (await school.LatestAsync<StocksGreen.Induction.Domain.InductionPacks.Briefing>()).Id)).Value();
        await school.ReadButCheckAsync(amelia, version);
        Assert.IsType<QuizOutcome.Wrong>((await school.AnswerCheckAsync(amelia, version, 2, check, 1)).Value());
        Assert.IsType<QuizOutcome.Right>((await school.AnswerCheckAsync(amelia, version, 2, check, 0, before: 1)).Value());
        var signed = Assert
            .IsType<SignOutcome.Signed>(
                (
                    await school.TrySignAsync(
                        amelia,
                        version,
                        new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, "Amelia Hart", DeclarationOutcome.SomethingToDiscuss, "10,20 30,40")
                    )
                ).Value()
            )
            .Id;
        (await school.DecideAsync(head, (await school.LatestAsync<Declaration>()).Id)).Value();
        (
            await school.AskAsync(
                (AcknowledgeDecision acknowledge) => acknowledge.ExecuteAsync(amelia, school.LatestAsync<DeclarationDecision>().Result.Id, Token)
            )
        ).Value();
        Assert.True(
            await school.AskAsync(
                async (RecordReportCard record) =>
                {
                    await record.ExecuteAsync(amelia, signed, "Tell Peter Hipkiss.", Token);
                    return true;
                }
            )
        );
        Assert.True(
            await school.AskAsync(
                async (RecordCopy record) =>
                {
                    await record.ExecuteAsync(amelia, signed, [1, 2, 3], Token);
                    return true;
                }
            )
        );
        (await school.CorrectAsync(head, signed)).Value();
        (await school.EnterPaperAsync(head, PaperOf(daniel, policy))).Value();
        var visitors = Assert.Single(await school.AskAsync((VisitorPolicyQuery query) => query.ExecuteAsync(Token)));
        (
            await school.AskAsync(
                (RemindVisitor remind) => remind.ExecuteAsync("Ellis Barraclough", "Weald Surveying", [visitors.Version.Id], "192.0.2.7", Token)
            )
        ).Value();
        (
            await school.AskAsync(
                (RecordEventReminder record) =>
                    record.ExecuteAsync(
                        head,
                        new EventReminderForm("Summer fair", new DateOnly(2026, 9, 20), new DateOnly(2026, 9, 14), "Newsletter", "Please share no pictures."),
                        Token
                    )
            )
        ).Value();
        await school.EnterTermsAsync();
        (
            await school.AskAsync(
                (DecideDay decide) =>
                    decide.ExecuteAsync(
                        head,
                        new DayForm
                        {
                            Name = "Snow",
                            First = new DateOnly(2026, 12, 1),
                            Kind = CalendarDayKind.Closure,
                            StaffWork = false,
                        },
                        Token
                    )
            )
        ).Value();
        (
            await school.AskAsync((DecideWorkingDays decide) => decide.ExecuteAsync(head, amelia.StaffId, WorkingDays.Tuesday, new DateOnly(2026, 9, 1), Token))
        ).Value();
        (
            await school.AskAsync((PausePerson pause) => pause.ExecuteAsync(head, amelia.StaffId, new DateOnly(2026, 12, 7), back: null, seen: null, Token))
        ).Value();
        await school.DecideExceptionsAsync(await school.HireAsync("Imogen Castell"), policy);
        (
            await school.AskAsync(
                (DecidePrivacyContact decide) => decide.ExecuteAsync(head, new PrivacyContactForm("Kent DPO Service", "dpo@kent.example", "Z1234567"), Token)
            )
        ).Value();
        (await school.AskAsync((AskAboutData ask) => ask.ExecuteAsync(amelia, PrivacyRequestKind.Correction, "I began in August.", Token))).Value();
        (
            await school.AskAsync(
                (AnswerAboutData answer) => answer.ExecuteAsync(head, school.LatestAsync<PrivacyRequest>().Result.Id, "Your entry says so now.", Token)
            )
        ).Value();
        (await school.AskAsync((DecideCrest decide) => decide.ExecuteAsync(head, CrestImageTests.Shield(120, 120), Token))).Value();
        await school.ReplaceKeyAsync();
        await school.Get<StampServices>().KeepAsync(school.Get<SigningKeyStore>().Current()!.Certificate, Token);
        school.Clock.Now -= TimeSpan.FromMinutes(10);
        await school.NoticeAsync(amelia, version);
    }

    /// <summary>An e-mail and what became of it, without a server.</summary>
    private static Task<bool> NoticeAsync(this TestSchool school, Actor person, VersionId version) =>
        school.AskAsync(
            (EvidenceWriter evidence) =>
                evidence.WriteAsync(
                    (_, log) =>
                    {
                        var now = school.Clock.Now;
                        var notice = log.Record(
                            new Notice(
                                Guid.NewGuid(),
                                now,
                                "digest/2026-09-14",
                                NoticeKind.Digest,
                                person.StaffId,
                                "amelia@school.example",
                                "1 policy to sign",
                                Sha256Hex.Compute("Dear Amelia"),
                                [version],
                                [],
                                "The school’s reminders"
                            )
                        );
                        var given = log.Record(new SignInGiven(Guid.NewGuid(), now, person.StaffId, SignInWay.Code, person.StaffId, person.FullName));
                        log.Record(new SignInUsed(Guid.NewGuid(), now, person.StaffId, given.Id, "192.0.2.7", "Safari on iPhone"));
                        log.Record(
                            new AccessChanged(
                                Guid.NewGuid(),
                                now,
                                person.StaffId,
                                AccessChangeKind.ActingGiven,
                                AccessRoles.Headteacher,
                                new DateOnly(2026, 10, 5),
                                new DateOnly(2026, 10, 9),
                                school.Headteacher.StaffId,
                                school.Headteacher.FullName,
                                "authenticator app"
                            )
                        );
                        log.Record(new NoticeOutcome(Guid.NewGuid(), now, notice.Id, NoticeResult.Accepted, "mail server mail.school.example:587", "2.0.0 Ok"));
                        return Task.FromResult(true);
                    },
                    Token
                )
        );

    /// <summary>Gives more time, exempts, takes that back and sets due rules.</summary>
    private static async Task DecideExceptionsAsync(this TestSchool school, Actor person, PolicyId policy)
    {
        var head = school.Headteacher;
        (
            await school.AskAsync((ExtendDue extend) => extend.ExecuteAsync(head, [(person.StaffId, policy)], "On a course.", new DateOnly(2027, 1, 8), Token))
        ).Value();
        (
            await school.AskAsync(
                (ExemptPerson exempt) => exempt.ExecuteAsync(head, person.StaffId, policy, "Leaves at Christmas.", new DateOnly(2026, 9, 14), null, Token)
            )
        ).Value();
        (await school.AskAsync((EndExemption end) => end.ExecuteAsync(head, school.LatestAsync<Exemption>().Result.Id, "Stays after all.", Token))).Value();
        (await school.AskAsync((DecideDueRules decide) => decide.ExecuteAsync(head, null, 5, 10, 20, Token))).Value();
        (
            await school.AskAsync(
                (WithdrawPolicy withdraw) => withdraw.ExecuteAsync(head, policy, new DateOnly(2028, 9, 1), "Merged.", null, "Helen Ashdown", Token)
            )
        ).Value();
    }

    /// <summary>Confirms every part, though a question about one of them is open.</summary>
    internal static async Task ReadButCheckAsync(this TestSchool school, Actor actor, VersionId version)
    {
        foreach (var ordinal in new[] { 0, 1, 2 })
        {
            await school.ConfirmAsync(actor, version, ordinal, school.Clock.Now);
        }
    }

    internal static PaperForm PaperOf(Actor person, PolicyId policy) =>
        new(person.StaffId, policy, new DateOnly(2026, 9, 14), person.FullName, "Ruth Pemberton", DeclarationOutcome.NothingToDeclare, "sheet.pdf", Scan);
}
