using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.SignIns;
using StocksGreen.Induction.Hosting;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>The whole application on Kestrel and a free port, with the clock of <see cref="DemoStore.Now"/>.</summary>
/// <remarks>It answers on <c>localhost</c>, as browsers compress and keep cookies there as they do for a school's own address.</remarks>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    private readonly DataFolder folder;
    private readonly SemaphoreSlim door = new(1);

    private readonly IReadOnlyList<(string Name, string Value)> settings;

    private RunningApp(DataFolder folder, int port, IReadOnlyList<(string Name, string Value)> settings)
    {
        this.folder = folder;
        this.settings = settings;
        UseKestrel(port);
    }

    public static DateOnly Today => LondonTime.DateIn(DemoStore.Now);

    public Uri Address { get; private set; } = null!;

    /// <summary>Stands still; only a test that has the application to itself may move it.</summary>
    internal DemoClock Clock { get; } = new(DemoStore.Now);

    /// <summary>What the server logged as an error.</summary>
    public FaultLog Faults { get; } = new();

    /// <param name="port">0 for any that is free.</param>
    public static async Task<RunningApp> StartAsync(DataFolder folder, int port = 0, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var app = new RunningApp(folder, port, settings);
        await Task.Run(app.StartServer);
        app.Address = new UriBuilder(app.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        return app;
    }

    /// <summary>Does something with the application's own services.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }

    /// <summary>Adds a person for one test, so that tests do not meet in the same person.</summary>
    /// <param name="daysInPost">0 for someone who starts today.</param>
    /// <param name="password">Null for someone who comes in by a one-time link.</param>
    public Task<StaffId> AddPersonAsync(
        string fullName,
        string jobTitle = "Teaching assistant",
        Audience audience = Audience.Employee,
        int daysInPost = 0,
        string? password = null
    ) =>
        AskAsync(async services =>
        {
            var headteacher = await ActorAsync(services, DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher);
            var form = new PersonForm
            {
                FullName = fullName,
                Email = $"{Guid.NewGuid():N}@stocksgreen.example",
                JobTitle = jobTitle,
                Audience = audience,
                StartsOn = Today.AddDays(-daysInPost),
            };
            return (await services.GetRequiredService<AddPerson>().ExecuteAsync(headteacher, form, password, CancellationToken.None)).Value();
        });

    /// <summary>Someone who works in the office.</summary>
    public Task<StaffId> AddOfficeWorkerAsync(string fullName) =>
        AskAsync(async services =>
        {
            var headteacher = await ActorAsync(services, DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher);
            var form = new PersonForm
            {
                FullName = fullName,
                Email = $"{Guid.NewGuid():N}@stocksgreen.example",
                JobTitle = "Office assistant",
                StartsOn = Today.AddDays(-30),
                IsOffice = true,
            };
            return (await services.GetRequiredService<AddPerson>().ExecuteAsync(headteacher, form, null, CancellationToken.None)).Value();
        });

    /// <summary>The headteacher enters someone's last day.</summary>
    public Task<Result<Unit>> EndAsync(StaffId person, DateOnly lastDay) =>
        AskAsync(async services =>
            await services
                .GetRequiredService<EndPerson>()
                .ExecuteAsync(
                    await ActorAsync(services, DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher),
                    person,
                    lastDay,
                    stopNow: false,
                    seen: null,
                    CancellationToken.None
                )
        );

    public Task<StaffId> IdOfAsync(string fullName) => AskAsync(async services => (await ActorAsync(services, fullName, AccessRoles.Staff)).StaffId);

    public Task<string> EmailOfAsync(StaffId person) =>
        AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return (await db.People.SingleAsync(row => row.Id == person)).Email!;
        });

    /// <summary>A fresh one-time link of a person.</summary>
    public Task<string> LinkForAsync(StaffId person) =>
        AskAsync(async services => Urls.SignInLink((await services.GetRequiredService<AccountService>().IssueLinkAsync(person, CancellationToken.None))!));

    /// <summary>Gives an account roles, as someone does who writes into the database: no session is told.</summary>
    public Task<int> SetRolesAsync(StaffId person, AccessRoles roles) =>
        AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.Users.Where(account => account.StaffId == person).ExecuteUpdateAsync(set => set.SetProperty(account => account.Roles, roles));
        });

    /// <summary>A one-time link that the office makes for a person.</summary>
    public Task<string> OfficeLinkForAsync(StaffId person) =>
        AskAsync(async services =>
        {
            var office = await ActorAsync(services, DemoStaffList.Office, AccessRoles.Staff | AccessRoles.Office);
            return Urls.SignInLink((await services.GetRequiredService<IssueSignInLink>().ExecuteAsync(office, person, CancellationToken.None)).Value());
        });

    /// <summary>A one-time code that the office makes for a person.</summary>
    public Task<string> OfficeCodeForAsync(StaffId person) =>
        AskAsync(async services =>
        {
            var office = await ActorAsync(services, DemoStaffList.Office, AccessRoles.Staff | AccessRoles.Office);
            return (await services.GetRequiredService<IssueSignInCode>().ExecuteAsync(office, person, CancellationToken.None)).Value();
        });

    /// <summary>Lets a person in by a one-time link. Tests come in one after the other, for a new link of a person ends the earlier one.</summary>
    public async Task ComeInAsync(StaffId person, Func<string, Task> useLink)
    {
        await door.WaitAsync();
        try
        {
            await useLink(await LinkForAsync(person));
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>The only version that the demonstration publishes.</summary>
    public Task<PolicyVersion> VersionAsync() =>
        AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.Versions.AsNoTracking().SingleAsync();
        });

    /// <summary>The signatures of a person.</summary>
    public Task<IReadOnlyList<Attestation>> SignaturesOfAsync(StaffId person) =>
        AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return (IReadOnlyList<Attestation>)await db.Attestations.AsNoTracking().Where(row => row.StaffId == person).ToListAsync();
        });

    /// <summary>One entry of the evidence.</summary>
    public Task<EvidenceEntry> EvidenceAsync(long number) =>
        AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.Evidence.AsNoTracking().SingleAsync(entry => entry.Number == number);
        });

    /// <summary>Confirms every part, by the command that the page calls.</summary>
    public Task<int> ConfirmEverythingAsync(StaffId person) =>
        AskAsync(async services =>
        {
            var version = await VersionAsync();
            var actor = new Actor(person, "", AccessRoles.Staff, new IdentityProof("password", DemoStore.Now), "test");
            foreach (var part in version.Parts)
            {
                await services.GetRequiredService<ConfirmPart>().ExecuteAsync(actor, version.Id, part.Ordinal, CancellationToken.None);
            }

            return version.Parts.Count;
        });

    /// <summary>Stops the server and waits until it has let go of the database.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        door.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!IsFree())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Induction:DataFolder", folder.FolderPath);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logs => logs.AddProvider(Faults));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock).Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            // What the server does by itself, it may do in the middle of any test, which would take it for its own doing.
            foreach (var worker in services.Where(IsWorkerOfOurs).ToList())
            {
                services.Remove(worker);
            }
        });
    }

    private static bool IsWorkerOfOurs(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType?.Assembly ?? service.ImplementationFactory?.Method.Module.Assembly) == typeof(WebServer).Assembly;

    private bool IsFree()
    {
        try
        {
            DatabaseLock.Take(folder).Dispose();
            return true;
        }
        catch (OperatorException)
        {
            return false;
        }
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, string fullName, AccessRoles roles)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
        var person = await db.People.SingleAsync(row => row.FullName == fullName);
        return new Actor(person.Id, fullName, roles, new IdentityProof("password", DemoStore.Now), "test");
    }
}
