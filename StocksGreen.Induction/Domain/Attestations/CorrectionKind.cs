namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>What a correction does to a signature.</summary>
public enum CorrectionKind
{
    /// <summary>Something in the record is wrong; the signature stands.</summary>
    Amends,

    /// <summary>The signature does not count any more; the person is asked again.</summary>
    Withdraws,
}
