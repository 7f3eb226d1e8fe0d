namespace StocksGreen.Induction.Features.Branding;

/// <summary>The school's crest on pages and papers.</summary>
public static class BrandingServices
{
    public static IServiceCollection AddBranding(this IServiceCollection services) => services.AddScoped<DecideCrest>();

    public static IEndpointRouteBuilder MapBranding(this IEndpointRouteBuilder endpoints)
    {
        CrestEndpoints.Map(endpoints);
        return endpoints;
    }
}
