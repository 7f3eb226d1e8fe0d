namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>The answer in a word.</summary>
public enum PaperCheckResult
{
    Genuine,

    /// <summary>Genuine, and a later version of the policy is in force.</summary>
    Superseded,

    /// <summary>Genuine once; the school took it back.</summary>
    Withdrawn,

    Altered,

    Unknown,
}
