using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Where to report a breach or a concern, as the policy and the school say it: shown at the end, and recorded as it was shown.</summary>
/// <remarks>
/// Social Media Policy §9: "This includes reporting an incident on the online safety incident forms located outside the staffroom and discussing this form with
/// a DSL."
/// </remarks>
/// <param name="Lines">From the policy, word for word; may be empty.</param>
/// <param name="Lead">Who is the Designated Safeguarding Lead today: "Peter Hipkiss, Headteacher"; null where neither policy nor school names one.</param>
public sealed record ReportCard(IReadOnlyList<string> Lines, string? Lead)
{
    private const int MostLines = 2;

    private static readonly string[] Places =
    [
        "incident form",
        "report policy breaches",
        "report any concern",
        "report a concern",
        "report concerns",
        "reporting an incident",
        "reporting concerns",
        "report breaches",
    ];

    /// <param name="text">The version in force.</param>
    public static ReportCard From(PolicyContent text, string? lead) =>
        new(
            [
                .. text
                    .Sections.SelectMany(section => LinesOf(section.Blocks))
                    .Where(line => IsSentence(line) && Places.Any(place => line.Contains(place, StringComparison.OrdinalIgnoreCase)))
                    .Take(MostLines),
            ],
            lead
        );

    /// <summary>All that the card says, as it is recorded.</summary>
    public string Wording => string.Join('\n', [.. Lines, Lead is null ? $"Tell the {Role}." : $"Tell {Lead} ({Role})."]);

    /// <summary>
    /// What the school calls the role. How a policy prints it, "Designated Safeguarding Lead (s)", belongs in the policy's head and in no sentence.
    /// </summary>
    public static string Role => KeyRole.DesignatedSafeguardingLead.Words();

    private static IEnumerable<string> LinesOf(IEnumerable<Block> blocks) => BlockText.Texts(blocks).Select(text => text.PlainText);

    // A bullet that begins small goes on with the words above its list, and says nothing by itself.
    private static bool IsSentence(string line) => line.Length > 0 && !char.IsLower(line[0]);
}
