using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Features.Setup;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data;

/// <summary>Schools on one server have nothing of each other.</summary>
public sealed class SchoolStoresTests : IAsyncLifetime
{
    private readonly TestClock clock = new(TestSchool.Monday);
    private readonly List<DataFolder> folders = [TestSchool.NewFolder(), TestSchool.NewFolder()];
    private readonly IServiceCollection registered;
    private readonly ServiceProvider services;

    public SchoolStoresTests()
    {
        registered = ServiceRegistration
            .AddEverything(new ServiceCollection().AddLogging(), folders[0], mayWrite: true)
            .AddSingleton(new StoreLocation(folders[1], MayWrite: true))
            .AddSingleton(
                TestSettings.Mail(("PickupFolder", folders[0].FolderPath), ("From", "office@school.example"), ("Address", "https://school.example")).Options
            )
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        services = registered.BuildServiceProvider(validateScopes: true);
    }

    private SchoolStores Schools => services.GetRequiredService<SchoolStores>();

    public async ValueTask InitializeAsync()
    {
        foreach (var (store, name) in Schools.All.Zip(["Stocks Green", "Hilltop"]))
        {
            await AskAsync(
                store,
                async scope =>
                {
                    await DatabaseStartup.PrepareAsync(
                        scope.GetRequiredService<IDbContextFactory<InductionDb>>(),
                        scope.GetRequiredService<DataFolder>(),
                        TestContext.Current.CancellationToken
                    );
                    var form = new SetUpForm
                    {
                        SchoolName = name,
                        HeadteacherName = "Helen Ashdown",
                        Email = "head@school.example",
                        Password = TestSchool.Password,
                        PasswordAgain = TestSchool.Password,
                    };
                    return (
                        await scope.GetRequiredService<SetUpSchool>().ExecuteAsync(form, isDemonstration: false, TestContext.Current.CancellationToken)
                    ).Value();
                }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folders.ForEach(TestSchool.Delete);
    }

    [Fact]
    public async Task What_is_done_in_one_school_leaves_the_other_as_it_was()
    {
        var (one, other) = (Schools.All[0], Schools.All[1]);
        var (before, was) = (await KnownAsync(one), await KnownAsync(other));
        Assert.Equal(("Stocks Green", "Hilltop"), (before.School, was.School));
        Assert.NotEqual(before.Key, was.Key);
        Assert.NotEqual(before.Head, was.Head);
        Assert.NotEqual(before.Code, was.Code);

        await PublishAndSignAsync(one);
        await AskAsync(
            one,
            async scope =>
            {
                await scope
                    .GetRequiredService<SigningKeyChange>()
                    .ExecuteAsync(scope.GetRequiredService<SigningKeyStore>().Create("Stocks Green"), "a test", TestContext.Current.CancellationToken);
                return true;
            }
        );

        var now = await KnownAsync(one);
        Assert.Equal(1, now.Published);
        Assert.NotEqual((before.Key, before.Head), (now.Key, now.Head));
        Assert.Equal(was, await KnownAsync(other));
        Assert.IsType<ChainVerdict.Intact>(await VerifyAsync(one));
        Assert.IsType<ChainVerdict.Intact>(await VerifyAsync(other));
    }

    /// <summary>A write that has not ended holds up the writers of its own school and no others.</summary>
    [Fact]
    public async Task A_school_does_not_wait_for_the_writer_of_another()
    {
        var (one, other) = (Schools.All[0], Schools.All[1]);
        var isWriting = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var slow = AskAsync(
            one,
            scope =>
                scope
                    .GetRequiredService<EvidenceWriter>()
                    .WriteAsync(
                        async (_, _) =>
                        {
                            isWriting.SetResult();
                            await mayEnd.Task;
                            return true;
                        },
                        TestContext.Current.CancellationToken
                    )
        );
        await isWriting.Task;

        var waiting = WriteNothingAsync(one);
        Assert.True(await WriteNothingAsync(other));
        Assert.False(waiting.IsCompleted);

        mayEnd.SetResult();
        Assert.True(await slow);
        Assert.True(await waiting);
    }

    /// <summary>All that belongs to a school is one object to each scope of it, and another to another school.</summary>
    [Fact]
    public async Task A_school_has_one_of_each_and_shares_it_with_no_other()
    {
        foreach (var type in PerStore())
        {
            var first = await AskAsync(Schools.All[0], scope => Task.FromResult(scope.GetRequiredService(type)));
            Assert.Same(first, await AskAsync(Schools.All[0], scope => Task.FromResult(scope.GetRequiredService(type))));
            Assert.NotSame(first, await AskAsync(Schools.All[1], scope => Task.FromResult(scope.GetRequiredService(type))));
        }

        Assert.Contains(typeof(EvidenceWriter), PerStore());
    }

    [Fact]
    public async Task A_scope_that_belongs_to_no_school_is_refused_where_there_are_several()
    {
        await using var scope = services.CreateAsyncScope();

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<CurrentSchool>());
    }

    [Fact]
    public void What_must_be_disposed_of_belongs_to_a_scope_and_not_to_a_store() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddPerStore<MemoryStream>());

