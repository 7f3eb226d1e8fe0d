namespace StocksGreen.Induction.Features.Reminding;

/// <summary>Those who sign nothing and are reminded: visitors and parents.</summary>
public static class RemindingFeature
{
    public static IServiceCollection AddReminding(this IServiceCollection services) => services
        .AddScoped<VisitorPolicyQuery>()
        .AddScoped<RemindVisitor>()
        .AddScoped<RemindersQuery>()
        .AddScoped<RecordEventReminder>();
}
