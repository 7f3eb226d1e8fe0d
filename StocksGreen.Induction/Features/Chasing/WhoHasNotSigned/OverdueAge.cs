namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>How long something is overdue, in school days; the same steps as in the governors' report.</summary>
public enum OverdueAge
{
    /// <summary>1 to 5.</summary>
    UpToFive,

    /// <summary>6 to 20.</summary>
    UpToTwenty,

    /// <summary>21 and more.</summary>
    OverTwenty,
}