    /// <summary>A service of the whole server that holds one of a school would hold the first school's for all.</summary>
    [Fact]
    public void No_service_of_the_whole_server_knows_a_school()
    {
        Assert.Empty(KnowingASchool(new ServiceCollection().Add(registered).AddRetentionWorker()));
        Assert.Equal([typeof(Planted)], KnowingASchool(new ServiceCollection().Add(registered).AddRetentionWorker().AddSingleton<Planted>()));
    }

    /// <summary>What is static is shared by all schools: it may hold what never changes, and nothing that fills or locks.</summary>
    [Fact]
    public void Nothing_static_holds_what_a_school_has()
    {
        Assert.Equal(
            // What the compiler's own page types ask for, the same for every school.
            ["UnreadableQueryMiddleware.Pages"],
            HeldByAll(typeof(SchoolStore).Assembly.GetTypes()).Select(field => $"{field.DeclaringType!.Name}.{field.Name}")
        );
        Assert.Equal(["Gate", "Known", "current"], HeldByAll([typeof(Planted)]).Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    private IEnumerable<Type> PerStore() =>
        registered
            .Where(service => service is { Lifetime: ServiceLifetime.Transient, ImplementationFactory: { } make } && IsOfStore(make))
            .Select(service => service.ServiceType);

    private static bool IsOfStore(Func<IServiceProvider, object> make) => make.Method.DeclaringType!.DeclaringType == typeof(StoreServices);

    private static List<Type> KnowingASchool(IServiceCollection registered)
    {
        var known = registered
            .Where(service => service.Lifetime is not ServiceLifetime.Singleton && IsOurs(service.ServiceType))
            .Select(service => service.ServiceType)
            .Append(typeof(IDbContextFactory<InductionDb>))
            .ToHashSet();
        return
        [
            .. registered
                .Where(service => service is { IsKeyedService: false, Lifetime: ServiceLifetime.Singleton } && service.ServiceType != typeof(StoreLocation))
                .Select(service => service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ServiceType)
                .Where(type => IsOurs(type) && type.GetConstructors().Any(made => made.GetParameters().Any(asked => known.Contains(asked.ParameterType)))),
        ];
    }

    private static bool IsOurs(Type type) => type.FullName!.StartsWith("StocksGreen.Induction.", StringComparison.Ordinal);

    /// <summary>Static fields that can be set again, that lock, or that take more in.</summary>
    private static IEnumerable<FieldInfo> HeldByAll(IEnumerable<Type> types) =>
        types
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal))
            .Where(field => !field.IsInitOnly || IsGate(field.FieldType) || IsCache(field.FieldType));

    private static bool IsGate(Type type) => type == typeof(SemaphoreSlim) || type == typeof(Lock) || type == typeof(object) || type == typeof(OneAtATime);

