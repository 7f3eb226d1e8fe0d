using System.Reflection;
using Microsoft.AspNetCore.Components;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Layout;
using StocksGreen.Induction.Components.Shell;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Tests.Components.Shell;

/// <summary>Where every page of the office stands in the menu, and who sees which entry.</summary>
public sealed class OfficeMenuTests
{
    private static readonly IdentityProof Proof = new("password", DateTimeOffset.UnixEpoch);

    public static TheoryData<string> OfficePages =>
        [
            .. typeof(OfficeLayout)
                .Assembly.GetTypes()
                .Where(type => type.GetCustomAttribute<LayoutAttribute>()?.LayoutType == typeof(OfficeLayout))
                .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
                .Select(route => route.Template)
                .Where(template => template != Urls.Find)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(OfficePages))]
    public void Every_page_of_the_office_belongs_to_an_entry_of_the_menu(string template) => Assert.NotNull(OfficeMenu.Of(template));

    [Theory]
    [InlineData("/people", "People", "page")]
    [InlineData("/people/import", "People", "true")]
    [InlineData("/signatures/on-paper", "Signed on paper", "page")]
    [InlineData("/signatures", "Signatures", "page")]
    [InlineData("/inductions/packs/3", "Induction packs", "true")]
    [InlineData("/mail/chase/3", "To sign", "true")]
    [InlineData("/Mail", "Mail", "page")]
    [InlineData("/peoples", null, null)]
    public void A_page_is_marked_at_its_entry_and_a_page_below_it_too(string path, string? entry, string? current)
    {
        var marked = OfficeMenu.Of(path);

        Assert.Equal((entry, current), (marked?.Words, marked is null ? null : OfficeMenu.Current(marked, path)));
        Assert.Equal(marked is null ? 0 : 1, Words(AccessRoles.Office | AccessRoles.Headteacher, path).Count);
    }

    [Fact]
    public void A_governor_sees_reports_and_nothing_else() => Assert.Equal(["Reports"], Words(AccessRoles.Governor));

    [Fact]
    public void The_named_governor_sees_declarations_too() => Assert.Equal(["Declarations", "Reports"], Words(AccessRoles.Governor, isNamedGovernor: true));

    [Fact]
    public void The_DSL_sees_questions_declarations_and_reports() =>
        Assert.Equal(["Questions", "Declarations", "Reports"], Words(AccessRoles.DesignatedSafeguardingLead));

    [Fact]
    public void The_office_sees_no_declarations_or_back_ups_and_the_headteacher_does()
    {
        var office = Words(AccessRoles.Office);

        Assert.DoesNotContain("Declarations", office);
        Assert.DoesNotContain("Back-ups", office);
        List<string> all = [.. office, "Declarations", "Back-ups", "What is kept", "Who did what"];
        Assert.Equal(all.Order(StringComparer.Ordinal), Words(AccessRoles.Headteacher).Order(StringComparer.Ordinal));
    }

    private static List<string> Words(AccessRoles roles, string? path = null, bool isNamedGovernor = false) =>
        [
            .. OfficeMenu
                .For(new Actor(StaffId.New(), "Ruth Pemberton", roles | AccessRoles.Staff, Proof, "session"), isNamedGovernor)
                .SelectMany(group => group.Links)
                .Where(link => path is null || OfficeMenu.Current(link, path) is not null)
                .Select(link => link.Words),
        ];
}
