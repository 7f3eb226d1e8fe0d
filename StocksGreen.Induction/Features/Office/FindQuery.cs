using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Office;

/// <summary>Finds people, policies and papers by the words that someone types.</summary>
public sealed class FindQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <summary>Lines of each kind.</summary>
    public const int Most = 8;

    /// <summary>Signatures are looked for only with so few people; "a" finds half the school.</summary>
    private const int MostSigners = 20;

    /// <param name="search">Words; each must stand somewhere, without regard to capitals and accents.</param>
    /// <returns>People and papers only for those who may see everyone's; null where nothing was asked.</returns>
    public async Task<Found?> ExecuteAsync(Actor actor, string? search, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var titles = await db.Policies.AsNoTracking().Select(policy => new FoundPolicy(policy.Id, policy.Title)).ToListAsync(cancellationToken);
        var policies = titles.Where(policy => SearchText.Matches(policy.Title, search)).OrderBy(policy => policy.Title, StringComparer.CurrentCulture);
        if (!Permissions.MayManageStaff(actor))
        {
            return new Found([], 0, [.. policies.Take(Most)], [], null);
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        var everyone = await db
            .People.AsNoTracking()
            .Select(person => new
            {
                person.Id,
                person.FullName,
                person.JobTitle,
                person.Email,
                person.StaffNumber,
                person.EndsOn,
            })
            .ToListAsync(cancellationToken);
        var people = everyone
            .Where(person => SearchText.Matches($"{person.FullName} {person.JobTitle} {person.Email} {person.StaffNumber}", search))
            .Select(person => new FoundPerson(person.Id, person.FullName, person.JobTitle, person.EndsOn < today))
            // A name that begins so before one that only holds it; who is there before who has left.
            .OrderBy(person => person.HasLeft)
            .ThenBy(person => !SearchText.Fold(person.FullName).StartsWith(SearchText.Fold(search.Trim()), StringComparison.Ordinal))
            .ThenBy(person => person.FullName, StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var signers = everyone
            .Where(person => words.Any(word => SearchText.Matches(person.FullName, word)))
            .ToDictionary(person => person.Id, person => person.FullName);
        return new Found([.. people.Take(Most)], people.Count, [.. policies.Take(Most)], await CopiesAsync(), PaperCode.Parse(search));

        async Task<IReadOnlyList<FoundCopy>> CopiesAsync()
        {
            if (signers.Count is 0 or > MostSigners)
            {
                return [];
            }

            var ids = signers.Keys.ToList();
            var signed = await (
                from row in db.Attestations.AsNoTracking()
                join version in db.Versions on row.VersionId equals version.Id
                where ids.Contains(row.StaffId)
                orderby row.EvidenceNumber descending
                select new
                {
                    row.Id,
                    row.StaffId,
                    version.PolicyId,
                    version.Number,
                    row.SignedAt,
                }
            ).ToListAsync(cancellationToken);
            var named = titles.ToDictionary(policy => policy.Id, policy => policy.Title);
            return
            [
                .. signed
                    .Select(row => new FoundCopy(row.Id, signers[row.StaffId], $"{named[row.PolicyId]}, version {row.Number}", row.SignedAt))
                    .Where(copy => SearchText.Matches($"{copy.FullName} {copy.Policy}", search))
                    .Take(Most),
            ];
        }
    }
}
