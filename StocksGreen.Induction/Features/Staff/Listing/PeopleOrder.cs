namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>By what the list is sorted; then by name.</summary>
public enum PeopleOrder
{
    Name,
    Group,

    /// <summary>Who signed in last comes first, who never did comes last.</summary>
    LastSignIn,

    /// <summary>What is due first comes first, who has nothing open comes last.</summary>
    Due,
}
