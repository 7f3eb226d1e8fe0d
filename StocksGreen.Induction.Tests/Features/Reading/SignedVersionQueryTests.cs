using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading;

/// <summary>What signers see of their own signature.</summary>
public sealed class SignedVersionQueryTests
{
    [Theory]
    [InlineData("Designated Safeguarding Lead (s)")]
    [InlineData("Designated Safeguarding Lead(s):")]
    [InlineData("DSL")]
    public async Task Whom_to_tell_is_said_in_the_schools_words_and_not_as_the_policys_head_prints_the_role(string printed)
    {
        await using var school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync(SmallPolicy.Text with { KeyDetails = [new KeyDetail(printed, "Peter Hipkiss, Headteacher")] });
        var amelia = await school.HireAsync("Amelia Hart");
        await school.SignAsync(amelia, version);

        var signed = await school.AskAsync((SignedVersionQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken));

        Assert.Equal("Tell Peter Hipkiss, Headteacher (Designated Safeguarding Lead).", signed!.Card.Wording);
    }
}
