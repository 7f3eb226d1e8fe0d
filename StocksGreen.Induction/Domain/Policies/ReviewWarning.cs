namespace StocksGreen.Induction.Domain.Policies;

/// <summary>How near a review is: the nearest of the four warnings that its day has reached.</summary>
public enum ReviewWarning
{
    None,
    TwoMonths,
    OneMonth,
    OneWeek,
    OneDay,
}
