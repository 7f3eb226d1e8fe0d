using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>A person of a file who may be someone on the list, though no staff ID says so. Only the office's word joins them.</summary>
/// <param name="Candidate">Whom they may be.</param>
/// <param name="Why">"the same e-mail", "the same name".</param>
/// <param name="MayBeNew">Whether they may be someone else: not with the same e-mail.</param>
public sealed record ImportDoubt(ImportedPerson Person, StaffId Candidate, string CandidateName, string Why, bool MayBeNew);
