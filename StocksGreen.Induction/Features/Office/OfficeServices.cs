namespace StocksGreen.Induction.Features.Office;

/// <summary>What stands around every page of the office: counts of what waits, and finding.</summary>
public static class OfficeServices
{
    public static IServiceCollection AddOffice(this IServiceCollection services) => services.AddScoped<ShellCountsQuery>().AddScoped<FindQuery>();
}
