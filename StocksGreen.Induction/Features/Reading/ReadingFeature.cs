namespace StocksGreen.Induction.Features.Reading;

/// <summary>A person's own reading and signing.</summary>
public static class ReadingFeature
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddScoped<MyReadingQuery>()
        .AddScoped<PolicyToReadQuery>()
        .AddScoped<SignedVersionQuery>()
        .AddScoped<LibraryQuery>()
        .AddScoped<ConfirmPart>()
        .AddScoped<SignPolicy>()
        .AddSingleton<ShownTicket>();
}
