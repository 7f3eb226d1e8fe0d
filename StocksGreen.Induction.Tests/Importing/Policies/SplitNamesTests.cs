using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

public sealed class SplitNamesTests
{
    [Theory]
    [InlineData("Version 2.1 Policy owner: School nurse Review: May 2028", "Version 2.1|Policy owner: School nurse|Review: May 2028")]
    [InlineData(" Owner: School nurse", "Owner: School nurse")]
    [InlineData(" owner: School nurse", "owner: School nurse")]
    [InlineData(" : ", ":")]
    [InlineData("", "")]
    public void Details_are_parted_at_their_names_wherever_the_line_begins(string line, string parts) =>
        Assert.Equal(parts, string.Join('|', KeyDetailReader.SplitNames(line)));
}
