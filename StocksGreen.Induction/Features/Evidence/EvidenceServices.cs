using StocksGreen.Induction.Features.Evidence.Corrections;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>Looking after the evidence.</summary>
public static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) =>
        services.AddScoped<VerifyEvidence>().AddScoped<CompareAnchors>().AddScoped<SignaturesQuery>().AddScoped<CorrectSignature>();
}
