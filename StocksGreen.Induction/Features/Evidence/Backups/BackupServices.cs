using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Data.Startup;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>Backing the school up.</summary>
public static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddPerStore<BackupFolder>().AddPerStore<RecoveryKeyStore>().AddScoped<BackupsQuery>().AddScoped<MakeBackup>().AddScoped<MakeRecoveryKey>();

    /// <summary>In the server only: a command that looks at the store backs nothing up.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services) => services.AddHostedService<UpkeepWorker>();
}
