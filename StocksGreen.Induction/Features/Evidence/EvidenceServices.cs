using StocksGreen.Induction.Features.Evidence.Corrections;
using StocksGreen.Induction.Features.Retention;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>Looking after the evidence.</summary>
public static class EvidenceServices
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) =>
        services.AddScoped<VerifyEvidence>().AddScoped<PurgeOnTime>().AddScoped<SignaturesQuery>().AddScoped<CorrectSignature>();

    /// <summary>In the server only: a command that looks at the store deletes nothing.</summary>
    public static IServiceCollection AddPurging(this IServiceCollection services) => services.AddHostedService<PurgeService>();
}
