using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;

namespace StocksGreen.Induction.Hosting;

/// <summary>Sees that a school that was set up has a key to seal its papers with, and that its evidence is signed from now on.</summary>
public static class SigningKeyStartup
{
    /// <summary>Makes one where there is none, where it cannot be read, and where it has ended. Call it once the database is prepared.</summary>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<CurrentSchool>().GetAsync(cancellationToken) is { } school)
        {
            services.GetRequiredService<SigningKeyStore>().Ensure(school.Name);
            if (services.GetRequiredService<EvidenceSigner>() is { From: null } signatures)
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
                signatures.BeginWith((await db.Evidence.MaxAsync(entry => (long?)entry.Number, cancellationToken) ?? 0) + 1);
            }
        }
    }
}
