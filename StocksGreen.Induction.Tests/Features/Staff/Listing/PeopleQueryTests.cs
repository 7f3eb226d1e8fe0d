using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Features.Staff.Listing;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Staff.Listing;

/// <summary>The list of people, narrowed and sorted by what stands in the address.</summary>
public sealed class PeopleQueryTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
        await MailSchool.HireAsync(school, 3);
        await MailSchool.PublishAsync(school);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Each_is_shown_with_how_far_they_are_and_what_is_due()
    {
        var one = Assert.Single((await PageAsync("Person 2")).People);

        Assert.Equal((0, 1, 0, 0), (one.Progress.Signed, one.Progress.Asked, one.Progress.Late, one.Progress.NotCounted));
        Assert.NotNull(one.EarliestDue);
        Assert.Equal("never", PeopleText.LastSignIn(one));
    }

    [Fact]
    public async Task Overdue_are_those_whose_day_has_passed()
    {
        Assert.Equal(0, (await PageAsync(show: "Overdue")).Found);

        school.Clock.Now += TimeSpan.FromDays(60);

        var late = await PageAsync(show: "Overdue");
        Assert.Equal(late.Found, late.Counts[PeopleView.Overdue]);
        Assert.All(late.People, one => Assert.Equal(1, one.Progress.Late));
        Assert.Contains(late.People, one => one.Person.FullName == "Person 1");
    }

    [Theory]
    [InlineData("%_'\"<>", null, null, null, 0)]
    [InlineData("person", "nonsense", "nonsense", "-3", 3)]
    [InlineData("person", "NeverSignedIn", "Due", "99999999999999", 3)]
    [InlineData("person", "Left", "LastSignIn", "2", 0)]
    public async Task Whatever_stands_in_the_address_gives_a_page(string? search, string? show, string? sort, string? page, int found)
    {
        var list = await PageAsync(search, show, sort, page);

        Assert.Equal((found, 1, 1), (list.Found, list.Filter.Page, list.Pages));
    }

    [Fact]
    public async Task Nobody_else_sees_the_list()
    {
        office = office with { Roles = AccessRoles.Staff };

        Assert.Equal((0, 0), ((await PageAsync()).Found, (await PageAsync()).All));
    }

    private Task<ListedPeople> PageAsync(string? search = null, string? show = null, string? sort = null, string? page = null) =>
        school.AskAsync((PeopleQuery query) => query.PageAsync(office, PeopleFilter.Parse(search, show, sort, page), TestContext.Current.CancellationToken));
}
