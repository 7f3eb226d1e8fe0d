using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Tests.Support.Schools;
using static StocksGreen.Induction.Domain.Access.AccessRoles;

namespace StocksGreen.Induction.Tests.Domain.Access;

public sealed class PermissionsTests
{
    /// <summary>The whole matrix: what each role alone may do. A role that someone holds besides only ever adds.</summary>
    [Theory]
    [InlineData(None, "")]
    [InlineData(AccessRoles.Staff, "read")]
    [InlineData(Office, "chase people publish")]
    [InlineData(Headteacher, "chase people publish governors-report register pack")]
    [InlineData(DesignatedSafeguardingLead, "governors-report register")]
    [InlineData(Governor, "governors-report")]
    [InlineData(DesignatedSafeguardingLead | Office, "chase people publish governors-report register pack")]
    [InlineData(AccessRoles.Staff | Office, "read chase people publish")]
    [InlineData(AccessRoles.Staff | Governor, "read governors-report")]
    public void Each_role_opens_what_it_needs_and_nothing_else(AccessRoles roles, string doings)
    {
        var actor = Actor(roles);
        var permitted = new (string Doing, bool IsPermitted)[]
        {
            ("read", Permissions.MayRead(actor)),
            ("chase", Permissions.MayChase(actor)),
            ("people", Permissions.MayManageStaff(actor)),
            ("publish", Permissions.MayPublish(actor)),
            ("governors-report", Permissions.MaySeeGovernorsReport(actor)),
            ("register", Permissions.MaySeeRegister(actor)),
            ("pack", Permissions.MayMakeEvidencePack(actor)),
        };

        Assert.Equal(doings, string.Join(' ', permitted.Where(line => line.IsPermitted).Select(line => line.Doing)));
    }

    [Theory]
    [InlineData(AccessRoles.Staff, false)]
    [InlineData(Governor, false)]
    [InlineData(DesignatedSafeguardingLead, false)]
    [InlineData(Office, true)]
    [InlineData(Headteacher, true)]
    public void A_signed_copy_is_its_signers_and_the_schools(AccessRoles roles, bool maySeeOthers)
    {
        var actor = Actor(roles);

        Assert.True(Permissions.MaySeeSignedCopy(actor, actor.StaffId));
        Assert.Equal(maySeeOthers, Permissions.MaySeeSignedCopy(actor, StaffId.New()));
    }

    [Theory]
    [InlineData(Office, AccessRoles.Staff, true)]
    [InlineData(Office, AccessRoles.Staff | Governor, true)]
    [InlineData(Office, Office, false)]
    [InlineData(Office, AccessRoles.Staff | Headteacher, false)]
    [InlineData(Office, DesignatedSafeguardingLead, false)]
    [InlineData(Headteacher, Office, true)]
    [InlineData(Headteacher, Headteacher | DesignatedSafeguardingLead, true)]
    [InlineData(AccessRoles.Staff, AccessRoles.Staff, false)]
    [InlineData(Governor, AccessRoles.Staff, false)]
    public void Only_the_headteacher_gives_roles_that_open_names_to_someone(AccessRoles giver, AccessRoles given, bool may) =>
        Assert.Equal(may, Permissions.MayGiveRoles(Actor(giver), given));

    private static Actor Actor(AccessRoles roles) => new(StaffId.New(), "Someone", roles, new IdentityProof("password", TestSchool.Monday), "session");
}
