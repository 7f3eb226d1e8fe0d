namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>The whole way of a new starter: packs, talks, and how far everyone is.</summary>
public static class OnboardingServices
{
    public static IServiceCollection AddOnboarding(this IServiceCollection services) =>
        services
            .AddScoped<InductionQuery>()
            .AddScoped<DecideInductionPack>()
            .AddScoped<RecordBriefing>()
            .AddScoped<ConfirmBriefing>()
            .AddScoped<ChaseBriefings>();
}
