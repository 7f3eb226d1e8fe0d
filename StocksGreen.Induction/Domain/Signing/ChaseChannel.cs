namespace StocksGreen.Induction.Domain.Signing;

/// <summary>How a person was reminded.</summary>
public enum ChaseChannel
{
    InPerson,
    Telephone,
    Email,
    PrintedSlip,
}
