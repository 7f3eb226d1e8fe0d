using System.Net;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Security;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Help;

/// <summary>Help as people see it: who is shown which page.</summary>
public sealed class HelpPageTests(SharedSchool school)
{
    [Theory]
    [InlineData(DemoStaffList.Teacher, "reading-and-signing evidence-and-checking")]
    [InlineData(DemoStaffList.Governor, "reading-and-signing evidence-and-checking headteacher-and-governors")]
    [InlineData(DemoStaffList.Office, "reading-and-signing evidence-and-checking office getting-started deployment operating settings commands development")]
    [InlineData(
        DemoStaffList.Headteacher,
        "reading-and-signing evidence-and-checking office headteacher-and-governors getting-started deployment operating settings commands development"
    )]
    public async Task A_person_sees_the_pages_that_concern_them_and_no_other(string fullName, string pages)
    {
        using var visitor = await Visitor.AsAsync(await school.AppAsync(), fullName);
        var nowhere = await visitor.GetAsync("/no-such-page");
        var mine = pages.Split(' ').Select(Urls.HelpOn).ToList();

        var contents = await visitor.GetAsync(Urls.Help);

        Assert.Equal(mine, contents.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        foreach (var page in GuideArticleTests.Names.Select(row => Urls.HelpOn(row.Data)))
        {
            var answer = await visitor.GetAsync(page);
            if (mine.Contains(page, StringComparer.Ordinal))
            {
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.Single(answer.Document.QuerySelectorAll("h1"));
            }
            else
            {
                Assert.Equal((HttpStatusCode.NotFound, nowhere.Essence), (answer.Status, answer.Essence));
            }
        }
    }

    [Fact]
    public async Task The_foot_of_each_page_leads_to_help_and_a_page_that_is_not_there_is_not_found()
    {
        using var visitor = await Visitor.AsAsync(await school.AppAsync(), DemoStaffList.Teacher);

        Assert.NotNull((await visitor.GetAsync(Urls.MyReading)).Document.QuerySelector($"footer a[href='{Urls.Help}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Urls.HelpOn("no-such-page"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Urls.HelpOn("..%2Fappsettings"))).Status);
    }
}
