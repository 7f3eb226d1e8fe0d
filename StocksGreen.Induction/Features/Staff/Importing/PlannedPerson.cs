using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>What an import makes of one person of a file.</summary>
/// <param name="Existing">Whom on the list it is; null for someone new.</param>
/// <param name="Facts">As they are to be, but for a line lead who is new as well.</param>
/// <param name="LeadLine">Line of a new person who leads this one; null otherwise.</param>
/// <param name="Changes">From what to what; empty for someone new.</param>
public sealed record PlannedPerson(ImportedPerson Person, StaffId? Existing, PersonFacts Facts, int? LeadLine, IReadOnlyList<FactChange> Changes);
