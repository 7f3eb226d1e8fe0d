namespace StocksGreen.Induction.Features.Declaring;

/// <summary>The restricted register of declarations and what was decided on them.</summary>
public static class DeclaringFeature
{
    public static IServiceCollection AddDeclaring(this IServiceCollection services) => services
        .AddScoped<DeclarationsQuery>()
        .AddScoped<RaiseDeclaration>()
        .AddScoped<RecordDecision>()
        .AddScoped<AcknowledgeDecision>();
}
