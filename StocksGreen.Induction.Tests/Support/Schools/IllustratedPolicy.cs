using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Images;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A policy with five tables and three pictures, published as an office publishes it: from a document, by a draft, after decisions.</summary>
internal static class IllustratedPolicy
{
    public const string SourceName = "Mobile phones 2026.docx";

    public static readonly byte[] Document = "PK, as Word documents begin, and words of the school"u8.ToArray();

    private static readonly string[] Shown = ["Tell the lead, then write it down", "Where phones are kept: the grey box at reception", "The sign at the gate"];

    private static readonly byte[][] Files = [CrestImageTests.Shield(320, 160), CrestImageTests.Shield(200, 200), CrestImageTests.Shield(120, 240)];

    public static IReadOnlyList<PictureFile> Pictures { get; } = [.. Files.Select(file => new PictureFile(Sha256Hex.Compute(file), "image/png", file))];

    public static IReadOnlyList<string> Descriptions => Shown;

    /// <summary>Every kind of block, with pictures that are stored.</summary>
    public static PolicyContent Text { get; } = WithPictures(EveryBlock.Policy());

    /// <returns>The version; what the document struck out was left out and what it hid was put in, by the headteacher.</returns>
    public static async Task<VersionId> PublishAsync(TestSchool school)
    {
        var draft = (
            await school.AskAsync(
                (StartDraft start) =>
                    start.ExecuteAsync(
                        school.Headteacher,
                        null,
                        new ImportOutcome.Imported(Text, [])
                        {
                            LeftOut =
                            [
                                new LeftOut(LeftOutKind.StruckOut, "may give pupils their <b>mobile</b> number", "under 1 Rules"),
                                new LeftOut(LeftOutKind.Hidden, new string('x', 400), "under 1.1 Tables"),
                            ],
                            Coverage = new Coverage(310, 310, []),
                            Pictures = Pictures,
                        },
                        Document,
                        SourceName,
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();
        await DecideAsync(school, draft, 0, FidelityChoice.LeaveOut, "L0");
        await DecideAsync(school, draft, 1, FidelityChoice.PutIn, "L1");
        var publication = Publication.First(Text, SourceName, "Helen Ashdown", SmallPolicy.ForEverybody) with { Draft = draft };
        return Assert
            .IsType<PublishOutcome.Published>(
                (
                    await school.AskAsync(
                        (PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, publication, TestContext.Current.CancellationToken)
                    )
                ).Value()
            )
            .Id;
    }

    private static async Task DecideAsync(TestSchool school, Guid draft, int revision, FidelityChoice choice, string key) =>
        (
            await school.AskAsync(
                (EditDraft editing) => editing.DecideAsync(school.Headteacher, draft, revision, [key], choice, TestContext.Current.CancellationToken)
            )
        ).Value();

    private static PolicyContent WithPictures(PolicyContent text) =>
        text with
        {
            Sections =
            [
                .. text.Sections.SkipLast(1),
                text.Sections[^1] with
                {
                    Blocks =
                    [
                        .. Pictures.Zip(Shown, Files).Select(each => new Picture(each.First.Sha256, "image/png", each.Second, 160, 120)),
                        EveryBlock.Matrix(),
                        EveryBlock.Matrix(),
                    ],
                },
            ],
        };
}
