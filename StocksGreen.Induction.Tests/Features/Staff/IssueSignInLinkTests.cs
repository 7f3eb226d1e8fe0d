using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.SignIns;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Staff;

public sealed class IssueSignInLinkTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_office_hands_links_to_staff_and_governors()
    {
        (await IssueAsync(office, await AddAsync("Amelia Hart", Audience.Employee))).Value();
        (await IssueAsync(office, await AddAsync("Priya Nair", Audience.Governor))).Value();
    }

    /// <summary>A link opens the account, so a link for the headteacher would make the office the headteacher.</summary>
    [Fact]
    public async Task The_office_makes_no_link_for_those_who_may_do_more_than_it_may_give()
    {
        var colleague = await AddAsync("Another Office Worker", Audience.Employee, isOffice: true);

        Assert.True((await IssueAsync(office, school.Headteacher.StaffId)).IsNotFound());
        Assert.True((await IssueAsync(office, colleague)).IsNotFound());
        (await IssueAsync(school.Headteacher, colleague)).Value();
    }

    /// <summary>
    /// The named governor reads what the headteacher declares, and is known by name: neither the account nor the name may be had from the office.
    /// </summary>
    [Fact]
    public async Task The_office_does_not_come_to_be_the_named_governor()
    {
        var (june, priya) = (await AddAsync("June Cooke", Audience.Governor), await AddAsync("Priya Nair", Audience.Governor));
        (await NameAsync(school.Headteacher, "Mrs June Cooke, chair of governors")).Value();

        Assert.True((await IssueAsync(office, june)).IsNotFound());
        Assert.True((await school.AskAsync((IssueSignInCode issue) => issue.ExecuteAsync(office, june, TestContext.Current.CancellationToken))).IsNotFound());
        (await IssueAsync(school.Headteacher, june)).Value();
        Assert.Equal("Holder", Assert.Single((await NameAsync(office, "Priya Nair")).Errors()).Key);
        Assert.Equal(nameof(PersonForm.FullName), Assert.Single((await RenameAsync(office)).Errors()).Key);
        (await IssueAsync(office, priya)).Value();
        (await RenameAsync(school.Headteacher)).Value();
        Assert.True((await IssueAsync(office, priya)).IsNotFound());

        Task<Result<Unit>> NameAsync(Actor actor, string holder) =>
            school.AskAsync(
                (ChangeKeyRole change) =>
                    change.ExecuteAsync(actor, KeyRole.NamedGovernor, holder, new DateOnly(2026, 9, 1), TestContext.Current.CancellationToken)
            );

        Task<Result<Unit>> RenameAsync(Actor actor) =>
            school.AskAsync(
                (EditPerson edit) =>
                    edit.ExecuteAsync(
                        actor,
                        priya,
                        new PersonForm
                        {
                            FullName = "June Cooke",
                            Email = "Priya.Nair@school.example",
                            JobTitle = "Staff",
                            Audience = Audience.Governor,
                            StartsOn = new DateOnly(2026, 9, 1),
                        },
                        seen: null,
                        TestContext.Current.CancellationToken
                    )
            );
    }

    [Fact]
    public async Task Nobody_else_makes_links_and_there_is_none_without_an_account()
    {
        var amelia = await AddAsync("Amelia Hart", Audience.Employee);

        Assert.True((await IssueAsync(office with { Roles = AccessRoles.Staff }, amelia)).IsNotFound());
        Assert.True((await IssueAsync(office with { Roles = AccessRoles.Governor | AccessRoles.DesignatedSafeguardingLead }, amelia)).IsNotFound());
        Assert.True((await IssueAsync(office, StaffId.New())).IsNotFound());
        Assert.True((await IssueAsync(office, office.StaffId)).IsNotFound());
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM SignInLinks"));
    }

    private Task<Result<string>> IssueAsync(Actor actor, StaffId person) =>
        school.AskAsync((IssueSignInLink issue) => issue.ExecuteAsync(actor, person, TestContext.Current.CancellationToken));

    private async Task<StaffId> AddAsync(string fullName, Audience audience, bool isOffice = false)
    {
        var form = new PersonForm
        {
            FullName = fullName,
            Email = fullName.Replace(' ', '.') + "@school.example",
            JobTitle = "Staff",
            Audience = audience,
            StartsOn = new DateOnly(2026, 9, 1),
            IsOffice = isOffice,
        };
        return (await school.AskAsync((AddPerson add) => add.ExecuteAsync(school.Headteacher, form, null, TestContext.Current.CancellationToken))).Value();
    }
}
