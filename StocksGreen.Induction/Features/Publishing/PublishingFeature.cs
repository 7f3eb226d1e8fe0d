namespace StocksGreen.Induction.Features.Publishing;

/// <summary>Policies in.</summary>
public static class PublishingFeature
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services.AddScoped<PublishPolicy>().AddScoped<PoliciesQuery>();
}
