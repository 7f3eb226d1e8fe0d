namespace StocksGreen.Induction.Features.Inducting;

/// <summary>The whole way of a new starter: packs, talks, and how far everybody is.</summary>
public static class InductingFeature
{
    public static IServiceCollection AddInducting(this IServiceCollection services) => services
        .AddScoped<InductionQuery>()
        .AddScoped<DecidePack>()
        .AddScoped<RecordBriefing>()
        .AddScoped<ConfirmBriefing>()
        .AddScoped<ChaseBriefings>();
}
