using StocksGreen.Induction.Features.PaperCheck;

namespace StocksGreen.Induction.Tests.Features.PaperCheck;

public sealed class PaperCheckLimitsTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002")]
    public void A_person_with_many_addresses_of_one_network_is_one_person(string address, string asker) =>
        Assert.Equal(asker, PaperCheckLimits.Network(address));
}
