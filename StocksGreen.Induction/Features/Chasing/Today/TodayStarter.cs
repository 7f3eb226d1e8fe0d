using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>A person who starts this calendar week.</summary>
public sealed record TodayStarter(StaffId Id, string FullName, DateOnly StartsOn);
