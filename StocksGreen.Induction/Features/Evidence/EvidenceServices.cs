using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Features.Evidence.Backups;
using StocksGreen.Induction.Features.Evidence.Corrections;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>Looking after the evidence.</summary>
public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) =>
        services
            .AddScoped<VerifyEvidence>()
            .AddScoped<CompareAnchors>()
            .AddScoped<SignaturesQuery>()
            .AddScoped<CorrectSignature>()
            .AddPerStore<BackupFolder>()
            .AddPerStore<RecoveryKeyStore>()
            .AddScoped<BackupsQuery>()
            .AddScoped<MakeBackup>()
            .AddScoped<MakeRecoveryKey>();

    /// <summary>In the server only: a command that looks at the store backs nothing up.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services) => services.AddHostedService<UpkeepWorker>();
}
