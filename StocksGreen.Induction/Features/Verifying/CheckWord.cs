namespace StocksGreen.Induction.Features.Verifying;

/// <summary>The answer in a word.</summary>
public enum CheckWord
{
    Genuine,

    /// <summary>Genuine, and a later version of the policy is in force.</summary>
    Superseded,

    /// <summary>Genuine once; the school took it back.</summary>
    Withdrawn,

    Altered,

    Unknown,
}
