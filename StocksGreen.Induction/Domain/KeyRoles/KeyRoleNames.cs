namespace StocksGreen.Induction.Domain.KeyRoles;

/// <summary>What key roles are called, and how a policy's head names them.</summary>
public static class KeyRoleNames
{
    private static readonly string[] Lead = ["safeguarding lead", "dsl", "designated safeguarding", "designated person", "child protection lead"];

    private static readonly string[] NotAName = ["date", "approv", "ratif", "agreed", "adopt", "commit", "chair", "review", "signed"];

    public static string Words(this KeyRole role) =>
        role switch
        {
            KeyRole.DesignatedSafeguardingLead => "Designated Safeguarding Lead",
            KeyRole.DeputyDesignatedSafeguardingLead => "Deputy Designated Safeguarding Lead",
            KeyRole.NamedGovernor => "Named governor",
        };

    /// <summary>
    /// A key detail's name inside a sentence: "Designated Safeguarding Lead" for what a policy's head prints as "Designated Safeguarding Lead (s)".
    /// </summary>
    public static string InSentence(string detailName) => Find(detailName)?.Words() ?? detailName;

    /// <summary>The role that a key detail names. Raw: "Designated Safeguarding Lead (s)", "Deputy DSLs", "Named Governor with lead responsibility".</summary>
    /// <returns>Null for any other detail: "Date approved by governors".</returns>
    public static KeyRole? Find(string detailName)
    {
        if (NotAName.Any(word => detailName.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (Lead.Any(word => detailName.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return detailName.Contains("governor", StringComparison.OrdinalIgnoreCase) ? KeyRole.NamedGovernor
                : detailName.Contains("deputy", StringComparison.OrdinalIgnoreCase)
                || detailName.Contains("deputies", StringComparison.OrdinalIgnoreCase)
                || detailName.Contains("DDSL", StringComparison.OrdinalIgnoreCase)
                    ? KeyRole.DeputyDesignatedSafeguardingLead
                : KeyRole.DesignatedSafeguardingLead;
        }

        return detailName.Contains("governor", StringComparison.OrdinalIgnoreCase) ? KeyRole.NamedGovernor : null;
    }
}
