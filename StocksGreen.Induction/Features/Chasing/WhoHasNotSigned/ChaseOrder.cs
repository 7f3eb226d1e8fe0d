namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>What the list is sorted by.</summary>
public enum ChaseOrder
{
    /// <summary>Most overdue first, those of whom nothing is asked last.</summary>
    Due,

    Person,

    Role,
}
