using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>From what a pack can be chosen.</summary>
/// <param name="Policies">By title.</param>
/// <param name="People">Everyone who ever signed, also those who left, by name.</param>
/// <param name="Signatures">How many there are.</param>
public sealed record EvidencePackChoices(IReadOnlyList<Policy> Policies, IReadOnlyList<StaffMember> People, int Signatures);
