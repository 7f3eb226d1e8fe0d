using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Documents;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reporting;

/// <summary>The figures that governors see: counts and percentages, no names of staff.</summary>
public sealed class GovernorsReportQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="asAt">The day whose end the figures are of, in Europe/London.</param>
    /// <returns>Null when the actor may not see it, and before set-up.</returns>
    public async Task<GovernorsReport?> ExecuteAsync(Actor actor, DateOnly asAt, CancellationToken cancellationToken)
    {
        if (!Permissions.MaySeeGovernorsReport(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school)
        {
            return null;
        }

        var facts = await db.ReadSchoolFactsAsync(asAt, cancellationToken);
        var requirements = facts.RequirementsAt(asAt);
        // The chain as it stood at the end of that day, so that the same report is the same whenever it is made.
        var end = LondonTime.EndOf(asAt);
        var head = await db.Evidence.AsNoTracking().Where(entry => entry.At < end).OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);

        return new GovernorsReport
        {
            School = school.Name,
            AsAt = asAt,
            ProducedAt = Seal.ToWholeMilliseconds(clock.GetUtcNow()),
            CalendarNote = facts.CalendarAt(asAt).MissingTerms(asAt),
            Overall = StandingFigures.Of(requirements),
            ByAudience = [.. Enum.GetValues<Audience>()
                .Select(audience => new NamedFigures(audience.Plural(), StandingFigures.Of(requirements.Where(requirement => requirement.Person.Audience == audience))))
                .Where(line => line.Figures != StandingFigures.None)],
            ByPolicy = [.. facts.InForceOn(asAt)
                .OrderBy(inForce => inForce.Policy.Title, StringComparer.CurrentCulture)
                .Select(inForce => new NamedFigures(inForce.Policy.Title, StandingFigures.Of(requirements.Where(requirement => requirement.Policy.Id == inForce.Policy.Id))))],
            Overdue = Ages(requirements),
            Reviews = [.. facts.InForceOn(asAt)
                .OrderBy(inForce => inForce.Policy.Title, StringComparer.CurrentCulture)
                .Select(inForce => (inForce.Version, Review: inForce.Version.ReviewOn(asAt)))
                .Select(line => new PolicyReviewLine(line.Version.Text.Title, line.Version.Number.ToString(CultureInfo.InvariantCulture), line.Review.NextReview?.ToWords(), $"In force. {line.Review.Phrase}", line.Review.IsOverdue))],
            EvidenceEntries = head?.Number ?? 0,
            EvidenceHeadHash = head?.Hash,
            IsDemonstration = school.IsDemonstration,
        };
    }

    private static OverdueByAge Ages(IEnumerable<Requirement> requirements)
    {
        var late = requirements.Where(requirement => requirement is { HasLeft: false, Standing.Kind: StandingKind.Overdue }).Select(requirement => -requirement.Standing.SchoolDaysLeft!.Value).ToList();
        return new OverdueByAge(late.Count(days => days <= 5), late.Count(days => days is > 5 and <= 20), late.Count(days => days > 20));
    }
}
