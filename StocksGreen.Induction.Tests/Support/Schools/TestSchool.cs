using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Calendar;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Setup;
using StocksGreen.Induction.Hosting;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A school on a real SQLite file in a folder of its own, wired as the program wires it; the folder goes with it.</summary>
public sealed class TestSchool : IAsyncDisposable
{
    public const string Name = "Stocks Green Primary School";

    public const string Password = "three random words";

    /// <summary>Monday, in the middle of a morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 9, 14, 9, 0, 0, TimeSpan.Zero);

    // To migrate, to set up and to make a key take longer than most tests, so each is done once a run and its files are copied.
    private static readonly Lazy<Task<DataFolder>> Migrated = new(MigrateAsync);
    private static readonly Lazy<Task<(DataFolder Folder, Actor Headteacher)>> Begun = new(() => BeginAsync(also: null));
    private static readonly Lazy<Task<(DataFolder Folder, Actor Headteacher)>> BegunLikeTheProgram = new(() => BeginAsync(ProtectLikeTheProgram));

    // One for all, or no school could read the key that came with its copy.
    private static readonly EphemeralDataProtectionProvider Protection = new();

    private readonly ServiceProvider services;
    private readonly AsyncServiceScope lasting;

    private TestSchool(DataFolder folder, Action<IServiceCollection>? also = null)
    {
        Folder = folder;
        var wired = ServiceRegistration
            .AddEverything(new ServiceCollection().AddLogging(), folder, mayWrite: true)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDataProtectionProvider>(Protection)
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        also?.Invoke(wired);
        services = wired.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        lasting = services.CreateAsyncScope();
    }

    public DataFolder Folder { get; }

    public TestClock Clock { get; } = new(Monday);

    /// <summary>The headteacher, who is the DSL too; null until the school is set up.</summary>
    public Actor Headteacher { get; private set; } = null!;

    /// <summary>A database with its tables and nothing in them.</summary>
    /// <param name="also">Services that take the place of the program's own.</param>
    public static async Task<TestSchool> NotSetUpAsync(Action<IServiceCollection>? also = null) =>
        new(StoreFiles.Copy(await Migrated.Value, withKeys: false), also);

    /// <summary>A school with its headteacher, on Monday 14 September 2026.</summary>
    /// <param name="also">Services that take the place of the program's own.</param>
    public static Task<TestSchool> OpenAsync(Action<IServiceCollection>? also = null) => CopyAsync(NewFolder(), also);

    /// <summary>A copy of a school that was filled, on Monday 14 September 2026.</summary>
    /// <param name="also">Services that take the place of the program's own.</param>
    public static async Task<TestSchool> OpenAsync(FilledSchool filled, Action<IServiceCollection>? also = null)
    {
        var (store, headteacher) = await filled.StoreAsync();
        return new TestSchool(StoreFiles.Copy(store, withKeys: true), also) { Headteacher = headteacher };
    }

    /// <summary>The school of a program that is no more, with the keys that it left; the folder goes with the school.</summary>
    /// <param name="also">Services that take the place of the program's own.</param>
    public static TestSchool LeftBehind(DataFolder folder, Action<IServiceCollection> also) =>
        new(
            folder,
            services =>
            {
                also(services);
                ProtectLikeTheProgram(services);
            }
        );

    /// <summary>Fills a school whose files stay until the run ends.</summary>
    internal static async Task<(DataFolder Folder, Actor Headteacher)> FillAsync(Func<TestSchool, Task> fill, Action<IServiceCollection>? also)
    {
        var school = await CopyAsync(StoreFiles.NewForTheRun(), also);
        await fill(school);
        await school.lasting.DisposeAsync();
        await school.services.DisposeAsync();
        StoreFiles.Close(school.Folder);
        return (school.Folder, school.Headteacher);
    }

    /// <summary>Protects keys as the program does, so that a command that is given the folder reads them too; that takes longer than most tests.</summary>
    public static void ProtectLikeTheProgram(IServiceCollection services)
    {
        var (folder, _) = (StoreLocation)services.Single(service => service.ServiceType == typeof(StoreLocation)).ImplementationInstance!;
        services.RemoveAll<IDataProtectionProvider>();
        services.AddDataProtection().SetApplicationName("StocksGreen.Induction").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
    }

    /// <summary>A folder that is there and empty.</summary>
    public static DataFolder NewFolder() => StoreFiles.New();

    public static void Delete(DataFolder folder) => StoreFiles.Delete(folder);

    /// <summary>Does something with a service in a scope of its own, as one request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        // Signing in writes cookies, so there is a request for it to answer.
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A service that lives as long as the school.</summary>
    public T Get<T>()
        where T : notnull => lasting.ServiceProvider.GetRequiredService<T>();

    public Task<InductionDb> DbAsync() => Get<IDbContextFactory<InductionDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>Runs SQL as any tool on the file could.</summary>
    public Task<int> SqlAsync(string sql) => CommandAsync(sql, command => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

    /// <summary>The one value that a query gives.</summary>
    public Task<object?> ScalarAsync(string sql) => CommandAsync(sql, command => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));

