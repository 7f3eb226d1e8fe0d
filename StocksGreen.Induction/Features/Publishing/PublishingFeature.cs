using StocksGreen.Induction.Features.Publishing.Drafting;
using StocksGreen.Induction.Features.Publishing.Releasing;
using StocksGreen.Induction.Features.Publishing.Reviewing;

namespace StocksGreen.Induction.Features.Publishing;

/// <summary>Policies in.</summary>
public static class PublishingFeature
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddScoped<PublishPolicy>()
        .AddScoped<PoliciesQuery>()
        .AddScoped<DraftQuery>()
        .AddScoped<StartDraft>()
        .AddScoped<MendDraft>()
        .AddScoped<DraftToPublishQuery>()
        .AddScoped<DecideAudiences>()
        .AddScoped<RecordEdition>();
}
