using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Data.Sqlite;
using Mono.Cecil;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>
/// Every form of the application, found by walking its pages as those who may send them, and sent again by those who may not. Which pages have forms is asked
/// of the compiled program,
/// so that a new one is missed when no one walks there.
/// </summary>
[Collection<WalkedSchoolTests>]
public sealed class EveryFormTests(WalkedSchool school)
{
    /// <summary>No one's line lead, with nothing of their own in any of the viewers' pages.</summary>
    private static readonly string[] Intruders = ["Grace Adeyemi", DemoStaffList.Governor];

    [Fact]
    public async Task Nobody_sends_a_form_that_they_may_not_send_or_without_our_token()
    {
        AssertEveryFormWasWalked();
        var wrong = new List<string>();
        foreach (var intruder in Intruders)
        {
            using var visitor = await Visitor.AsAsync(school.App, intruder);
            var token = await TokenAsync(visitor);
            foreach (var form in school.Forms.Where(form => form.Viewer != intruder))
            {
                if ((await visitor.GetAsync(form.Page)).Status is HttpStatusCode.OK)
                {
                    // A page of their own as well: what they send there is theirs.
                    continue;
                }

                // A form whose name holds an id is on no page of theirs; reading pages lead to what is signed already.
                await ExpectAsync(
                    wrong,
                    visitor,
                    form,
                    form.With(token),
                    $"{intruder} sent",
                    form switch
                    {
                        _ when form.Name.Any(char.IsAsciiDigit) => [HttpStatusCode.NotFound, HttpStatusCode.BadRequest],
                        _ when form.Page.StartsWith(Urls.MyReading, StringComparison.Ordinal) => [HttpStatusCode.NotFound, HttpStatusCode.Redirect],
                        _ => [HttpStatusCode.NotFound],
                    }
                );
            }
        }

        using var stranger = Visitor.Of(school.App);
        foreach (var form in school.Forms)
        {
            await ExpectAsync(wrong, stranger, form, form.Fields, "Someone unknown sent", HttpStatusCode.Redirect, HttpStatusCode.BadRequest);
        }

        foreach (var viewer in WalkedSchool.Viewers)
        {
            using var visitor = await Visitor.AsAsync(school.App, viewer);
            foreach (var form in school.Forms.Where(form => form.Viewer == viewer))
            {
                await ExpectAsync(wrong, visitor, form, form.Fields, $"{viewer} without a token sent", HttpStatusCode.BadRequest);
                await ExpectAsync(
                    wrong,
                    visitor,
                    form,
                    form.With("CfDJ8" + new string('A', 150)),
                    $"{viewer} with an invented token sent",
                    HttpStatusCode.BadRequest
                );
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>
    /// Programs open links before people do, and browsers open pages beforehand: what proves something is written when someone sends a form, and never when
    /// they look.
    /// </summary>
    [Fact]
    public void Looking_at_a_page_or_a_file_writes_no_evidence()
    {
        string[] notByWalking =
        [
            .. WalkedSchool.WalkedElsewhere,
            "/kiosk/end",
            "/error",
            "/not-found",
            "/status/{Code:int}",
            // The demonstration has no second version, no signature on paper and no crest.
            "/my-reading/{Version:guid}/changes",
            "/my-reading/{Version:guid}/superseded",
            "/policies/{Id:guid}/versions/{Number:int}/changes",
            "/signatures/{id:guid}/scan",
            "/crest/{hash:length(64)}.png",
        ];
        var missed = school
            .Endpoints.Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => !pattern.TrimStart('/').StartsWith('_') && school.Answers(pattern, "GET"))
            .Except(school.Looked)
            .Except(notByWalking)
            .ToList();
        Assert.True(missed.Count == 0, "Nobody looked at: " + string.Join(", ", missed));
        Assert.True(school.LooksThatWrote.Count == 0, string.Join(Environment.NewLine, school.LooksThatWrote));
    }

    [Fact]
    public void No_sentence_names_a_role_as_a_policys_head_prints_it() => Assert.Empty(school.RolesAsPrinted);

    /// <summary>What belongs to one person is no good to another, though both have such a page.</summary>
    [Fact]
    public async Task Nobody_answers_for_someone_else()
    {
        var wrong = new List<string>();
        var own = school
            .Forms.Where(form => form.Page is Urls.MyInduction or Urls.MyDeclarations && form.Name.Contains('-', StringComparison.Ordinal))
            .ToList();
        Assert.Equal([Urls.MyDeclarations, Urls.MyInduction], own.Select(form => form.Page).Distinct().Order(StringComparer.Ordinal));
        foreach (var intruder in Intruders.Append(DemoStaffList.Headteacher).Append(DemoStaffList.Office))
        {
            using var visitor = await Visitor.AsAsync(school.App, intruder);
            var token = await TokenAsync(visitor);
            foreach (var form in own)
            {
                await ExpectAsync(
                    wrong,
                    visitor,
                    form,
                    form.With(token),
                    $"{intruder} sent",
                    HttpStatusCode.BadRequest,
                    HttpStatusCode.NotFound,
                    HttpStatusCode.Redirect
                );
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>A form that is sent empty tells what is missing, and each sentence leads to a field, so that anyone who hears the page finds it.</summary>
    [Fact]
    public async Task Every_error_leads_to_an_element_of_its_page()
    {
        var wrong = new List<string>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var viewer in WalkedSchool.Viewers)
        {
            using var visitor = await Visitor.AsAsync(school.App, viewer);
            var token = await TokenAsync(visitor);
            foreach (var form in school.Forms.Where(form => form.Viewer == viewer && form.Typed.Count > 0))
            {
                var answer = await visitor.PostAsync(form.Action, form.Emptied(token));
                if (answer.Status is not HttpStatusCode.OK)
                {
                    continue;
                }

                foreach (var id in answer.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!.Split('#')[1]))
                {
                    refused.Add(school.PatternOf(form.Page)!);
                    if (answer.Document.GetElementById(id) is null)
                    {
                        wrong.Add($"{form.Name} of {form.Page}: #{id}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(refused.Count >= 20, string.Join(", ", refused.Order(StringComparer.Ordinal)));
    }

    /// <summary>Addresses that take something without being a page.</summary>
    [Fact]
    public async Task What_is_sent_to_no_page_needs_our_token_as_well()
    {
        var wrong = new List<string>();
        using var head = await Visitor.AsAsync(school.App, DemoStaffList.Headteacher);
        var taking = school
            .Endpoints.Where(endpoint =>
                !WalkedSchool.IsPage(endpoint)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
                && !endpoint.RoutePattern.RawText!.StartsWith("/_", StringComparison.Ordinal)
            )
            .ToList();
        Assert.True(taking.Count >= 5);
        foreach (var endpoint in taking)
        {
            var address =
                "/"
                + string.Join(
                    '/',
                    endpoint.RoutePattern.PathSegments.Select(segment =>
                        string.Concat(
                            segment.Parts.Select(part =>
                                part is RoutePatternLiteralPart literal ? literal.Content
                                : ((RoutePatternParameterPart)part).ParameterPolicies.Any(policy => policy.Content == "guid") ? Guid.Empty.ToString()
                                : "1"
                            )
                        )
                    )
                );
            await ExpectAsync(
                wrong,
                head,
                new WalkedForm("", address, address, "", [], [], []),
                [],
                "The headteacher without a token sent",
                HttpStatusCode.BadRequest
            );
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private void AssertEveryFormWasWalked()
    {
        var walked = school.Forms.Select(form => school.PatternOf(form.Page)).ToHashSet(StringComparer.Ordinal);
        var missed = school
            .Endpoints.Where(WalkedSchool.IsPage)
            .Where(endpoint => HasForm(endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type))
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Except(walked)
            .Except(WalkedSchool.WalkedElsewhere)
            .ToList();
        Assert.True(missed.Count == 0, "Nobody walked to: " + string.Join(", ", missed));
        Assert.True(school.Forms.Count > 60);
    }

    private async Task ExpectAsync(
        List<string> wrong,
        Visitor visitor,
        WalkedForm form,
        IEnumerable<KeyValuePair<string, string>> fields,
        string who,
        params HttpStatusCode[] expected
    )
    {
        using var watch = new SqliteConnection($"Data Source={school.Folder.Database};Mode=ReadOnly;Pooling=False");
        watch.Open();
        var before = Version(watch);
        HttpStatusCode? status;
        try
        {
            status = (await visitor.PostAsync(form.Action, fields)).Status;
        }
        catch (HttpRequestException)
        {
            status = null;
        }

        if (status is not { } answered || !expected.Contains(answered) || Version(watch) != before)
        {
            wrong.Add(
                $"{who} {form.Name} of {form.Page}: {(status is { } one ? $"{(int)one}" : "the answer broke off")}"
                    + $"{(Version(watch) != before ? ", and something was stored" : "")}"
            );
        }
    }

    /// <summary>Changes whenever anyone else has written to the file.</summary>
    private static long Version(SqliteConnection watch)
    {
        using var command = new SqliteCommand("PRAGMA data_version", watch);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Whether a page, or a part of it that is compiled into it, names a form.</summary>
    private static bool HasForm(Type page)
    {
        var type = Assembly.MainModule.GetType(page.FullName);
        return new[] { type }
            .Concat(type.NestedTypes)
            .SelectMany(each => each.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Any(instruction => instruction.Operand is MethodReference { Name: "AddNamedEvent" });
    }

    private static readonly AssemblyDefinition Assembly = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.GetAsync(Urls.MyReading)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
