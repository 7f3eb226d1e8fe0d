namespace StocksGreen.Induction.Documents.Slips;

/// <summary>Ways to sign in, to be cut out and handed over.</summary>
public sealed record SignInSlips
{
    public required string School { get; init; }

    /// <summary>UTC; when they were made, the file's only time.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>UTC; until when they work.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The address of the school's own device: "https://…/kiosk".</summary>
    public required string Device { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<SignInSlip> Slips { get; init; }

    /// <summary>True prints that the people are invented.</summary>
    public bool IsDemonstration { get; init; }
}
