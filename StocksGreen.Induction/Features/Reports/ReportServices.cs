using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reports.Anchors;
using StocksGreen.Induction.Features.Reports.Signing;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Papers out: signed copies, the governors' report, the register, and what the office prints.</summary>
public static class ReportServices
{
    private const string SignedCopy = "/signed-copies/{id:guid}.pdf";

    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddScoped<CertificateQuery>()
            .AddScoped<SignedCopyQuery>()
            .AddScoped<RecordCopy>()
            .AddScoped<ReportDay>()
            .AddScoped<GovernorsReportQuery>()
            .AddScoped<ReportsSummaryQuery>()
            .AddScoped<RegisterQuery>()
            .AddScoped<InductionRecordQuery>()
            .AddScoped<SignOffSheetQuery>()
            .AddScoped<ReminderSlipsQuery>()
            .AddScoped<PapersQuery>()
            .AddScoped<MadeReports>()
            .AddSingleton(services => new TimeStampAuthority(
                services.GetRequiredService<TimestampOptions>().Service,
                TimeStampAuthority.Patience,
                services.GetRequiredService<ILogger<TimeStampAuthority>>()
            ))
            .AddScoped<SignPdf>()
            .AddScoped<AnchorEvidence>();

    /// <summary>Gives the anchor of the evidence out every day while the server runs.</summary>
    public static IServiceCollection AddAnchoring(this IServiceCollection services, MailOptions mail) =>
        services.AddHostedService(provider => new AnchorWorker(
            provider.GetRequiredService<SchoolStores>(),
            mail.Way is MailTransport.None ? null : Mailers.Create(mail),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AnchorWorker>>()
        ));

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SignedCopy, ShowCopyAsync);
        endpoints.MapPost(SignedCopy, GiveCopyAsync);
        ReportEndpoints.Map(endpoints);
        return endpoints;
    }

    internal static string FileName(IEnumerable<string> words, string ending) =>
        string.Concat(string.Join(' ', words).Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',' ? c : '_')) + "." + ending;

    /// <summary>For anyone who follows a link: the office, and programs that look at links before people do. Nothing is recorded.</summary>
    private static Task<IResult> ShowCopyAsync(Guid id, SignedCopyQuery query, HttpContext context, CancellationToken cancellationToken) =>
        CopyAsync(id, query, context, _ => Task.CompletedTask, cancellationToken);

    /// <summary>For who asks by the button. The first time that the signer does, it is recorded which file they were given.</summary>
    private static async Task<IResult> GiveCopyAsync(
        Guid id,
        SignedCopyQuery query,
        RecordCopy record,
        IAntiforgery antiforgery,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        await antiforgery.IsRequestValidAsync(context)
            ? await CopyAsync(
                id,
                query,
                context,
                file => record.ExecuteAsync(context.Actor(), new AttestationId(id), file, cancellationToken),
                cancellationToken
            )
            : Results.BadRequest();

    private static async Task<IResult> CopyAsync(
        Guid id,
        SignedCopyQuery query,
        HttpContext context,
        Func<byte[], Task> recordAsync,
        CancellationToken cancellationToken
    )
    {
        if (await query.ExecuteAsync(context.Actor(), new AttestationId(id), cancellationToken) is not var (certificate, file, signer))
        {
            return Results.NotFound();
        }

        await recordAsync(file);
        if (signer != context.Actor().StaffId)
        {
            await context
                .RequestServices.GetRequiredService<AccessLog>()
                .AddAsync(AccessAct.SignedCopyOpened, context.Actor().StaffId, signer, certificate.PolicyTitle);
        }

        return Results.File(file, "application/pdf", FileName([certificate.PolicyTitle, "signed by", certificate.PersonName], "pdf"));
    }
}
