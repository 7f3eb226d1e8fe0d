using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Signing;

public sealed class SignatureFormTests
{
    private static readonly Statements Statements = Full();

    [Theory]
    [InlineData("Zoë O’Neill-Hart", "Zoë O’Neill-Hart")]
    [InlineData("Zoë O’Neill-Hart", "zoe o'neill hart")]
    [InlineData("Zoë O’Neill-Hart", "ZOE ONEILL-HART")]
    [InlineData("Zoë O’Neill-Hart", "  Hart, Zoe  O’Neill ")]
    [InlineData("Zoë O’Neill-Hart", "Dr Zoë Jane O’Neill‐Hart")]
    [InlineData("Siân Pritchard", "Sia\u0302n Pritchard")]
    [InlineData("Łukasz Wiśniewski", "Lukasz Wisniewski")]
    [InlineData("Lukasz Wisniewski", "Łukasz Wiśniewski")]
    [InlineData("Søren Đorđević", "soren dordevic")]
    [InlineData("محمد علي", "محمد علي")]
    [InlineData("नमिता शर्मा", "नमिता शर्मा")]
    [InlineData("山田 太郎", "太郎 山田")]
    [InlineData("김 철수", "김 철수")]
    [InlineData("Amelia Hart", "Amelia Hart 😀")]
    public void A_name_is_taken_without_accents_capitals_hyphens_and_order(string fullName, string typed) => Assert.Empty(Errors(fullName, typed));

    [Theory]
    [InlineData("Amelia")]
    [InlineData("A Hart")]
    [InlineData("Amelia Harte")]
    [InlineData("AmeliaHart")]
    [InlineData("Ruth Pemberton")]
    [InlineData("محمد علي")]
    public void Another_name_or_half_of_it_is_refused(string typed) =>
        Assert.Equal([new ValidationError("Name", "Type your full name as the school has it: Amelia Hart.")], Errors("Amelia Hart", typed));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void No_name_is_no_signature(string typed) => Assert.Equal([new ValidationError("Name", "Type your full name.")], Errors("Amelia Hart", typed));

    [Fact]
    public void A_name_has_at_most_120_characters_and_no_control_characters()
    {
        Assert.Empty(Errors("Amelia Hart", "Amelia Hart".PadRight(120)));
        Assert.Equal([new ValidationError("Name", "Type your full name in at most 120 characters.")], Errors("Amelia Hart", "Amelia Hart".PadRight(121)));
        Assert.Equal([new ValidationError("Name", "Type your full name in at most 120 characters.")], Errors("Amelia Hart", "Amelia\nHart"));
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once_in_the_order_of_the_form() =>
        Assert.Equal(
            [
                new ValidationError("Read", "Tick that you have read the policy."),
                new ValidationError("Understood", "Tick that you have understood the policy. If you have not, ask before you sign."),
                new ValidationError("Name", "Type your full name."),
            ],
            new SignatureForm(AffirmsRead: false, AffirmsUnderstood: false, "", DeclarationOutcome.NothingToDeclare).Errors("Amelia Hart", Statements)
        );

    [Fact]
    public void Reading_and_understanding_are_affirmed_each_on_its_own()
    {
        Assert.Equal(
            ["Understood"],
            new SignatureForm(AffirmsRead: true, AffirmsUnderstood: false, "Amelia Hart", DeclarationOutcome.NothingToDeclare)
                .Errors("Amelia Hart", Statements)
                .Select(error => error.Key)
        );
        Assert.Equal(
            ["Read"],
            new SignatureForm(AffirmsRead: false, AffirmsUnderstood: true, "Amelia Hart", DeclarationOutcome.NothingToDeclare)
                .Errors("Amelia Hart", Statements)
                .Select(error => error.Key)
        );
    }

    private static IEnumerable<ValidationError> Errors(string fullName, string typed) =>
        new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, typed, DeclarationOutcome.NothingToDeclare).Errors(fullName, Statements);

    private static Statements Full()
    {
        var version = SmallPolicy.Version(TestSchool.Monday);
        return Statements.For(version, Assignment.Whole(version));
    }
}
