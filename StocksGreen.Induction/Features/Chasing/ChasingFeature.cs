namespace StocksGreen.Induction.Features.Chasing;

/// <summary>Who has not signed, and reminding them.</summary>
public static class ChasingFeature
{
    public static IServiceCollection AddChasing(this IServiceCollection services) =>
        services.AddScoped<ChaseListQuery>().AddScoped<RecordChase>().AddScoped<ChoosePeople>();
}
