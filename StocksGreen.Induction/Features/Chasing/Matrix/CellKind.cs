namespace StocksGreen.Induction.Features.Chasing.Matrix;

/// <summary>How one person stands with one policy.</summary>
public enum CellKind
{
    NotAsked,

    Signed,

    Overdue,

    Due,

    /// <summary>Waiting for the school's answer to a question.</summary>
    Waiting,

    Paused,

    Exempt,
}
