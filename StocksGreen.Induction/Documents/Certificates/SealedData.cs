using System.Text;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Certificates;

/// <summary>What the entry of a signature seals, for anyone who wants to compute its hash again.</summary>
/// <param name="Json">Letter for letter as it was sealed.</param>
/// <param name="IsWhole">False where what was declared was taken out, because anyone who gets the paper may not know it; its hash is another then.</param>
public sealed record SealedData(string Json, bool IsWhole)
{
    internal PdfAttachment Attach() =>
        IsWhole
            ? new("attestation.json", "application/json", "What the evidence entry seals; its SHA-256 is the one printed.", Encoding.UTF8.GetBytes(Json))
            : new(
                "attestation-without-declaration.json",
                "application/json",
                "What the evidence entry seals, without what was declared; the SHA-256 printed is of the whole.",
                Encoding.UTF8.GetBytes(Json)
            );
}
