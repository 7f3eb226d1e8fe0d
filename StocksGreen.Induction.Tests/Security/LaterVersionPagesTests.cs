using System.Net;
using AngleSharp.Dom;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>What readers find when the school publishes over what they read or signed; one school for all, each test with a policy of its own.</summary>
public sealed class LaterVersionPagesTests(OwnSchool school) : IClassFixture<OwnSchool>, IAsyncDisposable
{
    private static readonly AudienceDuty[] Employees = [new(Audience.Employee, Duty.FullSignature, null)];

    private RunningApp App => school.App;

    public async ValueTask DisposeAsync()
    {
        await App.HasIntactEvidenceAsync();
        Assert.Empty(App.Faults.All);
    }

    [Fact]
    public async Task Anyone_who_was_reading_when_a_newer_version_came_is_told_so_by_every_address_of_the_old_one()
    {
        var first = await App.PublishAsync(Policy("Trips Policy"), Employees);
        using var reader = await Visitor.AsAsync(App, await App.AddPersonAsync("Sula Superseded"));
        var part = await reader.HiddenFieldsAsync(Urls.Part(first, 0), "confirm");
        Assert.Equal(Urls.Part(first, 1), (await reader.PostAsync(Urls.Part(first, 0), part)).Location);
        var second = await App.PublishAsync(Policy("Trips Policy", "Count the pupils three times."), Employees, summary: "Pupils are counted more often.");

        foreach (var url in new[] { Urls.Part(first, 0), Urls.Part(first, 99), Urls.Sign(first), Urls.Signed(first), Urls.Changes(first) })
        {
            Assert.Equal((HttpStatusCode.Redirect, Urls.Superseded(first)), Redirect(await reader.GetAsync(url)));
        }

        Assert.Equal((HttpStatusCode.Redirect, Urls.Superseded(first)), Redirect(await reader.PostAsync(Urls.Part(first, 1), part)));
        Assert.Equal((HttpStatusCode.Redirect, Urls.Superseded(first)), Redirect(await reader.PostAsync(Urls.Sign(first), Handler(part, "sign"))));
        var told = await reader.GetAsync(Urls.Superseded(first));
        Assert.Equal((HttpStatusCode.OK, "There is a newer version"), (told.Status, told.Title));
        Assert.Contains(
            "Version 2 of the Trips Policy was published on 14 September 2026, 08:50 BST. You had opened version 1, which is no longer signed.",
            Words(told),
            StringComparison.Ordinal
        );
        Assert.Contains("Pupils are counted more often.", Words(told), StringComparison.Ordinal);
        Assert.Contains(
            "Nothing is lost: what you confirmed of version 1 stays on record. As you had not signed it, you read all of the new version.",
            Words(told),
            StringComparison.Ordinal
        );
        Assert.Equal(Urls.Part(second, 0), Button(told));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Urls.Superseded(second))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Urls.Superseded(VersionId.New()))).Status);
    }

    [Fact]
    public async Task Anyone_who_signed_sees_what_changed_confirms_that_alone_and_keeps_both_signatures()
    {
        var person = await App.AddPersonAsync("Marta Material");
        var first = await App.PublishAsync(Policy("Keys Policy"), Employees);
        var copy = await App.ReadAndSignAsync(person, "Marta Material", first);
        var second = await App.PublishAsync(Policy("Keys Policy", "Count the pupils three times."), Employees, summary: "Pupils are counted more often.");
        using var reader = await Visitor.AsAsync(App, person);

        var mine = await reader.GetAsync(Urls.MyReading);
        Assert.Contains("1 of 3 parts has changed, about 1 minute", Words(mine), StringComparison.Ordinal);
        Assert.Contains(
            "You signed version 1 on 14 September 2026. That signature stays valid; you read and sign only what has changed.",
            Words(mine),
            StringComparison.Ordinal
        );
        var changes = await reader.GetAsync(Urls.Changes(second));
        Assert.Equal((HttpStatusCode.OK, "What has changed", Urls.Part(second, 2)), (changes.Status, changes.Title, Button(changes)));
        Assert.Contains("Why it was reviewed: Local concern.", Words(changes), StringComparison.Ordinal);
        Assert.Equal(["2 On the way"], changes.Document.QuerySelectorAll("main h2").Select(heading => heading.ShownWords()));
        Assert.Equal(
            ("[removed: twice]", "[added: three times]"),
            (changes.Document.QuerySelector("del")!.TextContent, changes.Document.QuerySelector("ins")!.TextContent)
        );

        var asked = await reader.GetAsync(Urls.Part(second, 2));
        Assert.Contains("This part has changed since you signed version 1. See what is different", Words(asked), StringComparison.Ordinal);
        Assert.Equal(["nothing to confirm", "nothing to confirm"], asked.Document.QuerySelectorAll(".parts__note").Select(note => note.ShownWords()));
        var unchanged = await reader.GetAsync(Urls.Part(second, 1));
        Assert.Contains("Not changed since you signed version 1: nothing to confirm.", Words(unchanged), StringComparison.Ordinal);
        Assert.Null(unchanged.Document.QuerySelector(".confirm-bar button"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await reader.PostAsync(Urls.Part(second, 1), await reader.HiddenFieldsAsync(Urls.Part(second, 2), "confirm"))).Status
        );
        Assert.Equal(Urls.Part(second, 2), (await reader.GetAsync(Urls.Sign(second))).Location);

        Assert.Equal(Urls.Sign(second), (await reader.SubmitAsync(Urls.Part(second, 2), "confirm")).Location);
        var sign = await reader.GetAsync(Urls.Sign(second));
        Assert.Equal("What has changed: 2 On the way", sign.Document.QuerySelector("#parts dd")!.ShownWords());
        Assert.Contains("Your signature of version 1 on 14 September 2026, which stays valid for that text", Words(sign), StringComparison.Ordinal);
        Assert.Equal(Urls.Changes(second), sign.Document.QuerySelector("a.back")!.GetAttribute("href"));
        var signed = await reader.SubmitAsync(
            Urls.Sign(second),
            "sign",
            ("Form.AffirmsRead", "true"),
            ("Form.AffirmsUnderstood", "true"),
            ("Form.Declaration", "NothingToDeclare"),
            ("Form.TypedName", "Marta Material")
        );

        Assert.Equal(Urls.Signed(second), signed.Location);
        Assert.Equal(Urls.Signed(second), (await reader.GetAsync(Urls.Changes(second))).Location);
        Assert.Null((await reader.GetAsync(Urls.Part(second, 0))).Document.QuerySelector("main progress"));
        var earlier = await reader.GetAsync(Urls.Signed(first));
        Assert.Contains(
            "Version 2 is in force since 14 September 2026. This signature stays valid for the text of version 1.",
            Words(earlier),
            StringComparison.Ordinal
        );
        Assert.Equal("Download your signed copy", earlier.Document.QuerySelector($"form[action='{Urls.SignedCopy(copy)}'] button")!.ShownWords());
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(Urls.SignedCopy(copy))).Status);
        Assert.Equal(2, (await reader.GetAsync(Urls.MyReading)).Document.QuerySelectorAll("form[action^='/signed-copies/']").Length);
        Assert.Contains("You have signed it.", Words(await reader.GetAsync(Urls.Superseded(first))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_new_version_waits_the_old_signature_keeps_its_page_and_the_way_on_is_named()
    {
        var person = await App.AddPersonAsync("Willa Waiting");
        var first = await App.PublishAsync(Policy("Lunch Policy"), Employees);
        await App.ReadAndSignAsync(person, "Willa Waiting", first);
        var second = await App.PublishAsync(Policy("Lunch Policy", "Count the pupils three times."), Employees);
        using var reader = await Visitor.AsAsync(App, person);

        var page = await reader.GetAsync(Urls.Signed(first));

        Assert.Equal((HttpStatusCode.OK, "Thank you, Willa"), (page.Status, page.Title));
        Assert.Contains(
            "Version 2 of 14 September 2026 waits for you on My reading. This signature stays valid for the text of version 1.",
            Words(page),
            StringComparison.Ordinal
        );
        var told = await reader.GetAsync(Urls.Superseded(first));
        Assert.Contains(
            "Your signature of version 1 stays valid for that text. You read and sign only what has changed.",
            Words(told),
            StringComparison.Ordinal
        );
        Assert.Equal(Urls.Changes(second), Button(told));
    }

    [Fact]
    public async Task After_minor_changes_nothing_is_asked_and_they_can_be_seen()
    {
        var person = await App.AddPersonAsync("Minna Minor");
        var first = await App.PublishAsync(Policy("Lost Property Policy"), Employees);
        await App.ReadAndSignAsync(person, "Minna Minor", first);
        var second = await App.PublishAsync(Policy("Lost Property Policy", "Count the pupils two times."), Employees, ChangeWeight.Minor);
        using var reader = await Visitor.AsAsync(App, person);

        var mine = await reader.GetAsync(Urls.MyReading);
        Assert.Contains("Version 2 made minor changes; your signature stands. See them", Words(mine), StringComparison.Ordinal);
        Assert.DoesNotContain(mine.Document.QuerySelectorAll("article.card h2"), title => title.ShownWords() == "Lost Property Policy");
        var changes = await reader.GetAsync(Urls.Changes(second));
        Assert.Contains("These changes are minor: there is nothing for you to sign.", Words(changes), StringComparison.Ordinal);
        Assert.Null(Button(changes));
        Assert.Equal(Urls.Signed(second), (await reader.GetAsync(Urls.Sign(second))).Location);
        foreach (var version in new[] { first, second })
        {
            Assert.Contains(
                "Version 2 of 14 September 2026 made minor changes; your signature stands. See what has changed",
                Words(await reader.GetAsync(Urls.Signed(version))),
                StringComparison.Ordinal
            );
        }

        Assert.Contains(
            "You signed version 1 of this policy on 14 September 2026, 08:50 BST; only minor changes were made since.",
            Words(await reader.GetAsync(Urls.Part(second, 2))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "It made minor changes only. Your signature of version 1 stands, and there is nothing for you to sign.",
            Words(await reader.GetAsync(Urls.Superseded(first))),
            StringComparison.Ordinal
        );
        Assert.Equal(Urls.Superseded(first), (await reader.GetAsync(Urls.Part(first, 0))).Location);
        Assert.Single(await App.SignaturesOfAsync(person));
    }

    [Fact]
    public async Task A_minor_change_next_to_a_material_one_is_shown_and_not_asked()
    {
        var person = await App.AddPersonAsync("Bea Nearby");
        var first = await App.PublishAsync(Policy("Minibus Policy"), Employees);
        await App.ReadAndSignAsync(person, "Bea Nearby", first);
        await App.PublishAsync(Policy("Minibus Policy", "Count the pupils three times."), Employees, ChangeWeight.Material, "More counting.");
        var third = await App.PublishAsync(
            Policy("Minibus Policy", "Count the pupils three times.", "Ask the parents well before."),
            Employees,
            ChangeWeight.Minor,
            "Clearer words."
        );
        using var reader = await Visitor.AsAsync(App, person);

        var changes = await reader.GetAsync(Urls.Changes(third));

        Assert.Equal(
            ["Version 2, 14 September 2026", "Version 3, 14 September 2026", "1 Before", "2 On the way"],
            changes.Document.QuerySelectorAll("main h2").Select(heading => heading.ShownWords())
        );
        Assert.Contains("More counting.", Words(changes), StringComparison.Ordinal);
        Assert.Contains("Clearer words.", Words(changes), StringComparison.Ordinal);
        Assert.Equal(
            ["Changed a little: nothing to confirm", "Changed"],
            changes.Document.QuerySelectorAll(".card__head .quiet").Select(note => note.ShownWords())
        );
        Assert.Contains(
            "Changed a little since you signed version 1: nothing to confirm.",
            Words(await reader.GetAsync(Urls.Part(third, 1))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_all_that_changed_was_taken_out_it_is_looked_at_and_signed()
    {
        var person = await App.AddPersonAsync("Reva Removed");
        var whole = Policy("Pets Policy");
        var first = await App.PublishAsync(whole, Employees);
        await App.ReadAndSignAsync(person, "Reva Removed", first);
        var second = await App.PublishAsync(whole with { Sections = [whole.Sections[0]] }, Employees);
        using var reader = await Visitor.AsAsync(App, person);

        Assert.Contains("Something was taken out", Words(await reader.GetAsync(Urls.MyReading)), StringComparison.Ordinal);
        Assert.DoesNotContain("about 0 minutes", Words(await reader.GetAsync(Urls.MyReading)), StringComparison.Ordinal);
        var changes = await reader.GetAsync(Urls.Changes(second));
        Assert.Contains("Taken out", Words(changes), StringComparison.Ordinal);
        Assert.Contains(
            "Count the pupils twice.",
            string.Concat(changes.Document.QuerySelectorAll("del").Select(gone => gone.TextContent)),
            StringComparison.Ordinal
        );
        Assert.Equal(Urls.Sign(second), Button(changes));
        var sign = (await reader.GetAsync(Urls.Sign(second))).Document;
        Assert.Equal("Nothing to confirm: what has changed was taken out", sign.QuerySelector("#parts dd")!.ShownWords());
        Assert.Equal("Taken out: 2 On the way", string.Join(": ", sign.QuerySelectorAll("#parts + div > *").Select(cell => cell.ShownWords())));
        Assert.Null((await reader.GetAsync(Urls.Part(second, 0))).Document.QuerySelector("main progress"));
        var signed = await reader.SubmitAsync(
            Urls.Sign(second),
            "sign",
            ("Form.AffirmsRead", "true"),
            ("Form.AffirmsUnderstood", "true"),
            ("Form.Declaration", "NothingToDeclare"),
            ("Form.TypedName", "Reva Removed")
        );

        Assert.Equal(Urls.Signed(second), signed.Location);
    }

    [Fact]
    public async Task A_contractor_meets_what_concerns_contractors_and_one_statement_and_a_visitor_a_note()
    {
        var contractor = await App.AddPersonAsync("Conny Tractor", audience: Audience.Contractor);
        var version = await App.PublishAsync(
            Policy("Site Policy"),
            [.. Employees, new(Audience.Contractor, Duty.ShortSignature, [0, 2]), new(Audience.Visitor, Duty.ReminderOnly, [2])]
        );
        using var worker = await Visitor.AsAsync(App, contractor);
        Assert.Contains("Part 2 of 2", Words(await worker.GetAsync(Urls.Part(version, 2))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(Urls.Part(version, 1))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await worker.PostAsync(Urls.Part(version, 1), await worker.HiddenFieldsAsync(Urls.Part(version, 0), "confirm"))).Status
        );
        await worker.SubmitAsync(Urls.Part(version, 0), "confirm");
        await worker.SubmitAsync(Urls.Part(version, 2), "confirm");
        var sign = await worker.GetAsync(Urls.Sign(version));
        Assert.Equal(
            "I have read and understood the parts that concern me of the Site Policy of Stocks Green Primary School (version 1, published 14 September 2026).",
            Assert.Single(sign.Document.QuerySelectorAll(".choice:has(input[type=checkbox])")).ShownWords()
        );
        Assert.Contains("All 2 parts that concern you", Words(sign), StringComparison.Ordinal);
        var refused = await worker.SubmitAsync(Urls.Sign(version), "sign", ("Form.Declaration", "NothingToDeclare"), ("Form.TypedName", "Conny Tractor"));
        Assert.Contains("Tick that you have read and understood what concerns you.", Words(refused), StringComparison.Ordinal);
        Assert.Equal(
            Urls.Signed(version),
            (
                await worker.SubmitAsync(
                    Urls.Sign(version),
                    "sign",
                    ("Form.AffirmsRead", "true"),
                    ("Form.Declaration", "NothingToDeclare"),
                    ("Form.TypedName", "Conny Tractor")
                )
            ).Location
        );

        using var visitor = await Visitor.AsAsync(App, await App.AddPersonAsync("Vita Visitor", audience: Audience.Visitor));
        var mine = await visitor.GetAsync(Urls.MyReading);
        Assert.Contains("What concerns you: 2 On the way.", Words(mine), StringComparison.Ordinal);
        var note = mine
            .Document.QuerySelectorAll("article.card a.button")
            .Single(link => link.ShownWords().Contains("Site Policy", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var policy = await visitor.GetAsync(note);
        Assert.Equal(["2 On the way"], policy.Document.QuerySelectorAll("article h2").Select(heading => heading.ShownWords()));
        Assert.DoesNotContain("Ask the parents.", policy.Body, StringComparison.Ordinal);
        foreach (var url in new[] { Urls.Part(version, 2), Urls.Sign(version), Urls.Signed(version), Urls.Changes(version) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url)).Status);
        }
    }

    [Fact]
    public async Task Everybody_finds_every_policy_in_the_library_with_who_holds_its_roles_today()
    {
        var version = await App.PublishAsync(Policy("First Aid Policy"), Employees);
        await App.GiveRoleAsync(KeyRole.NamedGovernor, "Ottoline Grey");
        using var reader = await Visitor.AsAsync(App, await App.AddPersonAsync("Lia Library"));
        using var governor = await Visitor.AsAsync(App, await App.AddPersonAsync("Gus Governor", audience: Audience.Governor));

        var library = await reader.GetAsync(Urls.Library);
        var row = library.Document.QuerySelectorAll(".rows li").Single(line => line.ShownWords().Contains("First Aid Policy", StringComparison.Ordinal));
        Assert.Equal(
            Urls.Sign(version),
            row.QuerySelectorAll("a").Single(link => link.ShownWords().StartsWith("Read and sign", StringComparison.Ordinal)).GetAttribute("href")
        );
        var policy = await reader.GetAsync(row.QuerySelector(".rows__title a")!.GetAttribute("href")!);
        Assert.Equal(["Key details", "1 Before", "2 On the way"], policy.Document.QuerySelectorAll(".contents a").Select(link => link.ShownWords()));
        Assert.All(
            policy.Document.QuerySelectorAll(".contents a"),
            link => Assert.NotNull(policy.Document.GetElementById(link.GetAttribute("href")!.Split('#')[1]))
        );
        Assert.Contains("This policy’s full review was due in October 2025.", Words(policy), StringComparison.Ordinal);
        foreach (var page in new[] { policy, await reader.GetAsync(Urls.Part(version, 0)) })
        {
            var held = page.Document.QuerySelectorAll(".details dd").Single(value => value.ShownWords().Contains("Ottoline Grey", StringComparison.Ordinal));
            Assert.Equal("Ottoline Grey (since 14 September 2026; the published text names June Cooke)", held.ShownWords());
        }

        var others = await governor.GetAsync(Urls.Library);
        Assert.Contains("First Aid Policy", Words(others), StringComparison.Ordinal);
        Assert.DoesNotContain(others.Document.QuerySelectorAll(".rows li a"), link => link.ShownWords() == "Read and sign (First Aid Policy)");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Urls.LibraryPolicy(PolicyId.New()))).Status);
    }

    [Fact]
    public async Task A_list_of_linked_policies_leads_to_the_schools_own_and_says_which_are_not_published()
    {
        await App.PublishAsync(Policy("Sun Policy") with { NextReview = new ReviewMonth(2027, 9) }, Employees);
        await App.PublishAsync(Policy("Swimming Pool Policy"), Employees);
        var text = Policy("Outdoors Policy") with
        {
            LinkedPolicies = ["Sun policy", "Swimming pool", "Kites policy"],
            Sections =
            [
                new PolicySection(
                    "1",
                    "Links",
                    1,
                    [new BulletList([Line("Sun policy"), Line("Swimming pool"), Line("Kites policy"), Line("The sun is strong in June.")])]
                ),
            ],
        };
        var version = await App.PublishAsync(text, Employees);
        using var reader = await Visitor.AsAsync(App, await App.AddPersonAsync("Lena Linked"));

        var page = await reader.GetAsync(Urls.Part(version, 1));

        Assert.Equal(
            ["Sun policy", "Swimming pool (its review is overdue)", "Kites policy (not published here)", "The sun is strong in June."],
            page.Document.QuerySelectorAll(".policy-text li").Select(line => line.ShownWords())
        );
        var links = page.Document.QuerySelectorAll(".policy-text li a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["Sun Policy", "Swimming Pool Policy"], await Task.WhenAll(links.Select(async link => (await reader.GetAsync(link)).Title)));
    }

    [Fact]
    public async Task The_pages_of_changes_and_of_the_library_load_no_script()
    {
        var person = await App.AddPersonAsync("Lyn Lightfoot");
        var first = await App.PublishAsync(Policy("Light Policy"), Employees);
        await App.ReadAndSignAsync(person, "Lyn Lightfoot", first);
        var second = await App.PublishAsync(Policy("Light Policy", "Count the pupils three times."), Employees);
        using var reader = await Visitor.AsAsync(App, person);

        foreach (var url in new[] { Urls.Changes(second), Urls.Library, Urls.MyReading })
        {
            var page = await reader.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Document.QuerySelector("script"));
        }
    }

    private static PolicyContent Policy(string title, string onTheWay = "Count the pupils twice.", string before = "Ask the parents.") =>
        new(
            title,
            TestSchool.Name,
            [new KeyDetail("Designated Safeguarding Lead", "Peter Hipkiss"), new KeyDetail("Named Governor", "June Cooke")],
            [],
            [
                new PolicySection("1", "Before", 1, [new Paragraph(RichText.FromPlainText(before))]),
                new PolicySection(
                    "2",
                    "On the way",
                    1,
                    [new Paragraph(RichText.FromPlainText("Walk in pairs, on the inside of the pavement.")), new Paragraph(RichText.FromPlainText(onTheWay))]
                ),
            ],
            [],
            null,
            new ReviewMonth(2025, 10)
        );

    private static ListItem Line(string text) => ListItem.Bullet(RichText.FromPlainText(text), []);

    private static (HttpStatusCode, string?) Redirect(Answer answer) => (answer.Status, answer.Location);

    private static string? Button(Answer answer) => answer.Document.QuerySelector("main .actions a.button")?.GetAttribute("href");

    private static string Words(Answer answer) => answer.Document.QuerySelector("main")!.ShownWords();

    private static IEnumerable<KeyValuePair<string, string>> Handler(IEnumerable<KeyValuePair<string, string>> fields, string handler) =>
        fields.Select(field => field.Key == "_handler" ? KeyValuePair.Create(field.Key, handler) : field);
}
