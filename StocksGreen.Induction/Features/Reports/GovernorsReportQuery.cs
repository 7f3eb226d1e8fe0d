using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The figures that governors see: counts and percentages, no names of staff.</summary>
public sealed class GovernorsReportQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>The report that looks back on a term.</summary>
    public Task<GovernorsReport?> ExecuteAsync(Actor actor, DateOnly asAt, CancellationToken cancellationToken) =>
        ExecuteAsync(actor, asAt, ReportSpan.Term, cancellationToken);

    /// <param name="asAt">The day whose end the figures are of, in Europe/London.</param>
    /// <returns>Null when the actor may not see it, and before set-up.</returns>
    public async Task<GovernorsReport?> ExecuteAsync(Actor actor, DateOnly asAt, ReportSpan span, CancellationToken cancellationToken)
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

        // As far back as any day that is compared: what was entered about a person since then is taken back for it.
        var facts = await db.ReadSchoolFactsAsync(AcademicYear.Containing(asAt).First.AddDays(-1), cancellationToken) with
        {
            Packs = await db.ReadPacksAsync(asAt, cancellationToken),
        };
        var requirements = facts.RequirementsAt(asAt);
        var head = await db.LastEntryOfAsync(asAt, cancellationToken);
        var warnings = await EvidenceWarnings.UpToAsync(db, head?.Number ?? 0, cancellationToken);
        var period = ReportPeriod.Create(span, asAt, facts.CalendarAt(asAt));
        var activity = await ActivityReader.ReadAsync(db, period, cancellationToken);
        var talks = HeldBriefing.Join(
            await db.Briefings.AsNoTracking().ToListAsync(cancellationToken),
            await db.BriefingConfirmations.AsNoTracking().ToListAsync(cancellationToken)
        );
        var inForce = facts.InForceOn(asAt).OrderBy(line => line.Version.Text.Title, StringComparer.CurrentCulture).ToList();

        return new GovernorsReport
        {
            School = school.Name,
            Crest = CrestImage.FromStored(await db.ReadCrestAsync(asAt, cancellationToken)),
            AsAt = asAt,
            CalendarNote = facts.CalendarAt(asAt).MissingTerms(asAt),
            IsDayOver = clock.GetUtcNow() >= period.End,
            Span = span,
            SpanName = period.Name,
            LastEntryAt = head?.At ?? school.SetUpAt,
            Overall = StandingFigures.From(requirements),
            ByAudience =
            [
                .. Enum.GetValues<Audience>()
                    .Select(audience => new NamedFigures(
                        audience.Plural(),
                        StandingFigures.From(requirements.Where(requirement => requirement.Person.Audience == audience))
                    )
                    {
                        People = requirements
                            .Where(requirement => requirement.Person.Audience == audience && IsCounted(requirement))
                            .Select(requirement => requirement.Person.Id)
                            .Distinct()
                            .Count(),
                    })
                    .Where(line => line.Figures != StandingFigures.None),
            ],
            ByPolicy =
            [
                .. inForce.Select(line => new NamedFigures(
                    line.Version.Text.Title,
                    StandingFigures.From(requirements.Where(requirement => requirement.Policy.Id == line.Policy.Id))
                )
                {
                    People = requirements.Count(requirement => requirement.Policy.Id == line.Policy.Id && IsCounted(requirement)),
                }),
            ],
            Overdue = Ages(requirements),
            Reviews = Reviews(facts, asAt),
            Trend =
            [
                .. period
                    .TrendDays()
                    .Select(day => new TrendPoint(day, day == asAt ? StandingFigures.From(requirements) : StandingFigures.From(facts.RequirementsAt(day)))),
            ],
            Before = period.ComparedWith(LondonTime.DateIn(school.SetUpAt)) is { } before
                ? new TrendPoint(before, StandingFigures.From(facts.RequirementsAt(before)))
                : null,
            NewStarters = NewStarters(requirements, period),
            Briefings = StandingFigures.OfStandings(BriefingRequirement.At(asAt, facts, talks).Select(briefing => briefing.Standing)),
            Activity = activity.Count(period),
            Months = span is ReportSpan.Year ? [.. period.Months().Select(activity.Count)] : [],
            Published = Published(facts, period),
            EvidenceEntries = head?.Number ?? 0,
            EvidenceHeadHash = head?.Hash,
            FirstKey = warnings.FirstKey,
            EvidenceWarnings = warnings.Sentences,
            IsDemonstration = school.IsDemonstration,
        };
    }

    private static bool IsCounted(Requirement requirement) =>
        requirement is { HasLeft: false, Standing.Kind: StandingKind.Signed or StandingKind.Due or StandingKind.Overdue };

    /// <summary>Of each policy in force on a day, by title.</summary>
    internal static IReadOnlyList<PolicyReviewLine> Reviews(SchoolFacts facts, DateOnly asAt) =>
        [.. facts.InForceOn(asAt).OrderBy(line => line.Version.Text.Title, StringComparer.CurrentCulture).Select(line => Review(line.Version, asAt))];

    private static PolicyReviewLine Review(PolicyVersion version, DateOnly asAt)
    {
        var review = version.ReviewOn(asAt);
        return new PolicyReviewLine(
            version.Text.Title,
            version.Number.ToString(CultureInfo.InvariantCulture),
            review.NextReview?.ToWords(),
            review.IsOverdue ? "In force, review overdue" : "In force", // the month stands in a column of its own
            review.IsOverdue
        )
        {
            IsDueThisMonth = review.NextReview == new ReviewMonth(asAt.Year, asAt.Month),
        };
    }

    private static IReadOnlyList<PublishedLine> Published(SchoolFacts facts, ReportPeriod period) =>
        [
            .. facts
                .Versions.Where(version => version.PublishedOn >= period.From && version.PublishedOn <= period.To)
                .OrderBy(version => version.PublishedOn)
                .ThenBy(version => version.Text.Title, StringComparer.CurrentCulture)
                .ThenBy(version => version.Number)
                .Select(version => new PublishedLine(version.Text.Title, version.Number.ToString(CultureInfo.InvariantCulture), version.PublishedOn)),
        ];

    private static StarterFigures NewStarters(IEnumerable<Requirement> requirements, ReportPeriod period)
    {
        var starters = requirements
            .Where(requirement => !requirement.HasLeft && requirement.Person.StartsOn >= period.From && requirement.Person.StartsOn <= period.To)
            .Where(requirement => requirement.Standing.Kind is StandingKind.Signed or StandingKind.Due or StandingKind.Overdue)
            .GroupBy(requirement => requirement.Person.Id)
            .Select(person =>
                person.Any(IsLate) ? StandingKind.Overdue
                : person.Any(requirement => requirement.Standing.Kind is StandingKind.Due) ? StandingKind.Due
                : StandingKind.Signed
            )
            .CountBy(kind => kind)
            .ToDictionary();
        return new StarterFigures(
            starters.GetValueOrDefault(StandingKind.Signed),
            starters.GetValueOrDefault(StandingKind.Due),
            starters.GetValueOrDefault(StandingKind.Overdue)
        );

        static bool IsLate(Requirement requirement) =>
            requirement.Standing.Kind is StandingKind.Overdue
            || (requirement.Attestation is { } signed && LondonTime.DateIn(signed.SignedAt) > requirement.DueOn);
    }

    private static OverdueByAge Ages(IEnumerable<Requirement> requirements)
    {
        var late = requirements
            .Where(requirement => requirement is { HasLeft: false, Standing.Kind: StandingKind.Overdue })
            .Select(requirement => -requirement.Standing.SchoolDaysLeft!.Value)
            .ToList();
        return new OverdueByAge(late.Count(days => days <= 5), late.Count(days => days is > 5 and <= 20), late.Count(days => days > 20));
    }
}
