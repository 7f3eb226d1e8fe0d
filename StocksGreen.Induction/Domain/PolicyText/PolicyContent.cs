using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>The whole content of a policy as its reader meets it: what an import makes, what a version freezes and what a signature covers.</summary>
/// <param name="Title">"Social Media Policy".</param>
/// <param name="School">"Stocks Green Primary School"; empty where the document does not say.</param>
/// <param name="KeyDetails">Names, dates and committee from the head of the document, in printed order.</param>
/// <param name="Preamble">What stands before the first section and is not a key detail.</param>
/// <param name="Sections">In printed order; a subsection follows its parent.</param>
/// <param name="LinkedPolicies">Titles that the policy says it links with, as printed.</param>
/// <param name="BasedOn">The outside edition that it says it is based on: "KCSIE 2024"; null where it does not say.</param>
/// <param name="NextReview">Month of the next full review; null where it does not say.</param>
public sealed record PolicyContent(
    string Title,
    string School,
    IReadOnlyList<KeyDetail> KeyDetails,
    IReadOnlyList<Block> Preamble,
    IReadOnlyList<PolicySection> Sections,
    IReadOnlyList<string> LinkedPolicies,
    string? BasedOn,
    ReviewMonth? NextReview
)
{
    /// <summary>The notes whose marks stand before the first section, in the order of the marks.</summary>
    public IReadOnlyList<Note> PreambleNotes { get; init; } = [];

    /// <summary>The key detail that names the Designated Safeguarding Lead; null where the policy names none.</summary>
    public KeyDetail? DesignatedSafeguardingLead => Naming(KeyRole.DesignatedSafeguardingLead);

    /// <summary>The key detail that names the governor who leads on it; null where the policy names none.</summary>
    public KeyDetail? NamedGovernor => Naming(KeyRole.NamedGovernor);

    /// <summary>Who keeps the policy, as its key details say: "Deputy Headteacher"; null where they do not say.</summary>
    public string? Owner => Valued("owner", "author", "written by", "person responsible", "responsible person", "policy lead", "lead person");

    /// <summary>The committee of governors that approves it, as its key details say: "S&amp;C"; null where they do not say.</summary>
    public string? Committee => Valued("committee");

    /// <summary>The same text without the pages of its document, which no hash covers.</summary>
    public PolicyContent WithoutPages() =>
        this with
        {
            Sections = [.. Sections.Select(section => section.Pages is null ? section : section with { Pages = null })],
        };

    private KeyDetail? Naming(KeyRole role) => KeyDetails.FirstOrDefault(detail => KeyRoleNames.Find(detail.Name) == role);

    private string? Valued(params string[] names) =>
        names
            .Select(name =>
                KeyDetails.FirstOrDefault(detail => detail.Name.Contains(name, StringComparison.OrdinalIgnoreCase) && detail.Value.Length > 0)?.Value
            )
            .FirstOrDefault(value => value is not null);
}
