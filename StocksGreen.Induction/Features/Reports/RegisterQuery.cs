using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The register with names.</summary>
public sealed class RegisterQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <param name="asAt">The day whose end the rows are of, in Europe/London.</param>
    /// <returns>Null when the actor may not see it, and before set-up.</returns>
    public async Task<Register?> ExecuteAsync(Actor actor, DateOnly asAt, CancellationToken cancellationToken)
    {
        if (!Permissions.MaySeeRegister(actor))
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
        // A signature that stands after minor changes is of the version that was signed.
        var numbers = facts.Versions.ToDictionary(version => version.Id, version => version.Number);
        var head = await db.LastEntryOfAsync(asAt, cancellationToken);
        return new Register
        {
            School = school.Name,
            Crest = CrestImage.FromStored(await db.ReadCrestAsync(asAt, cancellationToken)),
            AsAt = asAt,
            CalendarNote = facts.CalendarAt(asAt).MissingTerms(asAt),
            IsDayOver = clock.GetUtcNow() >= LondonTime.EndOf(asAt),
            LastEntryAt = head?.At ?? school.SetUpAt,
            EvidenceWarnings = (await EvidenceWarnings.UpToAsync(db, head?.Number ?? 0, cancellationToken)).Sentences,
            Overall = StandingFigures.From(requirements),
            Rows =
            [
                .. requirements
                    .OrderBy(requirement => SurnameOrder.KeyOf(requirement.Person.FullName), StringComparer.CurrentCultureIgnoreCase)
                    .ThenBy(requirement => requirement.Version.Text.Title, StringComparer.CurrentCulture)
                    .ThenBy(requirement => requirement.Person.Id.Value)
                    .Select(requirement => Row(requirement, numbers)),
            ],
            OverdueReviews =
            [
                .. facts
                    .InForceOn(asAt)
                    .Where(inForce => inForce.Version.ReviewOn(asAt).IsOverdue)
                    .OrderBy(inForce => inForce.Version.Text.Title, StringComparer.CurrentCulture)
                    .Select(inForce => $"{inForce.Version.Text.Title}, since {inForce.Version.Text.NextReview!.Value.ToWords()}"),
            ],
            IsDemonstration = school.IsDemonstration,
        };
    }

    private static RegisterRow Row(Requirement requirement, Dictionary<VersionId, int> numbers) =>
        new(
            requirement.Person.Id,
            requirement.Person.FullName,
            requirement.Person.JobTitle,
            requirement.Person.Audience.Singular(),
            requirement.Version.Text.Title,
            (requirement.Attestation is { } signed ? numbers[signed.VersionId] : requirement.Version.Number).ToString(CultureInfo.InvariantCulture)
                + (requirement.Assignment.OfChanges() is { } changes ? $" ({changes})" : ""),
            requirement.Standing.Kind is StandingKind.Paused or StandingKind.Exempt ? null : requirement.DueOn,
            requirement.Standing.Kind,
            requirement.Attestation?.SignedAt
        )
        {
            IsLongOverdue = requirement.Standing.IsLongOverdue,
            HasLeft = requirement.HasLeft,
        };
}
