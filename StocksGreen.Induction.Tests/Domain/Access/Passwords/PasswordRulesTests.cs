using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access.Passwords;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Access.Passwords;

public sealed class PasswordRulesTests
{
    private static readonly string[] Known = ["Amelia Hart-Okafor", "amelia.hart@stocksgreen.example", "Stocks Green Primary School"];

    [Theory]
    [InlineData("Password1234")]
    [InlineData("P4$$w0rd!!!!!!")]
    [InlineData("p a s s w o r d 2026")]
    [InlineData("PASSWORD-password")]
    [InlineData("Welcome2School!")]
    [InlineData("1234Password4321")]
    [InlineData("qwertyuiop[]")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("lkjhgfdsapoiuytrewq")]
    [InlineData("!\"£$%^&*()_+")]
    [InlineData("zyxwvutsrqponm")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("xqzxqzxqzxqzxqzxqz")]
    [InlineData("Xq7!Xq7!Xq7!Xq7!")]
    [InlineData("Summer2026Summer")]
    [InlineData("Liverpool Arsenal 1892")]
    [InlineData("07700 900123 900")]
    [InlineData("14091987140919")]
    [InlineData("correct horse battery staple")]
    [InlineData("Amelia Hart 1987")]
    [InlineData("ameliahart@stocksgreen.example")]
    [InlineData("4m3l14h4rt2019")]
    [InlineData("stocks-green-school")]
    [InlineData("StocksGreen123!")]
    [InlineData("Ámélia Hàrt 999")]
    [InlineData("teacherteacher1")]
    [InlineData("Headteacher2026!")]
    [InlineData("iloveyouiloveyou")]
    [InlineData("LetMeInLetMeIn")]
    [InlineData("pässwörd12345")]
    public void What_a_guesser_tries_first_is_refused_however_it_is_spelt(string password) =>
        Assert.StartsWith("That password is easy to guess", PasswordRules.WhyNot(password, Known), StringComparison.Ordinal);

    [Theory]
    [InlineData(DemoSchool.Password)]
    [InlineData(TestSchool.Password)]
    [InlineData("kettle orbit marmalade")]
    [InlineData("teapot garden mug seven")]
    [InlineData("all lower case letters are fine")]
    [InlineData("vK9#mR2$xT7!")]
    [InlineData("мой кот спит на окне")]
    [InlineData("zebra Amelia quartz tulip")]
    public void A_long_one_that_is_not_built_of_those_is_taken_without_capitals_signs_or_digits(string password) =>
        Assert.Null(PasswordRules.WhyNot(password, Known));

    [Fact]
    public void Length_has_two_ends()
    {
        Assert.StartsWith("Choose a password of at least 12 characters", PasswordRules.WhyNot("kettleorbit", Known), StringComparison.Ordinal);
        Assert.Null(PasswordRules.WhyNot("kettle orbit", []));
        Assert.Null(PasswordRules.WhyNot(Long(128), Known));
        Assert.Null(PasswordRules.WhyNot(Long(256), Known));
        Assert.Equal("Choose a password of at most 256 characters.", PasswordRules.WhyNot(Long(257), Known));
        Assert.Equal("Choose a password of at most 256 characters.", PasswordRules.WhyNot(new string('x', 3_000_000), Known));
    }

    [Fact]
    public void A_sign_of_several_code_units_counts_as_the_one_character_that_a_person_sees() =>
        Assert.StartsWith(
            "Choose a password of at least 12 characters",
            PasswordRules.WhyNot("👩‍🏫👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", Known),
            StringComparison.Ordinal
        );

    private static string Long(int length)
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26))));
    }
}
