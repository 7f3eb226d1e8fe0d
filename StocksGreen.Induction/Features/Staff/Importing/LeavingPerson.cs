using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Staff.Importing;

/// <summary>Someone in post, with a staff ID, who is no longer in the file. No one leaves by that alone: the office says so.</summary>
public sealed record LeavingPerson(StaffId Id, string FullName, string JobTitle);
