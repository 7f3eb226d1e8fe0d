namespace StocksGreen.Induction.Features.Retention;

/// <summary>Deleting on time.</summary>
public static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services) =>
        services.AddScoped<PurgeOnTime>().AddScoped<ConfirmDate>().AddScoped<RetentionQuery>();

    /// <summary>In the server only: a command that looks at the store deletes nothing.</summary>
    public static IServiceCollection AddRetentionWorker(this IServiceCollection services) => services.AddHostedService<PurgeService>();
}
