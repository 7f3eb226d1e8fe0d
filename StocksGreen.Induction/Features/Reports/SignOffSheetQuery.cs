using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Loads who may sign a policy on paper at a meeting today.</summary>
public sealed class SignOffSheetQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when the policy is not in force, or the actor may not see it: the two look alike.</returns>
    public async Task<SignOffSheet?> ExecuteAsync(Actor actor, PolicyId policy, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.ReadSchoolFactsAsync(cancellationToken);
        if (
            await db.Schools.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } school
            || facts.InForceOn(today).FirstOrDefault(line => line.Policy.Id == policy).Version is not { } version
        )
        {
            return null;
        }

        var review = version.ReviewOn(today);
        var inPost = facts.RequirementsAt(today).Where(requirement => requirement.Policy.Id == policy && !requirement.HasLeft).ToList();
        return new SignOffSheet
        {
            School = school.Name,
            Crest = CrestImage.FromStored(await db.ReadCrestAsync(today, cancellationToken)),
            PolicyTitle = version.Text.Title,
            Version = version.Number.ToString(CultureInfo.InvariantCulture),
            InForceFrom = version.InForceFrom,
            ReviewLine = $"In force. {review.Phrase}",
            IsReviewOverdue = review.IsOverdue,
            // What is sealed later says of itself that it was on paper; the paper need not.
            Statement = Statements.OnPaper(version).Read.Replace("On paper: ", "", StringComparison.Ordinal),
            TextHash = version.TextHash,
            People =
            [
                .. inPost
                    .Where(requirement => requirement.Standing.Kind is StandingKind.Due or StandingKind.Overdue)
                    .OrderBy(requirement => requirement.Person.FullName, StringComparer.CurrentCultureIgnoreCase)
                    .Select(requirement => (requirement.Person.FullName, requirement.Person.JobTitle, requirement.Assignment.OfChanges())),
            ],
            Signed = inPost.Count(requirement => requirement.Standing.Kind is StandingKind.Signed),
            AsAt = today,
            LastEntryAt = (await db.LastEntryOfAsync(today, cancellationToken))?.At ?? school.SetUpAt,
            IsDemonstration = school.IsDemonstration,
        };
    }
}
