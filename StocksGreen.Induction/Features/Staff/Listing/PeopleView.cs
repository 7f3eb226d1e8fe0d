namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>Which people the list shows; everyone where none of these is asked for.</summary>
public enum PeopleView
{
    NeverSignedIn,
    Overdue,
    Starting,
    Paused,
    Left,
}
