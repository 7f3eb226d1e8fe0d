namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>How a person stands to the school on a day.</summary>
public enum PersonState
{
    InPost,
    Starting,
    Paused,
    Left,
}
