using StocksGreen.Induction.Domain.Policies.Fidelity;

namespace StocksGreen.Induction.Tests.Domain.Policies.Fidelity;

/// <summary>What is to be decided is shown where it stands in the document.</summary>
public class FlaggedSourceTests
{
    private const string Source = "Visitors Policy\n1. Arriving\nAsk [insert name] or [insert name].\n1.1 Badges\nWear [insert name]’s badge.";

    [Fact]
    public void Words_of_the_document_are_marked_one_after_the_other_under_their_heading()
    {
        FidelityPoint[] points =
        [
            Point("P1", FidelityKind.Placeholder, "[insert name]", "under 1.1 Badges"),
            Point("P2", FidelityKind.Placeholder, "[insert name]", "under 1 Arriving"),
            Point("P3", FidelityKind.Placeholder, "[insert name]", "under 1 Arriving"),
        ];

        var source = FlaggedSource.Create(Source, points);

        Assert.All(points, point => Assert.True(source.Has(point)));
        Assert.Equal(
            [("Ask ", null), ("[insert name]", "P2"), (" or ", null), ("[insert name]", "P3"), (".", null)],
            source.Lines[2].Select(each => (each.Text, each.Point?.Key))
        );
        Assert.Equal([("Wear ", null), ("[insert name]", "P1"), ("’s badge.", null)], source.Lines[4].Select(each => (each.Text, each.Point?.Key)));
    }

    [Fact]
    public void What_was_left_out_is_named_after_its_heading_and_what_has_no_place_is_not_marked()
    {
        var struck = Point("L0", FidelityKind.StruckOut, "may give pupils their number", "under 1 Arriving");
        var elsewhere = Point("L1", FidelityKind.Watermark, "DRAFT", "across 3 pages");
        var picture = Point("D1", FidelityKind.NotDescribed, "Arriving", "under 1 Arriving");

        var source = FlaggedSource.Create(Source, [struck, elsewhere, picture]);

        Assert.Equal([("1. Arriving", false), ("may give pupils their number", true)], source.Lines[1].Select(each => (each.Text, each.IsLeftOut)));
        Assert.Equal((true, false, false), (source.Has(struck), source.Has(elsewhere), source.Has(picture)));
        Assert.Equal((3, null), (source.LineOf("1.1 Badges"), source.LineOf("2 Leaving")));
    }

    [Fact]
    public void A_long_document_with_many_points_is_shown_without_going_through_it_for_each()
    {
        var points = Enumerable.Range(0, 5_000).Select(i => Point($"P{i}", FidelityKind.MissingWords, $"word {i}", "in the document"));

        var source = FlaggedSource.Create(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"word {i}\n")), points);

        Assert.Equal((20_000, 300), (source.Lines.Count, source.Lines.Sum(line => line.Count(each => each.Point is not null))));
    }

    private static FidelityPoint Point(string key, FidelityKind kind, string text, string where) => new(key, kind, text, where);
}
