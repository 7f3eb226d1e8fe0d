using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>A policy as PDF: what a school puts on its website, with tags for those who listen to it.</summary>
public static class PolicyDocument
{
    /// <summary>Makes the file.</summary>
    /// <returns>PDF/UA-1 and PDF/A-2a, A4 upright; the same paper gives the same bytes.</returns>
    public static byte[] Create(PolicyPaper paper)
    {
        var metadata = new PdfMetadata(paper.Text.Title, paper.School, paper.Standing, paper.At)
        {
            Identifier = paper.TextHash,
            HasSignatureField = paper.IsSealed,
        };
        var document = new FlowDocument(metadata, PageSetup.Portrait) { Header = $"{paper.School}  ·  {paper.Text.Title}", Footer = paper.Standing };
        document.AddRange(ComposeHead(paper));
        document.AddRange(PolicyPages.Compose(paper.Text, paper.PictureOf));
        return document.ToPdf();
    }

    private static IEnumerable<FlowBlock> ComposeHead(PolicyPaper paper) =>
        [
            new Heading(1, paper.Text.Title),
            new TextBlock(Typography.Lead, paper.School),
            .. paper.IsDraft ? [new TextBlock(Typography.Warning, "A draft: no one has published it, and no one can sign it.")] : Array.Empty<FlowBlock>(),
            new TextBlock(Typography.Note, $"{paper.Standing}. SHA-256 of the text: {paper.TextHash}"),
        ];
}
