using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>
/// No address is a fault of ours, whatever someone wrote into it. What pages and endpoints read is asked of the program, so that a new one is asked too.
/// </summary>
public sealed class AnyAddressTests(SharedSchool school)
{
    /// <summary>As they stand in an address.</summary>
    private static readonly string[] Rubbish =
    [
        "abc",
        "",
        "true",
        "2",
        "7", // no choice of any enumeration that is read
        "-1",
        "99999999999999999999",
        "1.5",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "00000000-0000-0000-0000-000000000000",
        "%D9%A3",
        "%",
        "%zz",
        "%FF%FE",
        "%00",
        "%0D%0A",
        "%F0%9F%90%9F",
        "..",
        "%2e%2e%2f",
        "'--",
        new('x', 4_000),
    ];

    [Fact]
    public async Task Whatever_stands_behind_the_question_mark_no_page_fails()
    {
        var app = await school.AppAsync();
        using var head = await Visitor.AsAsync(app, DemoStaffList.Headteacher);
        var asked = 0;
        var failed = new List<string>();
        foreach (var endpoint in Getting(app))
        {
            var names = QueryNames(endpoint);
            foreach (var query in names.Count == 0 ? [] : Queries(names))
            {
                asked++;
                await ExpectNoFaultAsync(failed, head, $"{Address(endpoint, good: true)}?{query}");
            }
        }

        Assert.True(asked > 40 * Rubbish.Length / 2, $"Only {asked} were asked.");
        Assert.True(failed.Count == 0, string.Join(Environment.NewLine, failed));
    }

    [Fact]
    public async Task Whatever_stands_in_the_place_of_an_id_or_a_number_no_page_fails()
    {
        var app = await school.AppAsync();
        using var head = await Visitor.AsAsync(app, DemoStaffList.Headteacher);
        var failed = new List<string>();
        var routes = Getting(app).Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0).ToList();
        foreach (var endpoint in routes)
        {
            foreach (var value in Rubbish)
            {
                await ExpectNoFaultAsync(failed, head, Address(endpoint, good: false, value));
            }

            await ExpectNoFaultAsync(failed, head, Address(endpoint, good: true));
        }

        Assert.True(routes.Count > 30);
        Assert.True(failed.Count == 0, string.Join(Environment.NewLine, failed));
    }

    [Theory]
    [InlineData("/visit?done=abc", "Welcome")]
    [InlineData("/visit?done=true&done=abc", "Thank you")]
    [InlineData("/visit?DONE=true", "Thank you")]
    [InlineData("/password?changed=zz", "Password")]
    [InlineData("/passkeys?added=zz", "Passkeys")]
    [InlineData("/policies/import?policy=zz", "Import a policy")]
    [InlineData("/mail?sent=x", "Mail")]
    public async Task What_an_address_says_and_means_nothing_counts_as_not_said(string url, string title)
    {
        using var head = await Visitor.AsAsync(await school.AppAsync(), DemoStaffList.Headteacher);

        var answer = await head.GetAsync(url);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(title, answer.Title, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A form is sent to the address that its page has.</summary>
    [Fact]
    public async Task A_form_is_taken_at_such_an_address_too()
    {
        using var visitor = Visitor.Of(await school.AppAsync());

        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync("/visit?done=abc", "visit", ("Form.FullName", ""))).Status);
    }

    [Fact]
    public void Only_pages_read_the_address_for_only_they_are_known_before_they_are_made() =>
        Assert.All(
            typeof(Program)
                .Assembly.GetTypes()
                .Where(type =>
                    type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                        .Any(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)))
                ),
            type => Assert.True(type.IsDefined(typeof(RouteAttribute), inherit: false), type.FullName)
        );

    private static IEnumerable<RouteEndpoint> Getting(RunningApp app) =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith('_'))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false);

    /// <summary>What a page or an endpoint reads of the query.</summary>
    private static List<string> QueryNames(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page }
            ?
            [
                .. from property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
                where query is not null
                select query.Name ?? property.Name,
            ]
            :
            [
                .. from parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
                where
                    endpoint.RoutePattern.GetParameter(parameter.Name) is null
                    && (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string))
                select parameter.Name,
            ];

    /// <summary>All at once with the same rubbish; each alone, for one that is refused hides the others; twice; and two kinds of it together.</summary>
    private static IEnumerable<string> Queries(List<string> names) =>
        [
            .. names.Count > 1 ? names.SelectMany(name => Rubbish.Select(value => $"{name}={value}")) : [],
            .. Rubbish.Select(value => string.Join('&', names.Select(name => $"{name}={value[..Math.Min(value.Length, 4_000 / names.Count)]}"))),
            string.Join('&', names.Select(name => $"{name}=abc&{name}=true&{name.ToUpperInvariant()}=%FF")),
            string.Join('&', names),
        ];

    /// <param name="good">True for an address that is well formed and leads to nothing.</param>
    private static string Address(RouteEndpoint endpoint, bool good, string value = "") =>
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
                            RoutePatternParameterPart parameter when !good => value[..Math.Min(value.Length, 1_000)],
                            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") =>
                                Guid.Empty.ToString(),
                            RoutePatternParameterPart parameter when parameter.Name == "hash" => Sha256Hex.Compute("nothing"),
                            _ => "1",
                        }
                    )
                )
            )
        );

    private static async Task ExpectNoFaultAsync(List<string> failed, Visitor visitor, string url)
    {
        if ((await visitor.GetAsync(url)).Status is >= HttpStatusCode.InternalServerError and var status)
        {
            failed.Add($"{(int)status}: {(url.Length > 200 ? url[..200] + "…" : url)}");
        }
    }
}
