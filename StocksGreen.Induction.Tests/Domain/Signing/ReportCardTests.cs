using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Signing;

public sealed class ReportCardTests
{
    [Fact]
    public void The_card_says_what_the_policy_says_and_whom_to_tell()
    {
        var text = SmallPolicy.Text with
        {
            Sections =
            [
                .. SmallPolicy.Text.Sections,
                new PolicySection(
                    "2",
                    "Breaches",
                    1,
                    [
                        new BulletList([
                            ListItem.Bullet(
                                RichText.FromPlainText("Everybody is told:"),
                                [ListItem.Bullet(RichText.FromPlainText("how to report concerns, and"), [])]
                            ),
                            ListItem.Bullet(
                                RichText.FromPlainText("Be kind."),
                                [ListItem.Bullet(RichText.FromPlainText("Report any concern on the incident form outside the staffroom."), [])]
                            ),
                        ]),
                    ]
                ),
            ],
        };

        var card = ReportCard.From(text, "Peter Hipkiss");

        Assert.Equal(["Report any concern on the incident form outside the staffroom."], card.Lines);
        Assert.Equal("Report any concern on the incident form outside the staffroom.\nTell Peter Hipkiss (Designated Safeguarding Lead).", card.Wording);
    }

    [Fact]
    public void Where_neither_policy_nor_school_names_anybody_the_lead_is_told() =>
        Assert.Equal("Tell the Designated Safeguarding Lead.", ReportCard.From(SmallPolicy.Text, null).Wording);
}
