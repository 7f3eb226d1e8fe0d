using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Sqlite;

namespace StocksGreen.Induction.Data.Startup;

/// <summary>Registers the store.</summary>
public static class DataServices
{
    /// <param name="mayWrite">False for commands that only look: the file is then opened read-only and never made.</param>
    public static IServiceCollection AddData(this IServiceCollection services, DataFolder folder, bool mayWrite = true)
    {
        services.AddSingleton<IDatabaseProvider, SqliteProvider>();
        services.AddSingleton(folder);
        services.AddSingleton<EvidenceWriter>();
        services.AddSingleton<PublishedVersions>();
        services.AddSingleton<CurrentSchool>();
        services.AddSingleton<SigningKeyStore>();
        services.AddSingleton<EvidenceSigner>();
        return services.AddDbContextFactory<InductionDb>(
            (provider, options) => provider.GetRequiredService<IDatabaseProvider>().Configure(options, folder, mayWrite)
        );
    }
}
