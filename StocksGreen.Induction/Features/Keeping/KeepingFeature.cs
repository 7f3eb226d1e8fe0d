namespace StocksGreen.Induction.Features.Keeping;

/// <summary>Looking after the evidence.</summary>
public static class KeepingFeature
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) => services.AddScoped<VerifyEvidence>();
}
