using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>The school whose database this is: its name on every page, and whether set-up is still to be done.</summary>
public sealed class CurrentSchool(IDbContextFactory<InductionDb> factory)
{
    private KnownSchool? known;

    /// <returns>Null until first-run set-up is done.</returns>
    public async ValueTask<KnownSchool?> GetAsync(CancellationToken cancellationToken)
    {
        if (known is null)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            var crest = await db.Crests.OrderByDescending(row => row.EvidenceNumber).Select(row => row.Png).FirstOrDefaultAsync(cancellationToken);
            var hash = crest is null ? null : Sha256Hex.Compute(Convert.FromBase64String(crest));
            known = await db.Schools.Select(school => new KnownSchool(school.Name, school.IsDemonstration, hash)).SingleOrDefaultAsync(cancellationToken);
        }

        return known;
    }

    /// <summary>What was known has changed.</summary>
    public void Forget() => known = null;
}
