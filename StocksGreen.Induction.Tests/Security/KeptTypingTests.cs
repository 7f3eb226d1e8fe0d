using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Demo;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Anyone who types more than a line has it still when the session turned out to have ended: asked of every form that takes several lines.</summary>
[Collection<WalkedSchoolTests>]
public sealed class KeptTypingTests(WalkedSchool school)
{
    private const string Typed = "Typed before\nthe session ended. “All” of it?";

    /// <summary>Forms that keep nothing, and why.</summary>
    private static readonly string[] KeepNothing =
    [
        "/declarations/{Id:guid}", // the words of a declaration leave the restricted register in no form
        "/my-record", // a complaint about the school is nobody's to find on a shared computer
        "/policies/drafts/{Id:guid}/head",
        "/policies/drafts/{Id:guid}/sections/{Section:int}",
        "/policies/drafts/{Id:guid}/pages/{Section:int}",
        "/policies/drafts/{Id:guid}/publish", // a policy, and what is said of each of its parts, is more than a browser keeps
    ];

    [Fact]
    public async Task What_was_typed_is_still_there_after_signing_in_again()
    {
        // Those whose password is known here.
        string[] signers = [DemoStaffList.Headteacher, DemoStaffList.Office, DemoStaffList.NewStarter];
        // Another test may have sent what takes a question or a pack out of use: its page is gone then, and another of its kind does as well.
        var there = new List<WalkedForm>();
        foreach (var viewer in signers)
        {
            using var looking = await Visitor.AsAsync(school.App, viewer);
            foreach (var form in school.Forms.Where(form => form.Prose.Count > 0 && form.Viewer == viewer))
            {
                if ((await looking.GetAsync(form.Page)).Status is HttpStatusCode.OK)
                {
                    there.Add(form);
                }
            }
        }

        var forms = there.DistinctBy(form => (school.PatternOf(form.Page), form.Prose[0])).ToList();
        var keeping = forms.Where(form => !KeepNothing.Contains(school.PatternOf(form.Page))).ToList();
        Assert.True(keeping.Count >= 10, string.Join(", ", keeping.Select(form => form.Page)));
        Assert.All(
            KeepNothing,
            pattern =>
                Assert.False(
                    school
                        .Endpoints.Single(endpoint => endpoint.RoutePattern.RawText == pattern)
                        .Metadata.GetMetadata<ComponentTypeMetadata>()!
                        .Type.IsDefined(typeof(RestoresFormAttribute), inherit: false)
                )
        );
        var typing = new List<(WalkedForm Form, Visitor Visitor, IReadOnlyList<KeyValuePair<string, string>> Fields)>();
        foreach (var form in keeping)
        {
            var visitor = Visitor.Of(school.App);
            await visitor.SignInAsync(form.Viewer);
            var token = (await visitor.GetAsync(form.Page)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            typing.Add(
                (
                    form,
                    visitor,
                    [
                        .. form.With(token)
                            .Select(field => form.Prose.Contains(field.Key, StringComparer.Ordinal) ? KeyValuePair.Create(field.Key, Typed) : field),
                    ]
                )
            );
        }

        school.App.Clock.Now += TimeSpan.FromHours(3);
        var lost = new List<string>();
        foreach (var (form, visitor, fields) in typing)
        {
            var ended = await visitor.PostAsync(form.Action, fields);
            Assert.Equal(HttpStatusCode.Redirect, ended.Status);
            var back = await visitor.SubmitAsync(
                ended.Location!,
                "sign-in",
                ("Form.Email", DemoSchool.Email(form.Viewer)),
                ("Form.Password", DemoSchool.Password)
            );
            var page = await visitor.GetAsync(back.Location!);
            if (
                !page
                    .Document.QuerySelectorAll("textarea")
                    .Any(area => form.Prose.Contains(area.GetAttribute("name")) && area.TextContent.ReplaceLineEndings("\n") == Typed)
                || !page.Body.Contains("What you had entered is still here", StringComparison.Ordinal)
            )
            {
                lost.Add($"{form.Name} of {form.Page}");
            }

            visitor.Dispose();
        }

        Assert.True(lost.Count == 0, string.Join(Environment.NewLine, lost));
    }
}
