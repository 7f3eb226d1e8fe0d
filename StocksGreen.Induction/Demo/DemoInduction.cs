using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Declarations;
using StocksGreen.Induction.Features.Onboarding;
using StocksGreen.Induction.Features.Questions;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Asking;
using StocksGreen.Induction.Features.Visitors;

namespace StocksGreen.Induction.Demo;

/// <summary>
/// What a school does round reading and signing: packs, talks, questions, declarations, visitors and parents. All of it is made by the program's own commands.
/// </summary>
/// <param name="actor">Someone of the demonstration, signed in now.</param>
internal sealed class DemoInduction(IServiceProvider services, DemoClock clock, Func<string, AccessRoles, Actor> actor)
{
    private const string Talk = "Safe and responsible use of social media";

    private static readonly string[] Topics =
    [
        "What may be shared, and what never",
        "Friend requests from pupils and parents",
        "Photographs at school",
        "Where to report",
    ];

    private Actor Head => actor(DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead);

    private Actor Office => actor(DemoStaffList.Office, AccessRoles.Staff | AccessRoles.Office);

    internal async Task FillAsync(DateOnly packsFrom, DateOnly yesterday)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        var policies = await db.Policies.AsNoTracking().ToListAsync();
        var socialMedia = policies.Single(policy => policy.Title == "Social Media Policy");
        var version = (await db.Versions.AsNoTracking().SingleAsync(row => row.PolicyId == socialMedia.Id)).Id;

        await AskChecksAsync(socialMedia.Id);
        await MakePackAsync(
            [
                .. policies
                    .Where(policy => policy.Title is "Social Media Policy" or "Child Protection Policy" or "Staff Code of Conduct" or "Acceptable Use Policies")
                    .Select(policy => policy.Id),
            ],
            packsFrom
        );
        await TalkAsync("Lewis Garside", yesterday, Topics, isConfirmed: true);
        await TalkAsync("Hannah Rosewarne", yesterday, Topics[..3], isConfirmed: false);
        await AskAsync("Aisha Bello", version, 5, "My sister’s son is in Year 2. May I still be friends with her online?", answer: null);
        await AskAsync(
            "Hannah Rosewarne",
            version,
            3,
            "Does “social media” cover the family chat group on my phone?",
            "It does. Keep anything about school, pupils and colleagues out of it, and you are on the safe side."
        );
        await DeclareAsync("Kofi Mensah", yesterday, isDecided: true);
        await DeclareAsync("Fatima Rahman", yesterday, isDecided: false);
        await services
            .GetRequiredService<AskAnotherWay>()
            .ExecuteAsync(actor("Imogen Castell", AccessRoles.Staff), version, Adjustment.LargePrint, "20 point would be good.", default);
        clock.Now += TimeSpan.FromMinutes(4);
        foreach (var (name, from) in new[] { ("Ellis Barraclough", "Weald Surveying"), ("Dr Amara Nwosu", "School nursing team") })
        {
            var shown = await services.GetRequiredService<VisitorPolicyQuery>().ExecuteAsync(default);
            await services.GetRequiredService<RemindVisitor>().ExecuteAsync(name, from, [.. shown.Select(policy => policy.Version.Id)], null, default);
            clock.Now += TimeSpan.FromMinutes(9);
        }

        await services
            .GetRequiredService<RecordEventReminder>()
            .ExecuteAsync(
                Office,
                new EventReminderForm(
                    "Harvest assembly",
                    yesterday,
                    yesterday,
                    "Spoken at the door",
                    "You may take pictures of your own child. Please do not share them on social media: other children may be in them."
                ),
                default
            );
    }

    private async Task AskChecksAsync(PolicyId policy)
    {
        foreach (var sample in SampleQuiz.For("Social Media Policy"))
        {
            await services.GetRequiredService<WriteQuizQuestion>().ExecuteAsync(Office, policy, null, sample, default);
        }
    }

    private async Task MakePackAsync(IReadOnlyList<PolicyId> policies, DateOnly from) =>
        await services
            .GetRequiredService<DecideInductionPack>()
            .ExecuteAsync(
                Office,
                null,
                new InductionPackForm("Induction of staff", Audience.Employee, null, policies, [(Talk, string.Join('\n', Topics))], 5, from),
                default
            );

    private async Task TalkAsync(string fullName, DateOnly day, IReadOnlyList<string> topics, bool isConfirmed)
    {
        var person = actor(fullName, AccessRoles.Staff);
        await services.GetRequiredService<RecordBriefing>().ExecuteAsync(Head, person.StaffId, Talk, day, topics, affirms: true, default);
        clock.Now += TimeSpan.FromMinutes(5);
        if (isConfirmed)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            await services
                .GetRequiredService<ConfirmBriefing>()
                .ExecuteAsync(person, (await db.Briefings.SingleAsync(row => row.StaffId == person.StaffId)).Id, tookPlace: true, default);
        }
    }

    private async Task AskAsync(string fullName, VersionId version, int ordinal, string text, string? answer)
    {
        await services.GetRequiredService<NoteReading>().ShownAsync(actor(fullName, AccessRoles.Staff), version, ordinal, isConfirmed: false);
        await services.GetRequiredService<AskQuestion>().ExecuteAsync(actor(fullName, AccessRoles.Staff), version, ordinal, text, Head.StaffId, default);
        clock.Now += TimeSpan.FromMinutes(11);
        if (answer is not null)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            await services
                .GetRequiredService<AnswerQuestion>()
                .ExecuteAsync(Head, (await db.ReaderQuestions.SingleAsync(row => row.Text == text)).Id, answer, default);
        }
    }

    private async Task DeclareAsync(string fullName, DateOnly day, bool isDecided)
    {
        var person = actor(fullName, AccessRoles.Staff);
        await services.GetRequiredService<RaiseDeclaration>().ExecuteAsync(person, default);
        clock.Now += TimeSpan.FromMinutes(13);
        if (isDecided)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var declaration = (await db.Declarations.SingleAsync(row => row.StaffId == person.StaffId)).Id;
            await services
                .GetRequiredService<RecordDecision>()
                .ExecuteAsync(
                    Head,
                    declaration,
                    new DecisionForm(
                        day,
                        "Is godfather to a pupil in Year 5, and in a family chat group with her parents.",
                        "The group may stay. Nothing about school is said in it.",
                        "Leave the group if school matters come up, and tell the DSL.",
                        day.AddMonths(6)
                    ),
                    default
                );
        }
    }
}
