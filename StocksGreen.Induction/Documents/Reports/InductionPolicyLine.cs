namespace StocksGreen.Induction.Documents.Reports;

/// <summary>One policy of a person's induction.</summary>
/// <param name="Version">The version that was signed, else the one that is asked: "1", "2 (1 changed part)".</param>
/// <param name="Standing">In words: "Signed", "Signed on paper", "Overdue".</param>
/// <param name="When">When it was signed, else by when it is due, in words.</param>
/// <param name="Evidence">The code for the check page: "1042-9f3a61c07b2e"; null while not signed.</param>
/// <param name="IsLate">True where it is overdue.</param>
public sealed record InductionPolicyLine(string Title, string Version, string Standing, string When, string? Evidence, bool IsLate)
{
    /// <summary>Which parts of its document the policy is: "Part one and Annex B, pages 7–22"; null where it is all of it.</summary>
    public string? Extract { get; init; }

    /// <summary>True for "Keeping children safe in education", which everyone must have read before they begin.</summary>
    public bool IsStatutoryGuidance { get; init; }
}
