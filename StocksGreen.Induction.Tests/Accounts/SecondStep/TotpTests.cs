using System.Text;
using StocksGreen.Induction.Accounts.SecondStep;

namespace StocksGreen.Induction.Tests.Accounts.SecondStep;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.Code(Secret, Totp.StepOf(at)));
        Assert.Equal(Totp.StepOf(at), Totp.Match(Secret, code, at));
        Assert.Equal(Totp.StepOf(at), Totp.Match(Secret, code, at.AddSeconds(30)));
        Assert.Null(Totp.Match(Secret, code, at.AddSeconds(90)));
        Assert.Null(Totp.Match(Secret, code, at.AddSeconds(-90)));
    }

    [Fact]
    public void A_secret_is_written_as_apps_take_it() =>
        Assert.Equal(
            "otpauth://totp/Stocks%20Green:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Stocks%20Green",
            Totp.Address(Secret, "Stocks Green", "a@b.example")
        );
}
