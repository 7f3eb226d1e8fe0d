using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>A person who starts this calendar week, or comes back from a long absence.</summary>
/// <param name="StartsOn">First day in post, or back.</param>
public sealed record TodayStarter(StaffId Id, string FullName, DateOnly StartsOn);
