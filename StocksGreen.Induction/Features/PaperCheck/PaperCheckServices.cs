namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>Anybody may ask whether a paper is the school's.</summary>
public static class PaperCheckServices
{
    public static IServiceCollection AddVerifying(this IServiceCollection services) => services.AddScoped<PaperCheckQuery>();
}
