using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.InForce;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Policies.Reviews;
using StocksGreen.Induction.Features.Policies.Withdrawing;
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
            .AddScoped<DraftPaperQuery>()
            .AddSingleton(_ => new PolicyImporter(ReadingLimits.Usual))
            .AddSingleton<HeldDocuments>()
            .AddScoped(services => new PageDrawing(
                ReadingLimits.Usual with
                {
                    Time = ReadingLimits.Usual.Time * 2,
                },
                Path.Combine(services.GetRequiredService<StoreLocation>().Folder.FolderPath, "reading")
            ))
            .AddScoped<StartDraft>()
            .AddScoped<StartPages>()
            .AddScoped<EditDraft>()
            .AddScoped<DraftToPublishQuery>()
            .AddScoped<DecideAudiences>()
            .AddScoped<WithdrawPolicy>()
            .AddScoped<RecordEdition>();

    public static IEndpointRouteBuilder MapPolicies(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/policies/drafts/{id:guid}/original",
                async (Guid id, DraftQuery query, HttpContext context, CancellationToken cancellationToken) =>
                    await query.OriginalAsync(context.Actor(), id, cancellationToken) is var (draft, content)
                        ? OriginalResult.Of(context, draft.Original!, content, draft.SourceName)
                        : Results.NotFound()
            )
            .RequireAuthorization(AccessPolicies.Publish);
        endpoints
            .MapGet(
                "/policies/drafts/{id:guid}/text/{format}",
                async (Guid id, string format, DraftPaperQuery query, HttpContext context, CancellationToken cancellationToken) =>
                    await query.ExecuteAsync(context.Actor(), id, format, cancellationToken) is { } file
                        ? Results.File(file.Content, file.MediaType, file.Name)
                        : Results.NotFound()
            )
            .RequireAuthorization(AccessPolicies.Publish);
        return endpoints;
    }
}
