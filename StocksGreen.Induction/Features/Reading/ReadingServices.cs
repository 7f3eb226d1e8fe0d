using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reading.Asking;
using StocksGreen.Induction.Features.Reading.Files;
using StocksGreen.Induction.Features.Reading.Library;
using StocksGreen.Induction.Features.Reading.OnPaper;
using StocksGreen.Induction.Features.Reading.Quiz;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>A person's own reading and signing.</summary>
public static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services) =>
        services
            .AddScoped<MyReadingQuery>()
            .AddScoped<PolicyToReadQuery>()
            .AddScoped<SignedVersionQuery>()
            .AddScoped<LibraryQuery>()
            .AddScoped<PolicyFilesQuery>()
            .AddScoped<PolicyPaperQuery>()
            .AddScoped<ConfirmPart>()
            .AddScoped<SignPolicy>()
            .AddScoped<NoteReading>()
            .AddScoped<RecordReportCard>()
            .AddScoped<QuestionToAskQuery>()
            .AddScoped<AskQuestion>()
            .AddScoped<AskAnotherWay>()
            .AddScoped<AnswerQuiz>()
            .AddScoped<OnPaperQuery>()
            .AddScoped<RecordOnPaper>()
            .AddScoped<RecordSheet>()
            .AddScoped<KeptScans>();

    public static IEndpointRouteBuilder MapReading(this IEndpointRouteBuilder endpoints)
    {
        // Asked by a script when the end of a part comes into view; without script it is "not recorded".
        endpoints.MapPost(
            "/my-reading/{version:guid}/part/{ordinal:int}/end",
            async (Guid version, int ordinal, NoteReading note, HttpContext context, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                await note.EndReachedAsync(context.Actor(), new VersionId(version), ordinal);
                return Results.NoContent();
            }
        );
        // Where reminders lead. It changes nothing, so that a mail program may look at it first; a person who is asked for nothing finds their own list.
        endpoints.MapGet(
            "/my-reading/{version:guid}/go-on",
            async (Guid version, PolicyToReadQuery query, HttpContext context, CancellationToken cancellationToken) =>
            {
                var (actor, id) = (context.Actor(), new VersionId(version));
                return Results.LocalRedirect(
                    await query.ExecuteAsync(actor, id, cancellationToken) switch
                    {
                        { Attestation: not null } => Urls.Signed(id),
                        { Ledger.Next: { } next } => Urls.Part(id, next.Ordinal),
                        not null => Urls.Sign(id),
                        null => await query.InsteadAsync(actor, id, cancellationToken) ?? Urls.MyReading,
                    }
                );
            }
        );
        PolicyFileEndpoints.Map(endpoints);
        endpoints
            .MapGet(
                "/signatures/{id:guid}/scan",
                async (Guid id, OnPaperQuery query, HttpContext context, CancellationToken cancellationToken) =>
                    await query.ScanAsync(context.Actor(), new AttestationId(id), cancellationToken) is { } scan
                        ? Results.File(scan.Content, scan.MediaType, scan.FileName)
                        : Results.NotFound()
            )
            .Tells(AccessAct.ScanOpened, "");
        return endpoints;
    }
}
