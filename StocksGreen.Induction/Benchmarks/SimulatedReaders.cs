using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Staff;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>Invented people who have read everything and hold a one-time link each, so that only their signatures are left to be measured.</summary>
internal sealed class SimulatedReaders(PolicyVersion version, IReadOnlyList<SimulatedReaders.Member> members)
{
    internal PolicyVersion Version => version;

    internal IReadOnlyList<Member> Members => members;

    /// <summary>Never signs; the reading page is weighed through these eyes.</summary>
    internal Member Onlooker => members[^1];

    internal static async Task<SimulatedReaders> MakeAsync(
        CommandLine.Wiring wire,
        DataFolder folder,
        int signatures,
        CancellationToken cancellationToken,
        bool hasRead = true
    )
    {
        await new DemoCommand(wire, (_, _, _) => Task.FromResult(0)).FillAsync(folder, DateTimeOffset.UtcNow, [], cancellationToken);
        await using var services = wire(new ServiceCollection().AddLogging(), folder, true).BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var version = (await db.ReadVersionsAsync(cancellationToken)).Single(row => row.Text.Title == Features.Policies.SamplePolicy.Read().Policy.Title);
        var members = new List<Member>();
        for (var i = 0; i <= signatures; i++)
        {
            members.Add(await AddAsync(scope.ServiceProvider, version, i, hasRead && i < signatures, cancellationToken));
        }

        return new SimulatedReaders(version, members);
    }

    internal static async Task<AttestationId> AnySignatureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        return (await db.Attestations.OrderByDescending(attestation => attestation.EvidenceNumber).FirstAsync(cancellationToken)).Id;
    }

    /// <returns>Milliseconds of each POST that signs, after a few that warm the server up.</returns>
    internal async Task<List<double>> SignAsync(Uri server, CancellationToken cancellationToken)
    {
        const int WarmUp = 5;
        var times = new List<double>();
        foreach (var member in members.SkipLast(1))
        {
            using var http = await SignInAsync(server, member, cancellationToken);
            var form = await FormAsync(http, Components.Urls.Sign(version.Id), cancellationToken);
            form["Form.AffirmsRead"] = form["Form.AffirmsUnderstood"] = "true";
            form["Form.Declaration"] = nameof(DeclarationOutcome.NothingToDeclare);
            form["Form.TypedName"] = member.FullName;
            using var content = new FormUrlEncodedContent(form);
            var clock = Stopwatch.StartNew();
            using var answer = await http.PostAsync(new Uri(Components.Urls.Sign(version.Id), UriKind.Relative), content, cancellationToken);
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.Found)
            {
                throw new InvalidOperationException($"A signature was answered with {answer.StatusCode}.");
            }
        }

        return [.. times.Skip(Math.Min(WarmUp, times.Count - 1))];
    }

    internal static async Task<HttpClient> SignInAsync(Uri server, Member member, CancellationToken cancellationToken)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server };
        var link = Components.Urls.SignInLink(member.Secret);
        using var content = new FormUrlEncodedContent(await FormAsync(http, link, cancellationToken));
        using var answer = await http.PostAsync(new Uri(link, UriKind.Relative), content, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Found
            ? http
            : throw new InvalidOperationException($"A one-time link was answered with {answer.StatusCode}.");
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpClient http, string path, CancellationToken cancellationToken) =>
        SimulatedReader.Form(await http.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken))
        ?? throw new InvalidOperationException($"{path} has no form.");

    private static async Task<Member> AddAsync(IServiceProvider services, PolicyVersion version, int number, bool hasRead, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var office = StoreOption.Actor(clock);
        var fullName = string.Create(CultureInfo.InvariantCulture, $"Measured Person {number}");
        var form = new PersonForm
        {
            FullName = fullName,
            Email = string.Create(CultureInfo.InvariantCulture, $"measured.{number}@stocksgreen.example"),
            JobTitle = "Teaching assistant",
            StartsOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1),
        };
        var person = (await services.GetRequiredService<AddPerson>().ExecuteAsync(office, form, null, cancellationToken)).OrThrow($"Adding {fullName}");
        var actor = new Actor(person, fullName, AccessRoles.Staff, office.Proof, "measuring");
        foreach (var part in hasRead ? version.Parts : [])
        {
            await services.GetRequiredService<ConfirmPart>().ExecuteAsync(actor, version.Id, part.Ordinal, cancellationToken);
        }

        return new Member(
            fullName,
            await services.GetRequiredService<AccountService>().IssueLinkAsync(person, cancellationToken)
                ?? throw new InvalidOperationException("There is no account.")
        );
    }

    /// <param name="Secret">Of the one-time link.</param>
    internal sealed record Member(string FullName, string Secret);
}
