using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.InForce;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Policies.Reviews;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;

namespace StocksGreen.Induction.Features.Policies;

/// <summary>Policies in.</summary>
public static class PolicyServices
{
    public static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services
            .AddScoped<PublishPolicy>()
            .AddScoped<PoliciesQuery>()
            .AddScoped<DraftQuery>()
            .AddSingleton(_ => new PolicyImporter(ReadingLimits.Usual))
            .AddScoped<StartDraft>()
            .AddScoped<EditDraft>()
            .AddScoped<DraftToPublishQuery>()
            .AddScoped<DecideAudiences>()
            .AddScoped<RecordEdition>();
}
