using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>The induction record of one person in a pack.</summary>
/// <param name="File">Where it lies in the pack.</param>
public sealed record PackedRecord(StaffId Id, string PersonName, string File);
