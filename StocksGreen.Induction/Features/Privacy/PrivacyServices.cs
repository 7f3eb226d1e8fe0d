using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Documents.Privacy;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Privacy;

/// <summary>What people may ask about their own data, and the school's papers on it.</summary>
public static class PrivacyServices
{
    private const string Pdf = "application/pdf";

    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
            .AddScoped<PrivacyQuery>()
            .AddScoped<AskAboutData>()
            .AddScoped<AnswerAboutData>()
            .AddScoped<DecidePrivacyContact>()
            .AddScoped<RecordExport>()
            .AddScoped<PrivacyPapers>();

    public static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                "/records/{person:guid}.zip",
                async (Guid person, RecordExport export, HttpContext context, CancellationToken cancellationToken) =>
                    await export.ExecuteAsync(context.Actor(), new StaffId(person), cancellationToken) is { } file
                        ? Results.File(file, "application/zip", "personal-record.zip")
                        : Results.NotFound()
            )
            .Tells(AccessAct.RecordExported, "", about: "person");
        Map(Urls.PrivacyNotice, PrivacyPaperKind.Notice, "the privacy notice", "privacy-notice.pdf");
        Map(Urls.RecordOfProcessing, PrivacyPaperKind.Processing, "the record of processing", "record-of-processing.pdf");
        Map(Urls.ImpactAssessment, PrivacyPaperKind.Assessment, "the impact assessment", "impact-assessment.pdf");
        return endpoints;

        void Map(string url, PrivacyPaperKind kind, string what, string name) =>
            endpoints
                .MapGet(
                    url,
                    async (PrivacyPapers papers, HttpContext context, CancellationToken cancellationToken) =>
                        await papers.ExecuteAsync(context.Actor(), kind, cancellationToken) is { } paper
                            ? Results.File(PrivacyDocument.Create(paper), Pdf, name)
                            : Results.NotFound()
                )
                .Tells(AccessAct.PrivacyPaperDownloaded, what);
    }
}