    public async Task SetUpAsync()
    {
        var form = new SetUpForm
        {
            SchoolName = Name,
            HeadteacherName = "Helen Ashdown",
            Email = "head@school.example",
            IsDesignatedSafeguardingLead = true,
            Password = Password,
        };
        (await AskAsync((SetUpSchool setUp) => setUp.ExecuteAsync(form, isDemonstration: false, TestContext.Current.CancellationToken))).Value();
        await using var db = await DbAsync();
        Headteacher = ActorFor(
            await db.People.SingleAsync(TestContext.Current.CancellationToken),
            AccessRoles.Staff | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead
        );
    }

    /// <summary>Lists a person without an account, in post since long ago unless the test says otherwise.</summary>
    public async Task<Actor> HireAsync(
        string fullName,
        Audience audience = Audience.Employee,
        DateOnly? startsOn = null,
        DateOnly? endsOn = null,
        AccessRoles roles = AccessRoles.Staff,
        string jobTitle = "Class teacher",
        string? email = null
    )
    {
        var person = new StaffMember(StaffId.New(), fullName, email, jobTitle, audience, startsOn ?? new DateOnly(2020, 9, 1), endsOn);
        await using var db = await DbAsync();
        db.People.Add(person);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return ActorFor(person, roles);
    }

    public Task<Actor> HireOfficeAsync() => HireAsync("Ruth Pemberton", roles: AccessRoles.Staff | AccessRoles.Office, jobTitle: "School office manager");

