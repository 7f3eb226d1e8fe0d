using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Sealing;

namespace StocksGreen.Induction.Accounts;

/// <summary>Sees that a school that was set up has a key to seal its papers with.</summary>
public static class SealStartup
{
    /// <summary>Makes one where there is none, where it cannot be read, and where it has ended. Call it once the database is prepared.</summary>
    /// <exception cref="StartupRefusedException">It cannot be written.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<CurrentSchool>().GetAsync(cancellationToken) is { } school)
        {
            services.GetRequiredService<SealKeys>().Ensure(school.Name);
        }
    }
}
