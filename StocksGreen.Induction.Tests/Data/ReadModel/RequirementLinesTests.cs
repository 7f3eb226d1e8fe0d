using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Sqlite;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Policies.Withdrawing;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.ReadModel;

/// <summary>What is kept for long lists says what the one rule says, whatever happened before.</summary>
public sealed class RequirementLinesTests
{
    /// <summary>A school's life by chance: after each thing that happens the lines are what the rule says.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_the_lines_say_what_the_rule_says(int seed)
    {
        await using var school = await TestSchool.OpenAsync();
        var life = new Life(school, new Random(seed));
        await life.BeginAsync();
        for (var step = 0; step < 40; step++)
        {
            var happened = await life.StepAsync();
            await AssertSameAsync(school, string.Create(CultureInfo.InvariantCulture, $"step {step}: {happened}"));
        }
    }

    [Fact]
    public async Task A_write_leaves_no_line_behind_that_does_not_hold()
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        var teacher = await school.HireAsync("Zoë Fairbairn");

        await school.SignAsync(teacher, version);

        await using var db = await school.DbAsync();
        Assert.Equal(
            LineState.Signed,
            (await db.RequirementLines.SingleAsync(line => line.StaffId == teacher.StaffId, TestContext.Current.CancellationToken)).State
        );
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM RequirementsToDerive"));
    }

    [Fact]
    public async Task What_any_tool_writes_into_the_file_is_noticed()
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        var teacher = await school.HireAsync("Zoë Fairbairn");
        await school.Get<EvidenceWriter>().BringRequirementsUpToDateAsync(TestContext.Current.CancellationToken);

        await school.SqlAsync($"UPDATE People SET JobTitle = 'Cook' WHERE Id = '{teacher.StaffId.Value.ToString().ToUpperInvariant()}'");

        await AssertSameAsync(school, "a tool changed a role");
        await using var db = await school.DbAsync();
        Assert.Equal("Cook", (await db.RequirementLines.SingleAsync(line => line.StaffId == teacher.StaffId, TestContext.Current.CancellationToken)).JobTitle);
        Assert.NotEqual(default, version);
    }

    [Fact]
    public async Task A_day_that_turns_changes_the_lines_of_whom_it_concerns()
    {
        await using var school = await TestSchool.OpenAsync();
        await school.PublishAsync();
        await school.HireAsync("Starts Later", startsOn: new DateOnly(2026, 9, 21));
        var away = await school.HireAsync("Goes Away");
        await school.PauseAsync(away, new DateOnly(2026, 9, 18), new DateOnly(2026, 9, 22));
        await school.HireAsync("Leaves Soon", endsOn: new DateOnly(2026, 9, 16));
        for (var day = 0; day < 20; day++)
        {
            await AssertSameAsync(school, string.Create(CultureInfo.InvariantCulture, $"{day} days later"));
            school.Clock.Now += TimeSpan.FromDays(1);
        }
    }

    [Fact]
    public async Task A_clock_that_was_put_back_is_followed()
    {
        await using var school = await TestSchool.OpenAsync();
        await school.PublishAsync();
        var away = await school.HireAsync("Goes Away");
        await school.PauseAsync(away, new DateOnly(2026, 9, 16));
        school.Clock.Now += TimeSpan.FromDays(4);
        await AssertSameAsync(school, "later");

        school.Clock.Now -= TimeSpan.FromDays(3);

        await AssertSameAsync(school, "put back");
    }

    [Fact]
    public async Task Lines_by_an_older_rule_are_derived_anew()
    {
        await using var school = await TestSchool.OpenAsync();
        await school.PublishAsync();
        await school.HireAsync("Zoë Fairbairn");
        await AssertSameAsync(school, "first");

        await school.SqlAsync("UPDATE RequirementRules SET Version = 0; UPDATE RequirementLines SET DueOn = '2001-01-01'");

        await AssertSameAsync(school, "after the rule changed");
    }

    /// <summary>
    /// A table that the rule begins to read must say when it changes: its migration makes the triggers of <c>RequirementTriggers.OfPerson</c> or
    /// <c>OfSchool</c>.
    /// </summary>
    [Fact]
    public async Task Every_table_that_the_rule_reads_notes_what_no_longer_holds()
    {
        await using var school = await TestSchool.OpenAsync();
        var teacher = await school.HireAsync("Zoë Fairbairn");
        var version = await school.PublishAsync();
        await Life.AskAsync(school, teacher, version);
        var reads = new List<string>();
        var options = new DbContextOptionsBuilder<InductionDb>()
            .UseSqlite($"Data Source={school.Folder.Database}")
            .LogTo(reads.Add, [RelationalEventId.CommandExecuted])
            .UseApplicationServiceProvider(new Services(new PublishedVersions(), new ChainMemory(NamedKeys.SignedAsync, TimeProvider.System)))
            .Options;
        using var provider = new SqliteProvider();
        await using (var db = new InductionDb(options, provider))
        {
            await db.ReadSchoolFactsAsync(TestContext.Current.CancellationToken);
        }

        var tables = reads
            .SelectMany(read =>
                read.Split('"').Where((_, index) => index % 2 == 1).Zip(read.Split('"').Where((_, index) => index % 2 == 0), (name, before) => (name, before))
            )
            .Where(use => use.before.TrimEnd().EndsWith("FROM", StringComparison.Ordinal) || use.before.TrimEnd().EndsWith("JOIN", StringComparison.Ordinal))
            .Select(use => use.name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        await using var notes = await school.DbAsync();
        var noting = await notes
            .Database.SqlQueryRaw<string>("SELECT DISTINCT tbl_name AS Value FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RequirementsToDerive%'")
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Attestations", tables);
        // Of the evidence the rule asks what was withdrawn, whose row is written with its entry.
        Assert.Equal(["Evidence"], tables.Except(noting, StringComparer.Ordinal));
    }

    private static async Task AssertSameAsync(TestSchool school, string when)
    {
        await school.Get<EvidenceWriter>().BringRequirementsUpToDateAsync(TestContext.Current.CancellationToken);
        await using var db = await school.DbAsync();
        var today = LondonTime.DateIn(school.Clock.Now);
        var expected = (await db.ReadSchoolFactsAsync(TestContext.Current.CancellationToken))
            .RequirementsAt(today)
            .Select(RequirementLine.From)
            .OrderBy(Key)
            .ToList();
        var lines = (await db.RequirementLines.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).OrderBy(Key).ToList();
        Assert.True(
            expected.SequenceEqual(lines),
            $"{when}: the rule says\n{string.Join('\n', expected.Except(lines))}\nand the lines say\n{string.Join('\n', lines.Except(expected))}"
        );

        var counts = (await db.RequirementCounts.AsNoTracking().Where(count => count.Lines != 0).ToListAsync(TestContext.Current.CancellationToken))
            .Select(count => count.ToString())
            .Order(StringComparer.Ordinal);
        var counted = lines
            .GroupBy(line =>
                (
                    line.PolicyId,
                    line.Audience,
                    line.State,
                    Day: line.State switch
                    {
                        LineState.Open => line.DueOn,
                        LineState.Signed => line.SignedOn!.Value,
                        _ => RequirementCount.NoDay,
                    }
                )
            )
            .Select(group => new RequirementCount(group.Key.PolicyId, group.Key.Audience, group.Key.State, group.Key.Day, group.Count()).ToString())
            .Order(StringComparer.Ordinal);
        Assert.Equal(counted, counts);

        var people = await db
            .RequirementPeople.AsNoTracking()
            .ToDictionaryAsync(person => person.StaffId, person => person.EarliestDue, TestContext.Current.CancellationToken);
        Assert.Equal(await db.People.CountAsync(TestContext.Current.CancellationToken), people.Count);
        Assert.All(
            people,
            person =>
                Assert.Equal(lines.Where(line => line.StaffId == person.Key && line.State is LineState.Open).Min(line => (DateOnly?)line.DueOn), person.Value)
        );
    }

    private static string Key(RequirementLine line) => $"{line.StaffId}{line.PolicyId}";

    private sealed class Services(PublishedVersions versions, ChainMemory chain) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(PublishedVersions) ? versions
            : serviceType == typeof(ChainMemory) ? chain
            : null;
    }

    /// <summary>Things that happen at a school, by chance.</summary>
    private sealed class Life(TestSchool school, Random chance)
    {
        private static readonly Audience[] Audiences = [Audience.Employee, Audience.Governor, Audience.Volunteer];

        private readonly List<Actor> people = [];
        private readonly List<VersionId> versions = [];
        private int texts;

        internal static Task<ReaderQuestion> AskAsync(TestSchool school, Actor person, VersionId version) =>
            school
                .Get<EvidenceWriter>()
                .WriteAsync(
                    (_, log) =>
                        Task.FromResult(
                            log.Record(
                                new ReaderQuestion(
                                    Guid.NewGuid(),
                                    school.Clock.Now,
                                    person.StaffId,
                                    version,
                                    0,
                                    "Key details",
                                    "What is this?",
                                    school.Headteacher.StaffId,
                                    "Helen Ashdown"
                                )
                            )
                        ),
                    TestContext.Current.CancellationToken
                );

        internal async Task BeginAsync()
        {
            versions.Add(await school.PublishAsync());
            people.Add(school.Headteacher);
            for (var i = 0; i < 4; i++)
            {
                await HireAsync();
            }
        }

        internal async Task<string> StepAsync()
        {
            var person = people[chance.Next(people.Count)];
            var version = versions[chance.Next(versions.Count)];
            var today = LondonTime.DateIn(school.Clock.Now);
            switch (chance.Next(22))
            {
                case 0:
                    await HireAsync();
                    return "someone is hired";
                case 1:
                    await school.LeaveAsync(person, today.AddDays(chance.Next(-3, 12)));
                    return "someone leaves";
                case 2:
                    await school.PauseAsync(person, today.AddDays(chance.Next(-5, 6)), chance.Next(2) == 0 ? null : today.AddDays(chance.Next(6, 20)));
                    return "someone is away";
                case 3:
                    await ExemptAsync(person, version, today);
                    return "someone is exempted";
                case 4:
                    versions.Add(
                        await school.PublishAsync(SmallPolicy.Text with { Title = $"Policy {++texts}" }, [Audiences[chance.Next(3)], Audience.Employee])
                    );
                    return "a new policy";
                case 5:
                    var again = SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText($"Edition {++texts}."))] };
                    versions.Add(await school.PublishAsync(again, weight: chance.Next(2) == 0 ? ChangeWeight.Material : ChangeWeight.Minor));
                    return "a version of the first policy";
                case 6:
                    await school.AskAsync(
                        (DecideAudiences decide) =>
                            decide.ExecuteAsync(
                                school.Headteacher,
                                version,
                                [new AudienceDuty(Audiences[chance.Next(3)], Duty.ShortSignature, null)],
                                "Helen Ashdown",
                                TestContext.Current.CancellationToken
                            )
                    );
                    return "audiences are decided";
                case 7 or 8 or 9:
                    return await SignAsync(person);
                case 10:
                    var question = await AskAsync(school, person, version);
                    if (chance.Next(2) == 0)
                    {
                        await RecordAsync(
                            new ReaderAnswer(Guid.NewGuid(), school.Clock.Now, question.Id, "This.", school.Headteacher.StaffId, "Helen Ashdown")
                        );
                    }

                    return "a question is asked";
                case 11:
                    return await WithdrawAsync();
                case 12:
                    await RecordAsync(
                        new CalendarDay(
                            Guid.NewGuid(),
                            school.Clock.Now,
                            today.AddDays(1),
                            today.AddDays(3),
                            CalendarDayKind.Closure,
                            StaffWork: false,
                            "Snow",
                            school.Headteacher.StaffId,
                            "Helen Ashdown"
                        )
                    );
                    return "snow";
                case 13:
                    await RecordAsync(
                        new WorkingPattern(
                            Guid.NewGuid(),
                            school.Clock.Now,
                            person.StaffId,
                            today,
                            WorkingDays.Monday | WorkingDays.Friday,
                            school.Headteacher.StaffId,
                            "Helen Ashdown"
                        )
                    );
                    return "a working pattern";
                case 14:
                    var policy = await PolicyAsync(version);
                    await RecordAsync(
                        new InductionPack(
                            Guid.NewGuid(),
                            school.Clock.Now,
                            Guid.NewGuid(),
                            1,
                            "Starters",
                            Audience.Employee,
                            [],
                            [policy],
                            [],
                            chance.Next(1, 20),
                            new DateOnly(2019, 1, 1),
                            IsInUse: true,
                            school.Headteacher.StaffId,
                            "Helen Ashdown"
                        )
                    );
                    return "a pack";
                case 15:
                    await RecordAsync(
                        new Extension(
                            Guid.NewGuid(),
                            school.Clock.Now,
                            person.StaffId,
                            await PolicyAsync(version),
                            today.AddDays(chance.Next(1, 40)),
                            "On a course.",
                            school.Headteacher.StaffId,
                            "Helen Ashdown"
                        )
                    );
                    return "more time is given";
                case 16:
                    PolicyId? ruled = chance.Next(2) == 0 ? null : await PolicyAsync(version);
                    await RecordAsync(
                        new DueRules(
                            Guid.NewGuid(),
                            school.Clock.Now,
                            ruled,
                            chance.Next(1, 8),
                            chance.Next(1, 15),
                            20,
                            IsInUse: chance.Next(4) > 0 || ruled is null,
                            school.Headteacher.StaffId,
                            "Helen Ashdown"
                        )
                    );
                    return "due rules are decided";
                case 17:
                    return await EndExemptionAsync();
                case 18:
                    var later = SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText($"Edition {++texts}."))] };
                    versions.Add(await school.PublishAsync(later, inForceFrom: today.AddDays(chance.Next(1, 12))));
                    return "a version for a later day";
                case 19:
                    await school.AskAsync(
                        (WithdrawPolicy withdraw) => chance.Next(2) == 0 ? WithdrawAsync(withdraw, version, today) : KeepAsync(withdraw, version)
                    );
                    return "a policy is withdrawn, or kept";
                default:
                    school.Clock.Now += TimeSpan.FromDays(chance.Next(1, 9));
                    return "time passes";
            }
        }

        private async Task HireAsync() =>
            people.Add(
                await school.HireAsync(
                    $"Person {people.Count}",
                    Audiences[chance.Next(3)],
                    LondonTime.DateIn(school.Clock.Now).AddDays(chance.Next(-200, 10)),
                    jobTitle: chance.Next(2) == 0 ? "Cook" : "Class teacher"
                )
            );

        private async Task<Result<Unit>> WithdrawAsync(WithdrawPolicy withdraw, VersionId version, DateOnly today) =>
            await withdraw.ExecuteAsync(
                school.Headteacher,
                await PolicyAsync(version),
                today.AddDays(chance.Next(0, 6)),
                "Merged.",
                null,
                "Governors",
                TestContext.Current.CancellationToken
            );

        private async Task<Result<Unit>> KeepAsync(WithdrawPolicy withdraw, VersionId version) =>
            await withdraw.KeepAsync(school.Headteacher, await PolicyAsync(version), "Needed.", "Governors", TestContext.Current.CancellationToken);

        private async Task ExemptAsync(Actor person, VersionId version, DateOnly today)
        {
            var policy = await PolicyAsync(version);
            await using var db = await school.DbAsync();
            if (!await db.Exemptions.AnyAsync(row => row.StaffId == person.StaffId && row.PolicyId == policy, TestContext.Current.CancellationToken))
            {
                await school.ExemptAsync(person, version, today.AddDays(chance.Next(-2, 8)), chance.Next(2) == 0 ? null : today.AddDays(chance.Next(8, 20)));
            }
        }

        private async Task<string> EndExemptionAsync()
        {
            await using var db = await school.DbAsync();
            var standing = await db
                .Exemptions.AsNoTracking()
                .Where(row => !db.ExemptionEnds.Any(end => end.ExemptionId == row.Id))
                .ToListAsync(TestContext.Current.CancellationToken);
            if (standing.Count == 0)
            {
                return "no exemption to end";
            }

            await RecordAsync(
                new ExemptionEnd(Guid.NewGuid(), school.Clock.Now, standing[0].Id, "Stays after all.", school.Headteacher.StaffId, "Helen Ashdown")
            );
            return "an exemption is ended";
        }

        private async Task<string> SignAsync(Actor person)
        {
            await using var db = await school.DbAsync();
            var open = await db
                .RequirementLines.Where(line => line.StaffId == person.StaffId && line.State == LineState.Open)
                .Select(line => line.VersionId)
                .ToListAsync(TestContext.Current.CancellationToken);
            if (open.Count == 0)
            {
                return "nothing to sign";
            }

            foreach (var ordinal in Enumerable.Range(0, 3))
            {
                await school.ConfirmAsync(person, open[0], ordinal);
            }

            return $"a signature: {(await school.TrySignAsync(person, open[0])).GetType().Name}";
        }

        private async Task<string> WithdrawAsync()
        {
            await using var db = await school.DbAsync();
            if (await db.Attestations.AsNoTracking().FirstOrDefaultAsync(TestContext.Current.CancellationToken) is not { } signed)
            {
                return "nothing to withdraw";
            }

            await RecordAsync(
                new Correction(
                    Guid.NewGuid(),
                    school.Clock.Now,
                    signed.Id,
                    CorrectionKind.Withdraws,
                    "Someone else signed.",
                    "A mistake.",
                    school.Headteacher.StaffId,
                    "Helen Ashdown"
                )
            );
            return "a signature is withdrawn";
        }

        private async Task<PolicyId> PolicyAsync(VersionId version)
        {
            await using var db = await school.DbAsync();
            return (await db.Versions.SingleAsync(row => row.Id == version, TestContext.Current.CancellationToken)).PolicyId;
        }

        private Task<T> RecordAsync<T>(T record)
            where T : SealedRecord =>
            school.Get<EvidenceWriter>().WriteAsync((_, log) => Task.FromResult(log.Record(record)), TestContext.Current.CancellationToken);
    }
}
