namespace StocksGreen.Induction.Domain.Policies;

/// <summary>The whole content of a policy as its reader meets it: what an import makes, what a version freezes and what a signature covers.</summary>
/// <param name="Title">"Social Media Policy".</param>
/// <param name="School">"Stocks Green Primary School"; empty where the document does not say.</param>
/// <param name="KeyDetails">Names, dates and committee from the head of the document, in printed order.</param>
/// <param name="Preamble">What stands before the first section and is not a key detail.</param>
/// <param name="Sections">In printed order; a subsection follows its parent.</param>
/// <param name="LinkedPolicies">Titles that the policy says it links with, as printed.</param>
/// <param name="BasedOn">The outside edition that it says it is based on: "KCSIE 2024"; null where it does not say.</param>
/// <param name="NextReview">Month of the next full review; null where it does not say.</param>
public sealed record PolicyText(
    string Title,
    string School,
    IReadOnlyList<KeyDetail> KeyDetails,
    IReadOnlyList<Block> Preamble,
    IReadOnlyList<PolicySection> Sections,
    IReadOnlyList<string> LinkedPolicies,
    string? BasedOn,
    ReviewMonth? NextReview)
{
    /// <summary>The key detail that names the Designated Safeguarding Lead; null where the policy names none.</summary>
    public KeyDetail? DesignatedSafeguardingLead => Named("safeguarding lead") ?? Named("DSL");

    /// <summary>The key detail that names the governor who leads on it; null where the policy names none.</summary>
    public KeyDetail? NamedGovernor => KeyDetails.FirstOrDefault(detail => detail.Name.Contains("governor", StringComparison.OrdinalIgnoreCase));

    private KeyDetail? Named(string role) => KeyDetails.FirstOrDefault(detail => detail.Name.Contains(role, StringComparison.OrdinalIgnoreCase));
}
