using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.Access;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Staff.Access;

public sealed class ChangeAccessTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private SecondSteps phone = null!;
    private StaffId amelia;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        phone = await SecondSteps.SetUpAsync(school, school.Headteacher);
        var form = new PersonForm
        {
            FullName = "Amelia Hart",
            Email = "amelia@school.example",
            JobTitle = "Deputy headteacher",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        amelia = (await school.AskAsync((AddPerson add) => add.ExecuteAsync(school.Headteacher, form, null, TestContext.Current.CancellationToken))).Value();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Theory]
    [InlineData(AccessRoles.DesignatedSafeguardingLead)]
    [InlineData(AccessRoles.Headteacher)]
    public async Task A_role_is_given_and_taken_at_once_with_a_record(AccessRoles role)
    {
        var before = await StampAsync();
        (await ChangeAsync(AccessChangeKind.RoleGiven, role)).Value();

        Assert.Equal(AccessRoles.Staff | role, await RolesAsync());
        Assert.NotEqual(before, await StampAsync());
        var record = await school.LatestAsync<AccessChanged>();
        Assert.Equal(
            (amelia, AccessChangeKind.RoleGiven, role, (StaffId?)school.Headteacher.StaffId, "Helen Ashdown", "authenticator app"),
            (record.StaffId, record.Kind, record.Role, record.By, record.ByName, record.Proof)
        );
        Assert.Single((await ChangeAsync(AccessChangeKind.RoleGiven, role)).Errors());

        (await ChangeAsync(AccessChangeKind.RoleTaken, role)).Value();
        Assert.Equal(AccessRoles.Staff, await RolesAsync());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Without_the_headteachers_own_second_step_nothing_changes()
    {
        Assert.Equal("Code", Assert.Single((await ChangeAsync(AccessChangeKind.RoleGiven, AccessRoles.Headteacher, code: "000000")).Errors()).Key);
        Assert.Equal("Code", Assert.Single((await ChangeAsync(AccessChangeKind.RoleGiven, AccessRoles.Headteacher, code: "")).Errors()).Key);
        var form = new AccessForm
        {
            Kind = AccessChangeKind.RoleGiven,
            Role = AccessRoles.Headteacher,
            Password = TestSchool.Password,
        };
        Assert.Equal("Code", Assert.Single((await SendAsync(school.Headteacher, amelia, form)).Errors()).Key);
        Assert.Equal(AccessRoles.Staff, await RolesAsync());
    }

    [Fact]
    public async Task Nobody_but_a_headteacher_by_the_stored_roles_changes_access()
    {
        var office = await school.HireOfficeAsync();
        var form = new AccessForm
        {
            Kind = AccessChangeKind.RoleGiven,
            Role = AccessRoles.DesignatedSafeguardingLead,
            Code = phone.Next(),
        };

        Assert.True((await SendAsync(office, amelia, form)).IsNotFound());
        // A cookie that says more than the store.
        Assert.True((await SendAsync(office with { Roles = office.Roles | AccessRoles.Headteacher }, amelia, form)).IsNotFound());
        Assert.True((await SendAsync(school.Headteacher, StaffId.New(), form)).IsNotFound());
        Assert.Equal("Role", Assert.Single((await ChangeAsync(AccessChangeKind.RoleGiven, AccessRoles.Office)).Errors()).Key);
        Assert.Equal("Role", Assert.Single((await ChangeAsync(AccessChangeKind.RoleGiven, AccessRoles.Headteacher | AccessRoles.Office)).Errors()).Key);
        Assert.Equal(AccessRoles.Staff, await RolesAsync());
    }

    [Fact]
    public async Task The_last_headteacher_can_neither_give_the_role_back_nor_leave()
    {
        var head = school.Headteacher.StaffId;
        Assert.Equal(
            "The school must have a headteacher. Give someone else the role first.",
            Assert.Single((await ChangeAsync(AccessChangeKind.RoleTaken, AccessRoles.Headteacher, head)).Errors()).Sentence
        );

        (await ChangeAsync(AccessChangeKind.RoleGiven, AccessRoles.Headteacher)).Value();
        (await EndAsync(school.Headteacher with { StaffId = amelia, FullName = "Amelia Hart" }, head)).Value();
        // One is leaving, so the other stays and keeps the role.
        Assert.StartsWith("The school must have", Assert.Single((await EndAsync(school.Headteacher, amelia)).Errors()).Sentence, StringComparison.Ordinal);
        Assert.Single((await ChangeAsync(AccessChangeKind.RoleTaken, AccessRoles.Headteacher)).Errors());
        (await ChangeAsync(AccessChangeKind.RoleTaken, AccessRoles.Headteacher, head)).Value();
    }

    [Fact]
    public async Task An_acting_headteacher_acts_from_the_first_day_to_the_last_and_decides_not_who_is_headteacher()
    {
        var form = new AccessForm
        {
            Kind = AccessChangeKind.ActingGiven,
            From = new WrittenDate(new DateOnly(2026, 9, 16)),
            Until = new WrittenDate(new DateOnly(2026, 9, 18)),
            Code = phone.Next(),
        };
        (await SendAsync(school.Headteacher, amelia, form)).Value();

        bool[] expected = [false, true, true, true, false];
        Assert.Equal(expected, await Task.WhenAll(Enumerable.Range(15, 5).Select(day => ActsAsync(new DateOnly(2026, 9, day)))));
        school.Clock.Now += TimeSpan.FromDays(2);
        var acting = school.Headteacher with { StaffId = amelia, FullName = "Amelia Hart", Proof = new IdentityProof("password", school.Clock.Now) };
        var hers = await SecondSteps.SetUpAsync(school, acting);
        var ben = await HireWithAccountAsync("Ben Other");
        Assert.Equal(
            "Who acts for the headteacher does not decide who is headteacher.",
            Assert
                .Single(
                    (
                        await SendAsync(
                            acting,
                            ben,
                            new AccessForm
                            {
                                Kind = AccessChangeKind.RoleGiven,
                                Role = AccessRoles.Headteacher,
                                Code = hers.Next(),
                            }
                        )
                    ).Errors()
                )
                .Sentence
        );
        var dsl = new AccessForm
        {
            Kind = AccessChangeKind.RoleGiven,
            Role = AccessRoles.DesignatedSafeguardingLead,
            Code = hers.Next(),
        };
        (await SendAsync(acting, ben, dsl)).Value();

        (await ChangeAsync(AccessChangeKind.ActingEnded, AccessRoles.None)).Value();
        Assert.False(await ActsAsync(new DateOnly(2026, 9, 17)));
        Assert.True((await SendAsync(acting, ben, dsl)).IsNotFound());
    }

    [Theory]
    [InlineData(null, "2026-09-18", "From")]
    [InlineData("2026-09-16", null, "Until")]
    [InlineData("2026-09-18", "2026-09-16", "Until")]
    [InlineData("2026-09-01", "2026-09-13", "Until")]
    [InlineData("2026-09-16", "2027-09-30", "Until")]
    public async Task The_days_of_acting_must_make_sense(string? from, string? until, string key)
    {
        var form = new AccessForm
        {
            Kind = AccessChangeKind.ActingGiven,
            From = Day(from),
            Until = Day(until),
            Code = phone.Next(),
        };

        Assert.Equal(key, Assert.Single((await SendAsync(school.Headteacher, amelia, form)).Errors()).Key);
        // What is wrong with the form uses no code up.
        (await ChangeAsync(AccessChangeKind.RoleGiven, AccessRoles.DesignatedSafeguardingLead, code: form.Code)).Value();
    }

    [Fact]
    public async Task The_headteacher_lets_someone_set_a_second_step_up_again_and_not_their_own()
    {
        var hers = await SecondSteps.SetUpAsync(school, school.Headteacher with { StaffId = amelia, FullName = "Amelia Hart", Roles = AccessRoles.Staff });

        (await ChangeAsync(AccessChangeKind.SecondStepReset, AccessRoles.None)).Value();

        Assert.Equal(
            0L,
            await school.ScalarAsync($"SELECT COUNT(*) FROM AuthenticatorApps a JOIN Accounts b ON b.Id = a.AccountId WHERE b.Email LIKE 'amelia%'")
        );
        Assert.Equal(10L, await school.ScalarAsync("SELECT COUNT(*) FROM RecoveryCodes"));
        Assert.NotEmpty(hers.Recovery);
        Assert.Single((await ChangeAsync(AccessChangeKind.SecondStepReset, AccessRoles.None, school.Headteacher.StaffId)).Errors());
    }

    private static WrittenDate? Day(string? text) =>
        text is null ? null : new WrittenDate(DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<StaffId> HireWithAccountAsync(string fullName)
    {
        var form = new PersonForm
        {
            FullName = fullName,
            Email = "ben@school.example",
            JobTitle = "Teacher",
            StartsOn = new DateOnly(2026, 9, 1),
        };
        return (await school.AskAsync((AddPerson add) => add.ExecuteAsync(school.Headteacher, form, null, TestContext.Current.CancellationToken))).Value();
    }

    private Task<Result<Unit>> ChangeAsync(AccessChangeKind kind, AccessRoles role, StaffId? person = null, string? code = null) =>
        SendAsync(
            school.Headteacher,
            person ?? amelia,
            new AccessForm
            {
                Kind = kind,
                Role = role,
                Code = code ?? phone.Next(),
            }
        );

    private Task<Result<Unit>> SendAsync(Actor actor, StaffId person, AccessForm form) =>
        school.AskAsync((ChangeAccess change) => change.ExecuteAsync(actor, person, form, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> EndAsync(Actor actor, StaffId person) =>
        school.AskAsync(
            (EndPerson end) => end.ExecuteAsync(actor, person, new DateOnly(2026, 10, 23), stopNow: false, seen: null, TestContext.Current.CancellationToken)
        );

    private async Task<bool> ActsAsync(DateOnly day)
    {
        await using InductionDb db = await school.DbAsync();
        return await EffectiveRoles.OfAsync(db, amelia, AccessRoles.Staff, day, TestContext.Current.CancellationToken) != AccessRoles.Staff;
    }

    private async Task<AccessRoles> RolesAsync()
    {
        await using var db = await school.DbAsync();
        return db.Users.Single(row => row.StaffId == amelia).Roles;
    }

    private async Task<string?> StampAsync()
    {
        await using var db = await school.DbAsync();
        return db.Users.Single(row => row.StaffId == amelia).SecurityStamp;
    }
}