    public async Task LeaveAsync(Actor person, DateOnly lastDay)
    {
        await using var db = await DbAsync();
        db.Entry(await db.People.SingleAsync(row => row.Id == person.StaffId, TestContext.Current.CancellationToken)).Property(row => row.EndsOn).CurrentValue =
            lastDay;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async Task PauseAsync(Actor person, DateOnly from, DateOnly? until = null)
    {
        await using var db = await DbAsync();
        db.Absences.Add(new Absence(Guid.NewGuid(), person.StaffId, from, until));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Enters the terms of 2026/27.</summary>
    public async Task EnterTermsAsync() =>
        (
            await AskAsync(
                (DecideTermDates decide) => decide.ExecuteAsync(Headteacher, new AcademicYear(2026), TestTerms.Forms(), TestContext.Current.CancellationToken)
            )
        ).Value();

    public async Task ExemptAsync(Actor person, VersionId version, DateOnly from, DateOnly? until = null)
    {
        await using var db = await DbAsync();
        var policy = (await db.Versions.SingleAsync(row => row.Id == version, TestContext.Current.CancellationToken)).PolicyId;
        await Get<EvidenceWriter>()
            .WriteAsync(
                (_, log) =>
                    Task.FromResult(
                        log.Record(
                            new Exemption(
                                Guid.NewGuid(),
                                Clock.Now,
                                person.StaffId,
                                policy,
                                from,
                                until,
                                "Leaves on Friday.",
                                Headteacher.StaffId,
                                Headteacher.FullName
                            )
                        )
                    ),
                TestContext.Current.CancellationToken
            );
    }

    /// <summary>
    /// Publishes for employees, governors and volunteers unless the test says otherwise; over a version in force, every change is weighed alike.
    /// </summary>
    public async Task<VersionId> PublishAsync(
        PolicyContent? text = null,
        IReadOnlyList<Audience>? signedBy = null,
        ChangeWeight weight = ChangeWeight.Material,
        IReadOnlyList<AudienceDuty>? duties = null,
        DateOnly? inForceFrom = null
    ) =>
        Assert
            .IsType<PublishOutcome.Published>(
                (await TryPublishAsync(Headteacher, text, duties ?? (signedBy is null ? null : AudienceDuty.InFull(signedBy)), weight, inForceFrom)).Value()
            )
            .Id;

    /// <summary>Publishes as the next version of the policy of that title, or as a new policy.</summary>
    public async Task<Result<PublishOutcome>> TryPublishAsync(
        Actor actor,
        PolicyContent? text = null,
        IReadOnlyList<AudienceDuty>? duties = null,
        ChangeWeight weight = ChangeWeight.Material,
        DateOnly? inForceFrom = null
    )
    {
        text ??= SmallPolicy.Text;
        duties ??= SmallPolicy.ForEverybody;
        await using var db = await DbAsync();
        var policy = await db.Policies.SingleOrDefaultAsync(row => row.Title == text.Title, TestContext.Current.CancellationToken);
        var latest = policy is null
            ? null
            : await db.Versions.Where(row => row.PolicyId == policy.Id).OrderBy(row => row.Number).LastAsync(TestContext.Current.CancellationToken);
        var changes = latest is null ? [] : PolicyComparison.Between(latest.Parts, PolicyMarkdown.Parts(text)).Where(part => part.NeedsDecision);
        var plan = latest is null
            ? PublishPlan.First("Helen Ashdown", duties)
            : new PublishPlan(
                ReviewReason.Annual,
                "",
                "Helen Ashdown",
                "What is new.",
                [.. changes.Select(part => new PlannedChange(part.After?.Ordinal, part.Before?.Ordinal, weight, "Clearer."))],
                duties
            );
        return await AskAsync(
            (PublishPolicy publish) =>
                publish.ExecuteAsync(
                    actor,
                    new Publication(policy?.Id, latest?.Id, text, "visitors.txt", plan with { InForceFrom = inForceFrom }) { Document = SmallPolicy.Document },
                    TestContext.Current.CancellationToken
                )
        );
    }

    /// <param name="shownAt">When the part was first shown; null where that was not recorded.</param>
    public async Task<Result<ConfirmOutcome>> ConfirmAsync(Actor actor, VersionId version, int ordinal, DateTimeOffset? shownAt = null)
    {
        if (shownAt is { } at)
        {
            var now = Clock.Now;
            Clock.Now = at;
            await ShowAsync(actor, version, ordinal);
            Clock.Now = now;
        }

        return await AskAsync((ConfirmPart confirm) => confirm.ExecuteAsync(actor, version, ordinal, TestContext.Current.CancellationToken));
    }

    /// <summary>Shows a part, as its page does.</summary>
    public Task ShowAsync(Actor actor, VersionId version, int ordinal, bool isConfirmed = false) =>
        AskAsync(
            async (NoteReading note) =>
            {
                await note.ShownAsync(actor, version, ordinal, isConfirmed);
                return true;
            }
        );

    /// <summary>Confirms every part.</summary>
    public async Task ReadAsync(Actor actor, VersionId version)
    {
        await using var db = await DbAsync();
        foreach (var part in (await db.Versions.SingleAsync(row => row.Id == version, TestContext.Current.CancellationToken)).Parts)
        {
            Assert.IsType<ConfirmOutcome.Confirmed>((await ConfirmAsync(actor, version, part.Ordinal, Clock.Now)).Value());
        }
    }

    public Task<Result<SignOutcome>> TrySignAsync(Actor actor, VersionId version, SignatureForm? form = null) =>
        AskAsync(
            (SignPolicy sign) =>
                sign.ExecuteAsync(
                    Fresh(actor),
                    version,
                    form ?? new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, actor.FullName, DeclarationOutcome.NothingToDeclare),
                    TestContext.Current.CancellationToken
                )
        );

    /// <summary>Someone who has just signed in.</summary>
    public Actor Fresh(Actor actor) => actor with { Proof = actor.Proof with { At = actor.Proof.IsOld(Clock.Now) ? Clock.Now : actor.Proof.At } };

    /// <summary>Confirms every part and signs.</summary>
    public async Task<AttestationId> SignAsync(Actor actor, VersionId version)
    {
        await ReadAsync(actor, version);
        return Assert.IsType<SignOutcome.Signed>((await TrySignAsync(actor, version)).Value()).Id;
    }

    /// <summary>Takes another key of the school's own into use, or a given one.</summary>
    public Task ReplaceKeyAsync(SigningKey? next = null) =>
        AskAsync(
            async (SigningKeyChange change) =>
            {
                await change.ExecuteAsync(next ?? Get<SigningKeyStore>().Create(Name), "a test", TestContext.Current.CancellationToken);
                return true;
            }
        );

    public Task<ChainVerdict> VerifyAsync() => AskAsync((VerifyEvidence verify) => verify.ExecuteAsync(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await lasting.DisposeAsync();
        await services.DisposeAsync();
        Delete(Folder);
    }

    private async Task<T> CommandAsync<T>(string sql, Func<DbCommand, Task<T>> run)
    {
        await using var db = await DbAsync();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The test writes the SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await run(command);
    }

    private static Actor ActorFor(StaffMember person, AccessRoles roles) =>
        new(person.Id, person.FullName, roles, new IdentityProof("password", Monday), "session of " + person.FullName, "192.0.2.7", "Safari on iPhone");

    private static async Task<TestSchool> CopyAsync(DataFolder empty, Action<IServiceCollection>? also)
    {
        var school = new TestSchool(empty, also);
        // A key can be read by those alone who protect keys as it was protected.
        var (begun, headteacher) = await (school.Get<IDataProtectionProvider>() == Protection ? Begun : BegunLikeTheProgram).Value;
        StoreFiles.Copy(begun, school.Folder, withKeys: true);
        school.Headteacher = headteacher;
        return school;
    }

    private static async Task<DataFolder> MigrateAsync()
    {
        var folder = StoreFiles.NewForTheRun();
        var school = new TestSchool(folder);
        await DatabaseStartup.PrepareAsync(school.Get<IDbContextFactory<InductionDb>>(), folder, CancellationToken.None);
        await school.services.DisposeAsync();
        StoreFiles.Close(folder);
        return folder;
    }

    private static async Task<(DataFolder Folder, Actor Headteacher)> BeginAsync(Action<IServiceCollection>? also)
    {
        var folder = StoreFiles.NewForTheRun();
        File.Copy((await Migrated.Value).Database, folder.Database);
        var school = new TestSchool(folder, also);
        await school.SetUpAsync();
        await school.services.DisposeAsync();
        StoreFiles.Close(folder);
        return (folder, school.Headteacher);
    }
}
