namespace StocksGreen.Induction.Features.Declarations;

/// <summary>The restricted register of declarations and what was decided on them.</summary>
public static class DeclarationServices
{
    public static IServiceCollection AddDeclarations(this IServiceCollection services) =>
        services.AddScoped<DeclarationsQuery>().AddScoped<RaiseDeclaration>().AddScoped<RecordDecision>().AddScoped<AcknowledgeDecision>();
}
