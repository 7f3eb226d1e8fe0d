using System.Text.Json;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>What an import would do, before anything is done.</summary>
/// <param name="Unchanged">People of the file about whom the list says the same.</param>
/// <param name="Doubts">To be answered; what is not is refused.</param>
/// <param name="Leaving">Proposed; nothing happens to them without the office's word.</param>
/// <param name="Refused">Lines that are not taken, each with its reason.</param>
/// <param name="Notes">What was kept as it is, though the file says otherwise.</param>
public sealed record ImportPlan(
    IReadOnlyList<PlannedPerson> New,
    IReadOnlyList<PlannedPerson> Changed,
    IReadOnlyList<ImportedPerson> Unchanged,
    IReadOnlyList<ImportDoubt> Doubts,
    IReadOnlyList<LeavingPerson> Leaving,
    IReadOnlyList<LineNote> Refused,
    IReadOnlyList<LineNote> Notes
)
{
    /// <summary>The same for the same plan: what is applied is what was shown.</summary>
    public string Fingerprint =>
        Domain.Text.Sha256Hex.Compute(
            JsonSerializer.Serialize(
                new
                {
                    New,
                    Changed,
                    Unchanged,
                    Doubts,
                    Leaving,
                    Refused,
                }
            )
        );
}
