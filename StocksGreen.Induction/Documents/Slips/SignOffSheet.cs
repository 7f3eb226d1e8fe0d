using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Slips;

/// <summary>Who may sign one policy on paper at a staff meeting.</summary>
public sealed record SignOffSheet
{
    public required string School { get; init; }

    /// <summary>That the school used on the day of the paper; null for none.</summary>
    public RasterImage? Crest { get; init; }

    public required string PolicyTitle { get; init; }

    /// <summary>"1".</summary>
    public required string Version { get; init; }

    public required DateOnly InForceFrom { get; init; }

    /// <summary>"In force. Full review overdue since October 2025".</summary>
    public required string ReviewLine { get; init; }

    public required bool IsReviewOverdue { get; init; }

    /// <summary>What everyone on the sheet states by signing, word for word.</summary>
    public required string Statement { get; init; }

    /// <summary>SHA-256 of the text, 64 hexadecimal digits.</summary>
    public required string TextHash { get; init; }

    /// <summary>Those in post who have not signed, by name: name, role, and what of the policy they are asked for where not all of it.</summary>
    public required IReadOnlyList<(string Name, string Role, string? Asked)> People { get; init; }

    /// <summary>How many have signed already and are not on the sheet.</summary>
    public required int Signed { get; init; }

    /// <summary>The day the list is of.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>When the last entry of the evidence was written that the sheet knows; the file's only time.</summary>
    public required DateTimeOffset LastEntryAt { get; init; }

    /// <summary>True prints that the people are invented.</summary>
    public bool IsDemonstration { get; init; }
}
