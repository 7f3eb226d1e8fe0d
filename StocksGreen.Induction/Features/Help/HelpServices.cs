namespace StocksGreen.Induction.Features.Help;

/// <summary>The guide as pages.</summary>
public static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services.AddSingleton<HelpQuery>();
}
