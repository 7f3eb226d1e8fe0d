using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Features.Office;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Office;

/// <summary>Finding a person, a policy or a paper.</summary>
public sealed class FindQueryTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        await school.HireAsync("Pemba Sherpa", jobTitle: "Cook");
        await school.HireAsync("Zoë Fairbairn", jobTitle: "Teacher");
        await school.HireAsync("Robert Pemberley", endsOn: new DateOnly(2026, 9, 1));
        await school.SignAsync(office, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Whose_name_begins_so_comes_before_one_that_holds_it_and_who_has_left_comes_last() =>
        Assert.Equal(["Pemba Sherpa", "Ruth Pemberton", "Robert Pemberley"], (await FindAsync("pemb")).People.Select(person => person.FullName));

    [Theory]
    [InlineData("ZOE")]
    [InlineData("fairbairn teacher")]
    [InlineData("  zoë  ")]
    public async Task A_person_is_found_by_words_of_name_and_job_without_accents(string search) =>
        Assert.Equal("Zoë Fairbairn", Assert.Single((await FindAsync(search)).People).FullName);

    [Fact]
    public async Task A_policy_is_found_by_its_title_and_a_signed_copy_by_its_signer()
    {
        Assert.Equal("Visitors Policy", Assert.Single((await FindAsync("visitor")).Policies).Title);
        var copy = Assert.Single((await FindAsync("pemberton visitors")).Copies);
        Assert.Equal(("Ruth Pemberton", "Visitors Policy, version 1"), (copy.FullName, copy.Policy));
    }

    [Fact]
    public async Task The_code_of_a_paper_is_known_as_one() => Assert.Equal("1042-9f3a61c07b2e", (await FindAsync("No. 1042-9F3A61C07B2E")).Code.ToString());

    [Theory]
    [InlineData("%")]
    [InlineData("_'\"<>")]
    [InlineData("zzz")]
    public async Task What_matches_nothing_finds_nothing(string search) => Assert.True((await FindAsync(search)).IsEmpty);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Nothing_asked_is_no_answer(string? search) =>
        Assert.Null(await school.AskAsync((FindQuery query) => query.ExecuteAsync(office, search, TestContext.Current.CancellationToken)));

    [Fact]
    public async Task A_governor_finds_policies_and_no_people()
    {
        var governor = office with { Roles = AccessRoles.Staff | AccessRoles.Governor };

        Assert.True((await FindAsync("pemberton", governor)).IsEmpty);
        Assert.Single((await FindAsync("visitors", governor)).Policies);
    }

    private async Task<Found> FindAsync(string search, Actor? actor = null) =>
        (await school.AskAsync((FindQuery query) => query.ExecuteAsync(actor ?? office, search, TestContext.Current.CancellationToken)))!;
}
