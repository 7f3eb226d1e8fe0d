using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.Sqlite;

namespace StocksGreen.Induction.Data.Startup;

/// <summary>Registers the stores of schools.</summary>
public static class DataServices
{
    /// <param name="mayWrite">False for commands that only look: the file is then opened read-only and never made.</param>
    public static IServiceCollection AddData(this IServiceCollection services, DataFolder folder, bool mayWrite = true)
    {
        services.AddSingleton<IDatabaseProvider, SqliteProvider>();
        services.AddSingleton(new StoreLocation(folder, mayWrite));
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<SchoolStores>();
        services.AddScoped<ScopeStore>();
        services.AddScoped(scope => scope.GetRequiredService<ScopeStore>().Store ?? scope.GetRequiredService<SchoolStores>().Only);
        services.AddScoped(scope => scope.GetRequiredService<SchoolStore>().Folder);
        services.AddPerStore<ChainMemory>();
        services.AddSingleton<EntrySignature>(NamedKeys.SignedAsync);
        services.AddPerStore<ChainMemory>();
        services.AddPerStore<EvidenceWriter>();
        services.AddPerStore<PublishedVersions>();
        services.AddPerStore<CurrentSchool>();
        services.AddPerStore<SigningKeyStore>();
        services.AddPerStore<EvidenceSigner>();
        services.AddPerStore<EvidenceHead>();
        services.AddScoped<SigningKeyChange>();
        services.AddScoped<StampServices>();
        return services.AddDbContextFactory<InductionDb>(Configure, ServiceLifetime.Scoped);
    }

    private static void Configure(IServiceProvider scope, DbContextOptionsBuilder options) =>
        scope.GetRequiredService<IDatabaseProvider>().Configure(options, scope.GetRequiredService<SchoolStore>().Location);
}
