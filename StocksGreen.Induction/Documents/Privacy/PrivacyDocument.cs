using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Privacy;

/// <summary>A paper on personal data, under the school's letterhead.</summary>
public static class PrivacyDocument
{
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same record gives the same bytes.</returns>
    public static byte[] Create(PrivacyPaper paper)
    {
        var document = new FlowDocument(new PdfMetadata($"{paper.Title}: {paper.School}", paper.School, paper.Lead, paper.MadeAt), PageSetup.Portrait)
        {
            Header = $"{paper.School}  ·  {paper.Title}",
            Footer = $"{(paper.IsDemonstration ? "Demonstration · " : "")}As at {LondonTime.ToWords(paper.MadeAt)}",
        };
        document.AddRange([
            SchoolEmblem.Letterhead(paper.School, paper.Crest, paper.Title),
            new Rule(8),
            .. SharedText.DemonstrationNotice(paper.IsDemonstration),
            new Heading(1, paper.Title) { BookmarkLevel = 1 },
            new TextBlock(Typography.Lead with { Colour = Typography.Quiet }, paper.Lead),
            .. paper.Sections.SelectMany(Compose),
        ]);
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> Compose(PrivacySection section) =>
        [
            new Heading(2, section.Heading),
            .. section.Paragraphs.Select(text => new TextBlock(Typography.Body, text)),
            .. section.Lines.Count == 0
                ? Array.Empty<FlowBlock>()
                : [SharedText.Details(Typography.Cell, section.Lines.Select(line => (line.Name, (GridCell)SharedText.OrNotRecorded(line.Value))))],
        ];
}
