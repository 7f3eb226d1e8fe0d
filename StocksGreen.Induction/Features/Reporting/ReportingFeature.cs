using System.Globalization;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Documents;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Features.Reporting;

/// <summary>Papers out: signed copies, the governors' report, the register.</summary>
public static class ReportingFeature
{
    private const string Pdf = "application/pdf";

    public static IServiceCollection AddReporting(this IServiceCollection services) =>
        services.AddScoped<CertificateQuery>().AddScoped<RecordCopy>().AddScoped<GovernorsReportQuery>().AddScoped<RegisterQuery>();

    public static IEndpointRouteBuilder MapReporting(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/signed-copies/{id:guid}.pdf", SignedCopyAsync);
        endpoints.MapGet(Urls.GovernorsReport, GovernorsReportAsync).RequireAuthorization(AccessPolicies.GovernorsReport);
        endpoints.MapGet(Urls.Register, RegisterAsync).RequireAuthorization(AccessPolicies.Register);
        return endpoints;
    }

    private static async Task<IResult> SignedCopyAsync(Guid id, CertificateQuery query, RecordCopy record, HttpContext context, CancellationToken cancellationToken)
    {
        var (actor, attestation) = (context.Actor(), new AttestationId(id));
        if (await query.ExecuteAsync(actor, attestation, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        var file = SignedCopyDocument.Create(found.Certificate, found.Text, found.Certificate.SignedAt);
        await record.ExecuteAsync(actor, attestation, file, cancellationToken);
        return Results.File(file, Pdf, FileName(found.Certificate.PolicyTitle, "signed by", found.Certificate.PersonName));
    }

    private static async Task<IResult> GovernorsReportAsync(string? asAt, GovernorsReportQuery query, TimeProvider clock, HttpContext context, CancellationToken cancellationToken) =>
        ReportAsAt.Read(asAt, LondonTime.DateIn(clock.GetUtcNow())) is { Day: { } day }
            ? await query.ExecuteAsync(context.Actor(), day, cancellationToken) is { } report
                ? Results.File(GovernorsReportDocument.Create(report), Pdf, FileName("Governors report", day.ToString("O", CultureInfo.InvariantCulture)))
                : Results.NotFound()
            : Results.BadRequest();

    private static async Task<IResult> RegisterAsync(string? asAt, RegisterQuery query, TimeProvider clock, HttpContext context, CancellationToken cancellationToken) =>
        ReportAsAt.Read(asAt, LondonTime.DateIn(clock.GetUtcNow())) is { Day: { } day }
            ? await query.ExecuteAsync(context.Actor(), day, cancellationToken) is { } register
                ? Results.File(RegisterDocument.Create(register), Pdf, FileName("Register", day.ToString("O", CultureInfo.InvariantCulture)))
                : Results.NotFound()
            : Results.BadRequest();

    private static string FileName(params string[] words) =>
        string.Concat(string.Join(' ', words).Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' ? c : '_')) + ".pdf";
}
