using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Tests.Domain.Evidence;

public sealed class PaperCodeTests
{
    private static readonly EvidenceEntry Entry = EvidenceEntry.Append(null, EvidenceKind.PolicySigned, DateTimeOffset.UnixEpoch, "x", "{}");

    [Fact]
    public void A_code_is_the_number_and_the_beginning_of_the_hash()
    {
        var code = PaperCode.From(Entry);

        Assert.Equal($"1-{Entry.Hash[..12]}", code.ToString());
        Assert.Equal($"/check/1-{Entry.Hash[..12]}", Urls.Check(code));
        Assert.True(code.Names(Entry));
    }

    [Theory]
    [InlineData("1042-9f3a61c07b2e")]
    [InlineData("  1042 - 9F3A 61C0 7B2E ")]
    [InlineData("No. 1042–9f3a61c07b2e")]
    public void A_code_is_read_as_people_type_it(string written) => Assert.Equal(new PaperCode(1042, "9f3a61c07b2e"), PaperCode.Parse(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1042")]
    [InlineData("1042-9f3a61c07b2")]
    [InlineData("1042-9f3a61c07b2e0")]
    [InlineData("1042-9f3a61c07b2x")]
    [InlineData("-1042-9f3a61c07b2e")]
    [InlineData("0-9f3a61c07b2e")]
    [InlineData("99999999999999999999-9f3a61c07b2e")]
    public void What_can_be_no_code_is_none(string? written) => Assert.Null(PaperCode.Parse(written));

    [Fact]
    public void A_guessed_number_names_no_entry() => Assert.False(new PaperCode(1, "000000000000").Names(Entry));
}
