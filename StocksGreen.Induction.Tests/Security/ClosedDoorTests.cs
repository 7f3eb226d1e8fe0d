using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Every address is closed unless it is opened by name, and what one may not see looks as if it were not there.</summary>
public sealed class ClosedDoorTests(SharedSchool school)
{
    /// <summary>All that someone who is not signed in may reach. A new line here is a decision.</summary>
    private static readonly string[] OpenToAnybody =
    [
        "/check",
        "/check/{Written}",
        "/crest/{hash:length(64)}.png",
        "/error",
        "/kiosk",
        "/kiosk/end",
        "/link/{Secret}",
        "/not-found",
        "/passkeys/to-show",
        "/set-up",
        "/sign-in",
        "/sign-in/by-mail",
        "/status/{Code:int}",
        "/visit",
    ];

    public static TheoryData<string, string> ForbiddenPages =>
        new()
        {
            { DemoStaffList.Teacher, Urls.People },
            { DemoStaffList.Teacher, Urls.Policies },
            { DemoStaffList.Teacher, Urls.Reports },
            { DemoStaffList.Teacher, Urls.WhoHasNotSigned },
            { DemoStaffList.Teacher, Urls.GovernorsReport },
            { DemoStaffList.Teacher, Urls.Register },
            { DemoStaffList.Office, Urls.GovernorsReport },
            { DemoStaffList.Office, Urls.RegisterWorkbook },
            { DemoStaffList.Governor, Urls.ReminderSlips },
            { DemoStaffList.Office, Urls.Register },
            { DemoStaffList.Governor, Urls.Register },
            { DemoStaffList.Teacher, Urls.EvidencePack },
            { DemoStaffList.Office, Urls.EvidencePack },
            { DemoStaffList.Governor, Urls.EvidencePack },
            { DemoStaffList.Governor, Urls.WhoHasNotSigned },
            { DemoStaffList.Governor, Urls.People },
            { DemoStaffList.Governor, Urls.Policies },
            { DemoStaffList.Headteacher, Urls.SetUp },
        };

    /// <summary>Pages that ask a question of the data before they know.</summary>
    public static TheoryData<string, string> EmptyPages =>
        new()
        {
            { DemoStaffList.Teacher, Urls.Inductions },
            { DemoStaffList.Governor, Urls.Inductions },
            { DemoStaffList.Teacher, Urls.Packs },
            { DemoStaffList.Governor, Urls.Packs },
            { DemoStaffList.Teacher, Urls.OtherWays },
            { DemoStaffList.Governor, Urls.OtherWays },
            { DemoStaffList.Teacher, Urls.Declarations },
            { DemoStaffList.Governor, Urls.Declarations },
            { DemoStaffList.Teacher, Urls.Visitors },
            { DemoStaffList.Governor, Urls.Visitors },
            { DemoStaffList.Teacher, Urls.ParentsReminders },
            { DemoStaffList.Governor, Urls.ParentsReminders },
            { DemoStaffList.Teacher, Urls.OnPaper },
            { DemoStaffList.Governor, Urls.OnPaper },
            { DemoStaffList.Teacher, Urls.Signatures },
            { DemoStaffList.Governor, Urls.Signatures },
            { DemoStaffList.Teacher, Urls.Questions },
            { DemoStaffList.Governor, Urls.Questions },
            { DemoStaffList.Office, Urls.Declarations },
        };

