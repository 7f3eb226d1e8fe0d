using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Domain.Text;

public sealed class NamedChoiceTests
{
    [Theory]
    [InlineData("Governor", Audience.Governor)]
    [InlineData("governor", Audience.Governor)]
    [InlineData("7", null)]
    [InlineData("1", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("Employee,Governor", null)]
    [InlineData(" Governor", null)]
    [InlineData("rubbish", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_the_name_of_one_choice_is_a_choice(string? text, Audience? choice) => Assert.Equal(choice, NamedChoice.Parse<Audience>(text));

    [Theory]
    [InlineData("Monday", WorkingDays.Monday)]
    [InlineData("64", null)]
    [InlineData("Monday, Tuesday", null)]
    public void So_it_is_of_choices_that_can_be_joined(string text, WorkingDays? choice) => Assert.Equal(choice, NamedChoice.Parse<WorkingDays>(text));

    [Fact]
    public void What_comes_from_outside_is_read_as_a_choice_nowhere_else() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "StocksGreen.Induction"), "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".cs" or ".razor" && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
                .Where(path => File.ReadAllText(path).Contains("Enum.TryParse<", StringComparison.Ordinal))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
        );
}
