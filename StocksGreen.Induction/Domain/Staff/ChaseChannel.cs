namespace StocksGreen.Induction.Domain.Staff;

/// <summary>How a person was reminded.</summary>
public enum ChaseChannel
{
    InPerson,
    Telephone,
    Email,
    PrintedSlip,
}
