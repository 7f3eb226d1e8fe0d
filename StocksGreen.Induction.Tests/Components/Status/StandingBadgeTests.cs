using Bunit;
using StocksGreen.Induction.Components.Icons;
using StocksGreen.Induction.Components.Status;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Tests.Components.Status;

/// <summary>How someone stands, by icon, word and colour.</summary>
public sealed class StandingBadgeTests : BunitContext
{
    [Theory]
    [InlineData(StandingKind.Signed, null, "Signed", IconName.Check)]
    [InlineData(StandingKind.Due, 3, "Due", IconName.Clock)]
    [InlineData(StandingKind.Due, 2, "Due soon", IconName.Clock)]
    [InlineData(StandingKind.Due, 0, "Due soon", IconName.Clock)]
    [InlineData(StandingKind.Overdue, -1, "Overdue", IconName.Alert)]
    [InlineData(StandingKind.Paused, null, "Paused", IconName.Pause)]
    [InlineData(StandingKind.Exempt, null, "Exempt", IconName.MinusCircle)]
    public void A_standing_is_a_word_next_to_an_icon(StandingKind kind, int? daysLeft, string word, IconName icon)
    {
        var badge = Render<StandingBadge>(parameters => parameters.Add(view => view.Standing, new Standing(kind, daysLeft)));

        Assert.Equal(word, badge.Find(".badge").TextContent);
        Assert.Equal(IconDrawing.PathOf(icon), badge.Find("svg[aria-hidden=true] path").GetAttribute("d"));
    }

    [Fact]
    public void Every_kind_of_standing_looks_different()
    {
        var looks = Enum.GetValues<StandingKind>()
            .Select(kind => Render<StandingBadge>(parameters => parameters.Add(view => view.Standing, new Standing(kind, null))).Markup);

        Assert.Distinct(looks, StringComparer.Ordinal);
    }
}
