namespace StocksGreen.Induction.Features.Setup;

/// <summary>First-run set-up of the school and its headteacher's account.</summary>
public static class SetupServices
{
    public static IServiceCollection AddSetup(this IServiceCollection services) => services.AddSingleton<SetUpCode>().AddScoped<SetUpSchool>();
}