    private static bool IsCache(Type type) =>
        type.Namespace == "System.Collections.Concurrent"
        || type.Name.Contains("MemoryCache", StringComparison.Ordinal)
        || type.Name.StartsWith("ConditionalWeakTable", StringComparison.Ordinal);

    private async Task PublishAndSignAsync(SchoolStore store)
    {
        var head = await AskAsync(
            store,
            async scope =>
            {
                await using var db = await scope.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
                var person = await db.People.SingleAsync();
                return new Actor(person.Id, person.FullName, AccessRoles.Staff | AccessRoles.Headteacher, new IdentityProof("password", clock.Now), "session");
            }
        );
        var text = SamplePolicy.Read().Policy;
        var plan = PublishPlan.First("Helen Ashdown", AudienceDuty.InFull([Audience.Employee]));
        (
            await AskAsync(
                store,
                scope =>
                    scope
                        .GetRequiredService<PublishPolicy>()
                        .ExecuteAsync(head, new Publication(null, null, text, "policy.txt", plan), TestContext.Current.CancellationToken)
            )
        ).Value();
        await AskAsync(
            store,
            async scope =>
            {
                await using var db = await scope.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
                var version = Assert.Single(await db.ReadVersionsAsync(TestContext.Current.CancellationToken));
                foreach (var part in version.Parts)
                {
                    (await scope.GetRequiredService<ConfirmPart>().ExecuteAsync(head, version.Id, part.Ordinal, TestContext.Current.CancellationToken)).Value();
                }

                var form = new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, head.FullName, DeclarationOutcome.NothingToDeclare);
                return Assert.IsType<SignOutcome.Signed>(
                    (await scope.GetRequiredService<SignPolicy>().ExecuteAsync(head, version.Id, form, TestContext.Current.CancellationToken)).Value()
                );
            }
        );
    }

    /// <summary>What a school knows of itself.</summary>
    private Task<Knowledge> KnownAsync(SchoolStore store) =>
        AskAsync(
            store,
            async scope =>
            {
                await using var db = await scope.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
                return new Knowledge(
                    (await scope.GetRequiredService<CurrentSchool>().GetAsync(TestContext.Current.CancellationToken))!.Name,
                    scope.GetRequiredService<SigningKeyStore>().Current()!.Id,
                    (await db.Evidence.OrderByDescending(entry => entry.Number).FirstAsync(TestContext.Current.CancellationToken)).Hash,
                    (await db.ReadVersionsAsync(TestContext.Current.CancellationToken)).Count,
                    await db.Attestations.CountAsync(TestContext.Current.CancellationToken),
                    scope.GetRequiredService<SetUpCode>().Printed
                );
            }
        );

    private Task<ChainVerdict> VerifyAsync(SchoolStore store) =>
        AskAsync(store, scope => scope.GetRequiredService<VerifyEvidence>().ExecuteAsync(TestContext.Current.CancellationToken));

    private Task<bool> WriteNothingAsync(SchoolStore store) =>
        AskAsync(store, scope => scope.GetRequiredService<EvidenceWriter>().WriteAsync((_, _) => Task.FromResult(true), TestContext.Current.CancellationToken));

    private async Task<T> AskAsync<T>(SchoolStore store, Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = Schools.CreateScope(store);
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await ask(scope.ServiceProvider);
    }

    private sealed record Knowledge(string School, string Key, string Head, int Published, int Signed, string Code);

#pragma warning disable CA1823, CS0169, IDE0051, IDE0044, CS0649, S1144 // Only looked at.
    private sealed class Planted(EvidenceWriter evidence)
    {
        private static readonly SemaphoreSlim Gate = new(1, 1);
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Known = new();
        private static readonly string[] Fixed = [];
        private static string? current;

        internal EvidenceWriter Evidence => evidence;
    }
#pragma warning restore CA1823, CS0169, IDE0051, IDE0044, CS0649, S1144
}
