using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Slips;

/// <summary>Sign-in slips, two next to each other and several a page, with lines to cut along.</summary>
public static class SignInSlipsDocument
{
    private const double Step = 36; // points: every row is a whole number of such steps high
    private const double CodeSize = 96; // points; about 2 for each module of a link of ordinary length
    private static readonly TextStyle Name = new(FontFace.SemiBold, 14, 18, Typography.Ink) { SpaceAfter = 2 };
    private static readonly TextStyle Code = new(FontFace.SemiBold, 15, 19, Typography.Ink) { SpaceAfter = 2 };

    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same record gives the same bytes.</returns>
    public static byte[] Create(SignInSlips slips)
    {
        var metadata = new PdfMetadata(
            $"Sign-in slips, {LondonTime.ToWords(LondonTime.DateIn(slips.MadeAt))}",
            slips.School,
            "One-time links and codes to sign in",
            slips.MadeAt
        );
        var document = new FlowDocument(metadata, PageSetup.Portrait)
        {
            Header = $"{slips.School}  ·  Sign-in slips",
            Footer = slips.IsDemonstration ? "Demonstration: the people are invented" : "Each slip opens one person’s account: hand it to nobody else",
        };
        document.AddRange([
            new Heading(1, "Sign-in slips") { BookmarkLevel = 1 },
            new TextBlock(
                Typography.Body,
                $"{SharedText.Number(slips.Slips.Count)}, each for one person and good once, until {LondonTime.ToWords(slips.Until)}. Cut along the dashed "
                    + "lines and hand each over in person. Earlier links and codes of these people no longer work."
            ),
            new Panels([.. slips.Slips.Select(slip => Compose(slips, slip))])
            {
                IsCutOut = true,
                Places = 2,
                Padding = 10,
                Step = Step,
                Corners = [.. slips.Slips.Select(slip => QrCode.Create(slip.Link, CodeSize))],
            },
        ]);
        return document.ToPdf();
    }

    private static List<TextBlock> Compose(SignInSlips slips, SignInSlip slip) =>
        [
            new(Typography.PanelLabel with { Colour = Typography.Green, SpaceAfter = 2 }, slips.School),
            new(Name, slip.Name),
            new(Typography.Note with { SpaceAfter = 4 }, slip.JobTitle.Length == 0 ? " " : slip.JobTitle),
            new(Typography.Cell with { SpaceAfter = 3 }, "Scan the code with your phone to read and sign your policies."),
            new(Typography.Cell with { SpaceAfter = 1 }, $"Or open {slips.Device} on the school’s own device, choose your name and type"),
            new(Code, slip.Code),
            new(Typography.Note, $"Good once, until {LondonTime.ToWords(slips.Until)}. Keep it to yourself."),
        ];
}
