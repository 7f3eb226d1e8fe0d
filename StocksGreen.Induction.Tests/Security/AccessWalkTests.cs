using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Data.Sqlite;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Layout;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Features.Reports.Gallery;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>
/// Every address × everyone × looking and sending × our own, a missing and someone else's token, from the one table of who may open what. What an address
/// holds of someone else is asked at an address at which there really is something.
/// </summary>
[Collection<WalkedSchoolTests>]
public sealed class AccessWalkTests(WalkedSchool school)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Addresses that hold one person's own, or what one kind of reader is given: whoever may open some finds none of somebody else's.</summary>
    private static readonly string[] OfOnePerson =
    [
        "/signed-copies/{id:guid}.pdf",
        "/reports/induction-record.pdf",
        "/signatures/{id:guid}/scan",
        "/declarations/{Id:guid}",
        "/extensions/new",
        "/mail/chase/{Selection:guid}",
        "/people/import/{Id:guid}",
        "/help/{Name}",
        "/library/{Policy:guid}",
        "/policy-originals/{version:guid}",
        "/policy-versions/{version:guid}/{format}",
    ];

    /// <summary>Wide open and changing with every request, or ended by looking: they have tests of their own.</summary>
    private static readonly string[] NotAsked = ["/kiosk/end", "/sign-out", "/kiosk/open", "/signed-in/told"];

    private readonly List<string> wrong = [];
    private int asked;

    [Fact]
    public void Every_address_has_a_row_and_every_row_an_address()
    {
        var patterns = Endpoints().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(patterns, AccessTable.Rows.Select(row => row.Pattern).Order(StringComparer.Ordinal));
    }

    /// <summary>Live pages ask again at every command; a new one is to be looked at by someone, and then stands here.</summary>
    [Fact]
    public void Every_live_page_is_known()
    {
        var live = typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(LiveIslandAttribute), inherit: false));

        Assert.Equal(
            [nameof(EvidencePackPage), nameof(ReportsPage), nameof(WhoHasNotSignedPage)],
            live.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nobody_opens_or_sends_anything_that_the_table_does_not_give_them()
    {
        var everyone = await EveryoneAsync();
        try
        {
            var foreign = await everyone[0].Visitor.TokenAsync(Urls.MyReading);
            foreach (var (name, who, visitor) in everyone)
            {
                var token = who is Viewers.Nobody ? "" : await visitor.TokenAsync(Urls.MyReading);
                foreach (var endpoint in Endpoints())
                {
                    await AskAsync(name, who, visitor, endpoint, token, name == everyone[0].Name ? "CfDJ8" + new string('A', 150) : foreign);
                }
            }
        }
        finally
        {
            everyone.ForEach(one => one.Visitor.Dispose());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} requests by {everyone.Count}; {wrong.Count} ways in");
        Assert.True(asked > 3_000, $"Only {asked} were asked.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private async Task AskAsync(string name, Viewers who, Visitor visitor, RouteEndpoint endpoint, string token, string foreign)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (NotAsked.Contains(pattern))
        {
            return;
        }

        var isOpen = (AccessTable.Rows.Single(row => row.Pattern == pattern).Who & who) != Viewers.None;
        var isReal = school.Addresses.TryGetValue(pattern, out var found);
        var address = isReal ? found! : Address(endpoint);
        var methods = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
        if (methods.Contains("GET"))
        {
            var answer = await visitor.GetAsync(address);
            asked++;
            if (isOpen ? IsClosed(answer, who) && isReal && IsForAll(pattern) : !IsClosed(answer, who))
            {
                wrong.Add($"{name} looked at {address} ({pattern}): {(int)answer.Status} {answer.Location}");
            }
        }

        if (!methods.Contains("POST"))
        {
            return;
        }

        using var watch = new SqliteConnection($"Data Source={school.Folder.Database};Mode=ReadOnly;Pooling=False");
        watch.Open();
        var before = Version(watch);
        foreach (var (kind, sent) in new[] { ("our", token), ("no", ""), ("a foreign", foreign) })
        {
            if (kind == "our" && (isOpen || sent.Length == 0))
            {
                // What those may send who may is walked form by form.
                continue;
            }

            var answer = await visitor.PostAsync(address, Visitor.Pairs(("_handler", "walk"), (Token, sent)));
            asked++;
            if (!(answer.Status is HttpStatusCode.BadRequest || IsClosed(answer, who)) || Version(watch) != before)
            {
                wrong.Add($"{name} sent to {address} with {kind} token: {(int)answer.Status} {answer.Location}{(Version(watch) == before ? "" : ", stored")}");
            }
        }
    }

    /// <summary>Another test may have sent what takes a question or a pack out of use: its page is gone then.</summary>
    private static readonly string[] MayBeGone = ["/policies/{Policy:guid}/questions/{Question:guid}", "/inductions/packs/{Id:guid}"];

    private static bool IsForAll(string pattern) =>
        !OfOnePerson.Contains(pattern) && !MayBeGone.Contains(pattern) && !pattern.StartsWith(Urls.MyReading + "/", StringComparison.Ordinal);

    private static bool IsClosed(Answer answer, Viewers who) =>
        answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Gone or HttpStatusCode.TooManyRequests
        || (who is Viewers.Nobody && answer.Status is HttpStatusCode.Redirect && answer.Location?.StartsWith(Urls.SignIn, StringComparison.Ordinal) == true);

    private IEnumerable<RouteEndpoint> Endpoints() =>
        school.Endpoints.Where(endpoint =>
            endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && endpoint.RoutePattern.RawText!.TrimStart('/') is var raw
            && !raw.StartsWith('_')
            && (WalkedSchool.IsPage(endpoint) || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>() is not null)
        );

    /// <summary>Each with what they are and nothing else. The first gives the others a foreign token.</summary>
    private async Task<List<(string Name, Viewers Who, Visitor Visitor)>> EveryoneAsync()
    {
        var app = school.App;
        var lead = await app.AddPersonAsync("Lena Lead");
        await app.SetRolesAsync(lead, AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead);
        var worker = await app.AddOfficeWorkerAsync("Rolf Changed");
        var changed = await Visitor.AsAsync(app, worker);
        await app.SetRolesAsync(worker, AccessRoles.Staff);
        var leaving = await app.AddOfficeWorkerAsync("Lea Verr");
        var leaver = await Visitor.AsAsync(app, leaving);
        Assert.Equal(HttpStatusCode.OK, (await leaver.GetAsync(Urls.People)).Status);
        await app.EndAsync(leaving, Support.Schools.RunningApp.Today.AddDays(-1));
        var ending = await Visitor.AsAsync(app, await app.AddOfficeWorkerAsync("Enid Ended"));
        var ended = Visitor.CopyOf(app, ending);
        Assert.Equal(HttpStatusCode.OK, (await ended.GetAsync(Urls.People)).Status);
        await ending.SignOutAsync();
        ending.Dispose();
        var given = Visitor.Of(app);
        await given.SubmitAsync(await app.OfficeLinkForAsync(await app.AddPersonAsync("Gina Given")), "link");
        var pupil = Visitor.Of(app);
        return
        [
            ("staff", Viewers.Staff, await Visitor.AsAsync(app, await app.AddPersonAsync("Stella Staff"))),
            ("the office", Viewers.Office, await Visitor.AsAsync(app, await app.AddOfficeWorkerAsync("Olga Office"))),
            ("the headteacher", Viewers.Headteacher, await Visitor.AsAsync(app, DemoStaffList.Headteacher)),
            ("the DSL", Viewers.Lead, await Visitor.AsAsync(app, lead)),
            ("a governor", Viewers.Governor, await Visitor.AsAsync(app, await app.AddPersonAsync("Gus Governor", audience: Audience.Governor))),
            ("the named governor", Viewers.NamedGovernor, await Visitor.AsAsync(app, "Catherine Ollerenshaw")),
            ("someone at the signing station", Viewers.SharedDevice, await AtDeviceAsync()),
            ("someone by an office-made link", Viewers.GivenWayIn, given),
            ("an office worker whose role was taken", Viewers.Staff, changed),
            ("a leaver", Viewers.Nobody, leaver),
            ("an ended session", Viewers.Nobody, ended),
            ("a stranger", Viewers.Nobody, pupil),
        ];
    }

    private async Task<Visitor> AtDeviceAsync()
    {
        var person = await school.App.AddPersonAsync("Kim Device");
        var device = await Visitor.AsAsync(school.App, await school.App.AddOfficeWorkerAsync("Opal Opener"));
        await device.PostAsync(Urls.KioskOpen, Visitor.Pairs((Token, await device.TokenAsync(Urls.MyReading))));
        var answer = await device.SubmitAsync(
            Urls.Kiosk,
            "kiosk",
            ("Form.Person", person.ToString()!),
            ("Form.Code", await school.App.OfficeCodeForAsync(person))
        );
        Assert.Equal(Urls.MyReading, answer.Location);
        return device;
    }

    /// <summary>Changes whenever anyone else has written to the file.</summary>
    private static long Version(SqliteConnection watch)
    {
        using var command = new SqliteCommand("PRAGMA data_version", watch);
        return (long)command.ExecuteScalar()!;
    }

    private static string Address(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternSeparatorPart separator => separator.Content,
                            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") =>
                                Guid.Empty.ToString(),
                            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "length(64)") => new string(
                                '1',
                                64
                            ),
                            _ => "1",
                        }
                    )
                )
            )
        );
}
