namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>Anyone may ask whether a paper is the school's.</summary>
public static class PaperCheckServices
{
    public static IServiceCollection AddPaperCheck(this IServiceCollection services) => services.AddScoped<PaperCheckQuery>();
}
