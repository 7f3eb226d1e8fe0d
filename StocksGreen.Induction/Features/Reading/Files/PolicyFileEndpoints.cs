using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reading.Files;

/// <summary>Pictures of policies, and the documents that policies were read from.</summary>
internal static class PolicyFileEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/policy-pictures/{sha256:length(64)}",
            async (string sha256, PolicyFilesQuery query, HttpContext context, CancellationToken cancellationToken) =>
                await query.PictureAsync(context.Actor(), sha256, cancellationToken) is { } content
                    ? OriginalResult.OfPicture(context, content)
                    : Results.NotFound()
        );
        endpoints.MapGet(
            "/policy-originals/{version:guid}",
            async (Guid version, PolicyFilesQuery query, HttpContext context, CancellationToken cancellationToken) =>
                await query.OriginalAsync(context.Actor(), new VersionId(version), cancellationToken) is var (row, content)
                    ? OriginalResult.Of(context, row.Original!, content, row.SourceName)
                    : Results.NotFound()
        );
        endpoints.MapGet(
            "/policy-versions/{version:guid}/{format}",
            async (Guid version, string format, PolicyPaperQuery query, HttpContext context, CancellationToken cancellationToken) =>
                await query.ExecuteAsync(context.Actor(), new VersionId(version), format, cancellationToken) is { } file
                    ? Results.File(file.Content, file.MediaType, file.Name)
                    : Results.NotFound()
        );
    }
}
