namespace StocksGreen.Induction.Features.Verifying;

/// <summary>Anybody may ask whether a paper is the school's.</summary>
public static class VerifyingFeature
{
    public static IServiceCollection AddVerifying(this IServiceCollection services) => services.AddScoped<CheckPaper>();
}
