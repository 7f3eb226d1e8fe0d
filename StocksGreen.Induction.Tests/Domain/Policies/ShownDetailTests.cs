using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Policies;

public sealed class ShownDetailTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("Designated Safeguarding Lead (s)", KeyRole.DesignatedSafeguardingLead)]
    [InlineData("DSL", KeyRole.DesignatedSafeguardingLead)]
    [InlineData("Deputy DSLs", KeyRole.DeputyDesignatedSafeguardingLead)]
    [InlineData("Deputy Designated Safeguarding Leads", KeyRole.DeputyDesignatedSafeguardingLead)]
    [InlineData("Named Governor with lead responsibility", KeyRole.NamedGovernor)]
    [InlineData("Safeguarding Lead Governor", KeyRole.NamedGovernor)]
    [InlineData("Governing Committee responsible", null)]
    [InlineData("Date approved by governors", null)]
    [InlineData("Chair of Governors", null)]
    [InlineData("Date written", null)]
    public void A_key_detail_names_a_role_or_none(string name, KeyRole? role) => Assert.Equal(role, KeyRoleNames.Find(name));

    [Fact]
    public void A_role_that_has_changed_hands_is_shown_with_its_holder_of_the_day_and_with_what_is_printed()
    {
        KeyRoleChange[] changes =
        [
            Change(KeyRole.DesignatedSafeguardingLead, "Peter Hipkiss", new DateOnly(2024, 9, 1)),
            Change(KeyRole.DesignatedSafeguardingLead, "Helen Ashdown, Headteacher", new DateOnly(2026, 9, 3)),
            Change(KeyRole.NamedGovernor, "june cooke", new DateOnly(2024, 9, 1)),
            Change(KeyRole.NamedGovernor, "Priya Nair", new DateOnly(2026, 11, 25)),
        ];

        Assert.Equal(
            [
                new ShownDetail("Designated Safeguarding Lead", "Helen Ashdown, Headteacher", "Peter Hipkiss", new DateOnly(2026, 9, 3)),
                new ShownDetail("Named Governor", "June Cooke", null, null),
            ],
            ShownDetail.From(SmallPolicy.Text, KeyRoleChange.On(Today, changes))
        );
    }

    [Fact]
    public void Of_two_holders_recorded_for_one_day_the_later_record_counts()
    {
        var changes = new[] { Change(KeyRole.NamedGovernor, "Second", Today, 1), Change(KeyRole.NamedGovernor, "First", Today) };

        Assert.Equal("Second", KeyRoleChange.On(Today, changes)[KeyRole.NamedGovernor].Holder);
    }

    private static KeyRoleChange Change(KeyRole role, string holder, DateOnly from, int minutesLater = 0) =>
        new(Guid.NewGuid(), TestSchool.Monday.AddMinutes(minutesLater), role, holder, from, "Ruth Pemberton");
}
