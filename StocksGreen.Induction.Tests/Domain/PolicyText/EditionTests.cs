using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.PolicyText;

public sealed class EditionTests
{
    [Theory]
    [InlineData("KCSIE 2024", "KCSIE", 2024)]
    [InlineData("Keeping Learners Safe 2022", "Keeping Learners Safe", 2022)]
    public void An_edition_is_a_name_and_a_year(string text, string name, int year) => Assert.Equal(new Edition(name, year), Edition.TryParse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KCSIE")]
    [InlineData("2024")]
    [InlineData("KCSIE 24")]
    [InlineData("KCSIE 1066")]
    [InlineData("KCSIE part one")]
    public void Anything_else_is_none(string? text) => Assert.Null(Edition.TryParse(text));

    [Fact]
    public void A_policy_is_out_of_date_from_the_day_on_which_a_newer_edition_of_the_same_guidance_is_in_force()
    {
        EditionInForce[] editions = [InForce("KCSIE", 2025), InForce("kcsie", 2026, 365), InForce("Working Together", 2027)];

        Assert.Null(EditionInForce.Superseding("KCSIE 2024", editions, new DateOnly(2025, 8, 31)));
        Assert.Equal(2025, EditionInForce.Superseding("KCSIE 2024", editions, new DateOnly(2025, 9, 1))?.Year);
        Assert.Equal(2026, EditionInForce.Superseding("KCSIE 2024", editions, new DateOnly(2026, 9, 1))?.Year);
        Assert.Null(EditionInForce.Superseding("KCSIE 2026", editions, new DateOnly(2027, 9, 1)));
        Assert.Null(EditionInForce.Superseding(null, editions, new DateOnly(2027, 9, 1)));
    }

    private static EditionInForce InForce(string name, int year, int daysLater = 0) =>
        new(Guid.NewGuid(), TestSchool.Monday, name, year, new DateOnly(2025, 9, 1).AddDays(daysLater), "Ruth Pemberton");
}
