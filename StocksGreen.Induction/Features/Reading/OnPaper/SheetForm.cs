using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>What is entered of one sheet that many signed, as after a meeting.</summary>
/// <param name="People">Those whose signature is on it.</param>
/// <param name="SignedOn">The date on the paper.</param>
/// <param name="Witness">Who saw them sign.</param>
/// <param name="Scan">The scanned sheet, kept with each of the signatures.</param>
public sealed record SheetForm(IReadOnlyList<StaffId> People, PolicyId? Policy, DateOnly? SignedOn, string? Witness, string ScanName, byte[] Scan);
