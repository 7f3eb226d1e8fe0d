namespace StocksGreen.Induction.Features.Visitors;

/// <summary>Those who sign nothing and are reminded: visitors and parents.</summary>
public static class VisitorServices
{
    public static IServiceCollection AddVisitors(this IServiceCollection services) =>
        services.AddScoped<VisitorPolicyQuery>().AddScoped<RemindVisitor>().AddScoped<RemindersQuery>().AddScoped<RecordEventReminder>();
}
