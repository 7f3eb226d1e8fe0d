using Microsoft.AspNetCore.Http;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Tests.Accounts;

public sealed class SchoolAddressTests
{
    [Theory]
    [InlineData("https://induction.school.example", "https://induction.school.example/check")]
    [InlineData("https://induction.school.example/", "https://induction.school.example/check")]
    [InlineData("http://10.0.0.4:5080/staff", "http://10.0.0.4:5080/staff/check")]
    [InlineData("", "https://asked.example/check")]
    [InlineData(null, "https://asked.example/check")]
    public void The_schools_own_address_goes_before_the_one_that_was_asked(string? setting, string expected) =>
        Assert.Equal(expected, Address(setting, "asked.example").Of("/check"));

    [Fact]
    public void Where_nobody_asked_and_no_setting_names_it_the_address_is_not_known() => Assert.Null(Address(null, null).Of("/check"));

    private static SchoolAddress Address(string? setting, string? host)
    {
        var request = new HttpContextAccessor
        {
            HttpContext = host is null ? null : new DefaultHttpContext { Request = { Scheme = "https", Host = new HostString(host) } },
        };
        return new SchoolAddress(request, new InductionOptions { Address = setting });
    }
}