    [Theory]
    [MemberData(nameof(EmptyPages))]
    public async Task A_page_that_holds_nothing_for_someone_is_not_found(string fullName, string url)
    {
        using var visitor = await Visitor.AsAsync(await school.AppAsync(), fullName);
        var nowhere = await visitor.GetAsync("/no-such-page");

        var answer = await visitor.GetAsync(url);

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Title));
        Assert.Equal(nowhere.Essence, answer.Essence);
        Assert.Equal(Headers(nowhere), Headers(answer));
    }

    [Fact]
    public async Task Anyone_who_is_not_signed_in_reaches_nothing_that_is_not_opened_by_name()
    {
        var app = await school.AppAsync();
        using var stranger = Visitor.Of(app);
        var reachable = new SortedSet<string>(StringComparer.Ordinal);
        var endpoints = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .ToList();
        foreach (var endpoint in endpoints)
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), Address(endpoint)));
                var isClosed =
                    answer.Status is HttpStatusCode.Unauthorized
                    || (answer.Status is HttpStatusCode.Redirect && answer.Location?.StartsWith(Urls.SignIn, StringComparison.Ordinal) == true);
                if (!isClosed)
                {
                    reachable.Add("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
                }
            }
        }

        Assert.True(endpoints.Count > OpenToAnybody.Length, "The list of endpoints is empty.");
        Assert.Equal(OpenToAnybody, reachable, StringComparer.Ordinal);
    }

    /// <summary>A pack is sent for by its form; someone who opens the file's address is led to the form.</summary>
    [Fact]
    public async Task The_address_of_a_pack_leads_who_may_have_one_to_the_page_and_others_to_signing_in()
    {
        using var head = await Visitor.AsAsync(await school.AppAsync(), DemoStaffList.Headteacher);
        using var stranger = Visitor.Of(await school.AppAsync());

        var (led, unknown) = (await head.GetAsync(Urls.EvidencePack), await stranger.GetAsync(Urls.EvidencePack));

        Assert.Equal((HttpStatusCode.Redirect, Urls.EvidencePacks), (led.Status, led.Location));
        Assert.Equal((HttpStatusCode.Redirect, Urls.SignInReturningTo(Urls.EvidencePack)), (unknown.Status, unknown.Location));
    }

    /// <summary>Programs that look at a link before people do ask with HEAD; the check page must not look to them like a page to sign in.</summary>
    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    public async Task A_method_that_an_address_does_not_know_leads_nobody_to_signing_in(string method)
    {
        using var stranger = Visitor.Of(await school.AppAsync());

        foreach (var url in new[] { Urls.Check(), Urls.SignIn, Urls.People, "/no-such-page" })
        {
            var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), url));

            Assert.Equal((HttpStatusCode.MethodNotAllowed, null), (answer.Status, answer.Location));
        }
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for()
    {
        using var visitor = Visitor.Of(await school.AppAsync());
        var closed = await visitor.GetAsync("/people?added=x");
        Assert.Equal((HttpStatusCode.Redirect, Urls.SignInReturningTo("/people?added=x")), (closed.Status, closed.Location));

        var opened = await visitor.SignInAsync(DemoSchool.Email(DemoStaffList.Office), DemoSchool.Password, "/people?added=x");

        Assert.Equal("/people?added=x", opened.Location);
    }

    [Theory]
    [MemberData(nameof(ForbiddenPages))]
    public async Task What_someone_may_not_see_answers_as_an_address_that_leads_nowhere(string fullName, string url)
    {
        using var visitor = await Visitor.AsAsync(await school.AppAsync(), fullName);
        var nowhere = await visitor.GetAsync("/no-such-page");

        var answer = await visitor.GetAsync(url);

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Title));
        Assert.Equal(nowhere.Essence, answer.Essence);
    }

    [Fact]
    public async Task Someone_elses_signed_copy_looks_as_if_it_were_not_there()
    {
        var app = await school.AppAsync();
        var copy = Urls.SignedCopy(Assert.Single(await app.SignaturesOfAsync(await app.IdOfAsync("Grace Adeyemi"))).Id);
        using var owner = await Visitor.AsAsync(app, "Grace Adeyemi");
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var other = await Visitor.AsAsync(app, DemoStaffList.Teacher);

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(copy)).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(copy)).Status);
        var answer = await other.GetAsync(copy);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal((await other.GetAsync(Urls.SignedCopy(AttestationId.New()))).Essence, answer.Essence);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_404_also_for_anyone_who_is_not_signed_in()
    {
        using var stranger = Visitor.Of(await school.AppAsync());

        var answer = await stranger.GetAsync("/no-such-page");

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Title));
    }

    /// <summary>All that stands above the page, but for the time and the name of what may run on it once.</summary>
    private static List<string> Headers(Answer answer) =>
        [
            .. answer
                .Headers.Concat(answer.ContentHeaders)
                .Where(header => header.Key is not ("Date" or "Content-Length" or "Set-Cookie"))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Address(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter
                                when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => Guid.Empty.ToString(),
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter
                                when parameter.ParameterPolicies.Any(policy => policy.Content == "length(64)") => new string('1', 64),
                            _ => "1",
                        }
                    )
                )
            )
        );
}
