using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>What is entered of a signature on paper.</summary>
/// <param name="SignedOn">The date on the paper.</param>
/// <param name="Witness">Who saw it signed.</param>
/// <param name="Declaration">As it stands on the paper; null where the paper does not ask.</param>
/// <param name="Scan">The scanned paper.</param>
public sealed record PaperForm(
    StaffId? Person,
    PolicyId? Policy,
    DateOnly? SignedOn,
    string? NameOnPaper,
    string? Witness,
    DeclarationOutcome? Declaration,
    string ScanName,
    byte[] Scan
);
