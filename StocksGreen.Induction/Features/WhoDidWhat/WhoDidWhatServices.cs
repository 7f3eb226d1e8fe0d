namespace StocksGreen.Induction.Features.WhoDidWhat;

/// <summary>Reading the access log.</summary>
public static class WhoDidWhatServices
{
    public static IServiceCollection AddWhoDidWhat(this IServiceCollection services) => services.AddScoped<AccessLogQuery>();
}
