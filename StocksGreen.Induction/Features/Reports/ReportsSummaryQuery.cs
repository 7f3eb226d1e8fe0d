using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.ReadModel;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Loads how it stands today; a report of a day, with all its trend, is made only when someone asks for one.</summary>
public sealed class ReportsSummaryQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Null when the actor may not see figures.</returns>
    public async Task<ReportsSummary?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MaySeeGovernorsReport(actor))
        {
            return null;
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.ReadPolicyFactsAsync(cancellationToken);
        return new ReportsSummary(
            (await RequirementFigures.ReadAsync(db, today, cancellationToken)).Overall,
            GovernorsReportQuery.Reviews(facts, today),
            facts.CalendarAt(today).MissingTerms(today)
        );
    }
}
