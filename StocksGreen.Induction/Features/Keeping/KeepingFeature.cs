using StocksGreen.Induction.Features.Keeping.Correcting;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>Looking after the evidence.</summary>
public static class KeepingFeature
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) => services
        .AddScoped<VerifyEvidence>()
        .AddSingleton<PurgeOnTime>()
        .AddScoped<SignaturesQuery>()
        .AddScoped<CorrectSignature>();

    /// <summary>In the server only: a command that looks at the store deletes nothing.</summary>
    public static IServiceCollection AddPurging(this IServiceCollection services) => services.AddHostedService<PurgeService>();
}
