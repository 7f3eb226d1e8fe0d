namespace StocksGreen.Induction.Documents.Slips;

/// <summary>Reminders to be cut out and handed over.</summary>
public sealed record ReminderSlips
{
    public required string School { get; init; }

    /// <summary>The day the slips are of.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>Whom they are for: "People without an e-mail address".</summary>
    public required string For { get; init; }

    /// <summary>Where people sign: "Sign at https://…/kiosk, or ask the school office."</summary>
    public required string Where { get; init; }

    /// <summary>The address of that device, as a code to be scanned; null where the school's address is not known.</summary>
    public string? Address { get; init; }

    /// <summary>By due day, and by name on each.</summary>
    public required IReadOnlyList<ReminderSlip> Slips { get; init; }

    /// <summary>When the last entry of the evidence was written that the slips know; the file's only time.</summary>
    public required DateTimeOffset LastEntryAt { get; init; }

    /// <summary>True prints that the people are invented.</summary>
    public bool IsDemonstration { get; init; }
}
