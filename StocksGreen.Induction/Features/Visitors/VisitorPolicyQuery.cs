using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Visitors;

/// <summary>What a visitor is reminded of.</summary>
/// <param name="Parts">The parts that concern visitors, in reading order.</param>
public sealed record VisitorPolicy(PolicyVersion Version, IReadOnlyList<PolicyPart> Parts)
{
    /// <summary>What the visitor is shown, as it is recorded.</summary>
    public string Wording => string.Join("\n\n", Parts.Select(part => part.Markdown.Trim()));
}

/// <summary>Loads what visitors are reminded of.</summary>
public sealed class VisitorPolicyQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>The policies in force that visitors are reminded of or shown; empty where there is none.</returns>
    public async Task<IReadOnlyList<VisitorPolicy>> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(db, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
    }

    internal static async Task<IReadOnlyList<VisitorPolicy>> LoadAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var facts = await db.ReadPolicyFactsAsync(cancellationToken);
        return
        [
            .. (
                from inForce in facts.InForceOn(today)
                let duty = facts.DutiesOn(today, inForce.Version).FirstOrDefault(duty => duty.Audience is Audience.Visitor)
                let parts = duty is { Parts: not null } ? inForce.Version.Parts.Where(part => duty.Shows(part.Ordinal)).ToList() : OfVisitors(inForce.Version)
                where parts.Count > 0 && (duty is not null || IsNamed(inForce.Version))
                select new VisitorPolicy(inForce.Version, parts)
            ).OrderBy(policy => policy.Version.Text.Title, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>The sections that speak of visitors in their title.</summary>
    /// <remarks>Social Media Policy §7: "Visitors … will be reminded of this upon their first visit to the site."</remarks>
    private static List<PolicyPart> OfVisitors(PolicyVersion version) =>
        [.. version.Parts.Where(part => part.Title.Contains("visitor", StringComparison.OrdinalIgnoreCase))];

    private static bool IsNamed(PolicyVersion version) => OfVisitors(version).Count > 0;
}
