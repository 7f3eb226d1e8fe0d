using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Tests.Support;

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
    public void A_name_is_taken_without_accents_capitals_hyphens_and_order(string fullName, string typed) => Assert.Empty(Refusals(fullName, typed));

    [Theory]
    [InlineData("Amelia")]
    [InlineData("A Hart")]
    [InlineData("Amelia Harte")]
    [InlineData("AmeliaHart")]
    [InlineData("Ruth Pemberton")]
    public void Another_name_or_half_of_it_is_refused(string typed) =>
        Assert.Equal([new Refusal("name", "Type your full name as the school has it: Amelia Hart.")], Refusals("Amelia Hart", typed));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void No_name_is_no_signature(string typed) => Assert.Equal([new Refusal("name", "Type your full name.")], Refusals("Amelia Hart", typed));

    [Fact]
    public void A_name_has_at_most_120_characters_and_no_control_characters()
    {
        Assert.Empty(Refusals("Amelia Hart", "Amelia Hart".PadRight(120)));
        Assert.Equal([new Refusal("name", "Type your full name in at most 120 characters.")], Refusals("Amelia Hart", "Amelia Hart".PadRight(121)));
        Assert.Equal([new Refusal("name", "Type your full name in at most 120 characters.")], Refusals("Amelia Hart", "Amelia\nHart"));
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once_in_the_order_of_the_form() => Assert.Equal(
        [
            new Refusal("read", "Tick that you have read the policy."),
            new Refusal("understood", "Tick that you have understood the policy. If you have not, ask before you sign."),
            new Refusal("name", "Type your full name."),
        ],
        new SignatureForm(AffirmsRead: false, AffirmsUnderstood: false, "", DeclarationOutcome.NothingToDeclare).Refusals("Amelia Hart", Statements));

    [Fact]
    public void Reading_and_understanding_are_affirmed_each_on_its_own()
    {
        Assert.Equal(["understood"], new SignatureForm(AffirmsRead: true, AffirmsUnderstood: false, "Amelia Hart", DeclarationOutcome.NothingToDeclare).Refusals("Amelia Hart", Statements).Select(refusal => refusal.Field));
        Assert.Equal(["read"], new SignatureForm(AffirmsRead: false, AffirmsUnderstood: true, "Amelia Hart", DeclarationOutcome.NothingToDeclare).Refusals("Amelia Hart", Statements).Select(refusal => refusal.Field));
    }

    private static IEnumerable<Refusal> Refusals(string fullName, string typed) => new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, typed, DeclarationOutcome.NothingToDeclare).Refusals(fullName, Statements);

    private static Statements Full()
    {
        var version = SmallPolicy.Version(TestSchool.Monday);
        return Statements.For(version, Assignment.Whole(version));
    }
}
