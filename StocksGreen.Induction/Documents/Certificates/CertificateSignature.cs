using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Attestations;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>The name as it was typed, and the picture that was drawn, if one was.</summary>
internal static class CertificateSignature
{
    private const double Width = 130; // points

    public static IEnumerable<FlowBlock> Compose(Certificate certificate)
    {
        var words = certificate.OnPaper is null ? "Name as typed: " : "Name on the paper: ";
        Run[] name = [new Run(words), new Run(SharedText.OrNotRecorded(certificate.TypedName)) { IsItalic = true }];
        if (certificate.Drawing.Count == 0)
        {
            yield return new TextBlock(Typography.Lead, name);
            yield break;
        }

        var path = new PdfPath();
        foreach (var line in certificate.Drawing)
        {
            path.MoveTo(line[0].X, line[0].Y);
            foreach (var (x, y) in line.Skip(1))
            {
                path.LineTo(x, y);
            }
        }

        const double scale = Width / DrawnSignature.Width;
        yield return new Figure(
            Width,
            DrawnSignature.Height * scale,
            $"The signature that {certificate.PersonName} drew.",
            (pdf, left, top) => pdf.StrokePath(path, left, top, scale, lineWidth: 1.1, Typography.Ink)
        )
        {
            SideText = [new TextBlock(Typography.Lead, name)],
        };
        yield return new Gap(4);
    }
}
