namespace StocksGreen.Induction.Data.Entities;

/// <summary>How a requirement stands as far as it does not change by the mere passing of a day. In the order of the office's list.</summary>
public enum LineState
{
    /// <summary>Due up to its due day, overdue after it.</summary>
    Open = 0,

    /// <summary>Not signed, and not late while the person waits for the school's answer.</summary>
    Waiting = 1,

    Paused = 2,

    Exempt = 3,

    Signed = 4,

    /// <summary>The person has left, whether signed or not.</summary>
    Left = 5,
}
