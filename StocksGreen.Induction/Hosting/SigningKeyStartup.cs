using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;

namespace StocksGreen.Induction.Hosting;

/// <summary>Sees that a school that was set up has a key to seal its papers and sign its evidence with, and that the evidence names it.</summary>
public static class SigningKeyStartup
{
    /// <summary>Makes one where there is none, where it cannot be read, and where it has ended. Call it once the database is prepared.</summary>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (
            await services.GetRequiredService<CurrentSchool>().GetAsync(cancellationToken) is { } school
            && await services.GetRequiredService<SigningKeyChange>().EnsureAsync(school.Name, cancellationToken) is { } told
        )
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SigningKeyStartup)).LogWarning("{Told}", told);
        }
    }
}
