using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>
/// That retention looked at what is due, or that a person confirmed the date after a long gap. By the last of these it is known whether the clock jumped.
/// </summary>
public sealed class RetentionRun
{
    private RetentionRun() { }

    /// <param name="rows">How many rows were deleted or emptied.</param>
    /// <param name="confirmedBy">Who said that the date is right; null for a run.</param>
    public RetentionRun(DateTimeOffset at, int rows, StaffId? confirmedBy)
    {
        At = at;
        Rows = rows;
        ConfirmedBy = confirmedBy;
    }

    public long Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public int Rows { get; private set; }

    public StaffId? ConfirmedBy { get; private set; }
}
