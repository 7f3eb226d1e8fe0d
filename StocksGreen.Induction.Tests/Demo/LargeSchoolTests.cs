using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Demo.Large;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Demo;

/// <summary>What <c>demo --people 40 --policies 4 --years 2</c> makes, next to the few people and the policy that every demonstration has.</summary>
public sealed class LargeSchoolTests(LargeSchoolTests.Made made) : IClassFixture<LargeSchoolTests.Made>
{
    private const int People = 40;
    private const int Policies = 4;
    private const int Years = 2;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The morning on which its few people are there, before the first of the years.</summary>
    private static readonly DateTimeOffset Begins = new(2025, 8, 24, 8, 0, 0, TimeSpan.Zero);

    private static readonly DemoCommand Demo = new(DemoStore.Wire, (_, _, _) => Task.FromResult(0));

    private readonly ServiceProvider services = made.Services;

    [Fact]
    public async Task It_has_as_many_people_policies_and_years_as_were_asked_for_and_its_evidence_holds()
    {
        await using var db = await DbAsync(services);
        var people = await InventedAsync(db);
        var versions = await db.Versions.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            (People, Policies),
            (people.Count, versions.Where(version => version.Number == Years).Select(version => version.PolicyId).Distinct().Count())
        );
        Assert.Equal(
            [new DateOnly(2025, 9, 1), new DateOnly(2026, 9, 1)],
            versions
                .GroupBy(version => version.PolicyId)
                .Where(policy => policy.Count() == Years)
                .SelectMany(policy => policy.Select(version => version.PublishedOn))
                .Distinct()
                .Order()
        );
        Assert.Empty(Assert.IsType<ChainVerdict.Intact>(await VerifyAsync(services)).Notes);
        var ids = people.Select(person => person.Id).ToList();
        var added = await db.PersonChanges.AsNoTracking().Where(change => ids.Contains(change.StaffId)).ToListAsync(TestContext.Current.CancellationToken);
        // Who was there before the evidence began was entered as it did.
        var (today, beginning) = (LondonTime.DateIn(Now), DateOnly.FromDateTime(added.Min(change => change.At).UtcDateTime));
        Assert.True(beginning < LondonTime.DateIn(Begins));
        Assert.Contains(people, person => person.StartsOn < beginning);
        Assert.Contains(people, person => person.StartsOn > beginning);
        Assert.Equal(
            people
                .Select(person =>
                    (
                        person.Id,
                        PersonChangeKind.Added,
                        person.StartsOn < beginning ? beginning
                        : person.StartsOn < today ? person.StartsOn
                        : today
                    )
                )
                .ToHashSet(),
            added.Select(change => (change.StaffId, change.Change, DateOnly.FromDateTime(change.At.UtcDateTime))).ToHashSet()
        );
    }

    [Fact]
    public async Task Its_people_are_as_different_as_those_of_a_school()
    {
        await using var db = await DbAsync(services);
        var people = await InventedAsync(db);

        Assert.InRange(people.Select(person => person.FullName).Distinct().Count(), People * 9 / 10, People);
        Assert.InRange(people.Select(person => person.FullName.Split(' ')[0]).Distinct().Count(), People / 2, People);
        Assert.InRange(people.Select(person => person.JobTitle).Distinct().Count(), 6, People);
        Assert.Contains(people, person => person.FullName.Any(letter => letter > 127));
        Assert.InRange(people.Count(person => person.Audience is Audience.Employee), People / 2, People - 2);
        Assert.Contains(people, person => person.Audience is not Audience.Employee);
        Assert.InRange(people.Count(person => person.Email is null), 1, People / 5);
        Assert.InRange(people.Count(person => person.EndsOn is not null), 1, People / 3);
        Assert.InRange(people.Count(person => person.LineLead is not null), People / 4, People - 1);
    }

    [Fact]
    public async Task Most_have_signed_in_each_year_some_late_and_some_not_yet()
    {
        await using var db = await DbAsync(services);
        var signed = await db.Attestations.AsNoTracking().Select(row => row.SignedAt).ToListAsync(TestContext.Current.CancellationToken);
        var byYear = signed.CountBy(at => AcademicYear.Containing(LondonTime.DateIn(at)).StartsIn).ToDictionary();
        var invented = (await InventedAsync(db)).ConvertAll(person => person.Id);
        var lines = await db.RequirementLines.AsNoTracking().Where(line => invented.Contains(line.StaffId)).ToListAsync(TestContext.Current.CancellationToken);
        var standing = lines.CountBy(line => line.State).ToDictionary();
        var late = await db.RequirementPeople.CountAsync(
            person => invented.Contains(person.StaffId) && person.EarliestDue < LondonTime.DateIn(Now),
            TestContext.Current.CancellationToken
        );

        Assert.True(byYear[2025] > People && byYear[2026] > People);
        Assert.DoesNotContain(signed, at => at > Now);
        Assert.InRange(standing[LineState.Signed], lines.Count / 2, lines.Count * 97 / 100);
        Assert.InRange(standing[LineState.Open], 1, lines.Count / 3);
        Assert.InRange(late, 1, People / 2);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_school_and_another_gives_another()
    {
        var begun = TestSchool.NewFolder();
        await Demo.FillAsync(begun, Begins, [], TestContext.Current.CancellationToken);
        var first = await SchoolAsync(services);

        Assert.Equal(first, await GrowAsync(begun, seed: 1));
        Assert.NotEqual(first, await GrowAsync(begun, seed: 2));
        TestSchool.Delete(begun);
    }

    private static Task<ChainVerdict> VerifyAsync(ServiceProvider services) =>
        services.CreateScope().ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(TestContext.Current.CancellationToken);

    private static Task<InductionDb> DbAsync(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>Without the few who sign in.</summary>
    private static async Task<List<StaffMember>> InventedAsync(InductionDb db) =>
        [
            .. (await db.People.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
                .Where(person => person.Id.Value.ToString().StartsWith("0000000", StringComparison.Ordinal))
                .OrderBy(person => person.Id.Value),
        ];

    /// <summary>Who is there and who signed what when, line by line.</summary>
    private static async Task<string> SchoolAsync(ServiceProvider services)
    {
        await using var db = await DbAsync(services);
        var people = await InventedAsync(db);
        var ids = people.Select(person => person.Id).ToHashSet();
        var titles = await db
            .Versions.AsNoTracking()
            .ToDictionaryAsync(version => version.Id, version => $"{version.Text.Title} {version.Number}", TestContext.Current.CancellationToken);
        var signed = (await db.Attestations.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
            .Where(row => ids.Contains(row.StaffId))
            .OrderBy(row => row.Id.Value);
        return string.Join(
            '\n',
            people
                .Select(person => $"{person.Id} {person.FullName} {person.JobTitle} {person.StartsOn} {person.EndsOn} {person.LineLead}")
                .Concat(signed.Select(row => $"{row.Id} {row.StaffId} {titles[row.VersionId]} {row.SignedAt:O}"))
        );
    }

    private static ServiceProvider Open(DataFolder folder) =>
        DemoStore.Wire(new ServiceCollection().AddLogging(), folder, mayWrite: true).AddSingleton<TimeProvider>(new TestClock(Now)).BuildServiceProvider();

    /// <summary>What becomes of a school with its few people, line by line.</summary>
    private static async Task<string> GrowAsync(DataFolder begun, int seed)
    {
        StoreFiles.Close(begun);
        var folder = StoreFiles.Copy(begun, withKeys: true);
        string school;
        await using (var grown = Open(folder))
        {
            await new LargeSchool(grown, folder, Size(seed), Now).FillAsync(TestContext.Current.CancellationToken);
            school = await SchoolAsync(grown);
        }

        TestSchool.Delete(folder);
        return school;
    }

    private static LargeSize Size(int seed) => new(People, Policies, Years, seed);

    /// <summary>The school, made once for tests that only look at it.</summary>
    public sealed class Made : IAsyncLifetime
    {
        private readonly DataFolder folder = TestSchool.NewFolder();

        internal ServiceProvider Services { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Demo.FillLargeAsync(folder, Size(seed: 1), Now, CancellationToken.None);
            Services = Open(folder);
        }

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            TestSchool.Delete(folder);
        }
    }
}
