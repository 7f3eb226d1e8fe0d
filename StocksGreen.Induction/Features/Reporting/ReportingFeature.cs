using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data.Sealing;
using StocksGreen.Induction.Documents;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Features.Reporting.Letterhead;
using StocksGreen.Induction.Features.Reporting.Sealing;

namespace StocksGreen.Induction.Features.Reporting;

/// <summary>Papers out: signed copies, the governors' report, the register, and what the office prints.</summary>
public static class ReportingFeature
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddScoped<CertificateQuery>().AddScoped<RecordCopy>()
        .AddScoped<DecideCrest>().AddScoped<ReportDay>().AddScoped<GovernorsReportQuery>().AddScoped<ReportsBoardQuery>().AddScoped<RegisterQuery>()
        .AddScoped<InductionRecordQuery>().AddScoped<SignOffSheetQuery>().AddScoped<ReminderSlipsQuery>().AddScoped<PapersQuery>()
        .AddSingleton(services => new TimeStampAuthority(
            services.GetRequiredService<TimestampOptions>().Service, TimeStampAuthority.Patience, services.GetRequiredService<SealKeys>(), services.GetRequiredService<ILogger<TimeStampAuthority>>()))
        .AddSingleton<SealPaper>();

    public static IEndpointRouteBuilder MapReporting(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/signed-copies/{id:guid}.pdf", SignedCopyAsync);
        ReportEndpoints.Map(endpoints);
        CrestEndpoint.Map(endpoints);
        return endpoints;
    }

    internal static string FileName(IEnumerable<string> words, string ending) =>
        string.Concat(string.Join(' ', words).Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' ? c : '_')) + "." + ending;

    private static async Task<IResult> SignedCopyAsync(Guid id, CertificateQuery query, RecordCopy record, SealPaper seal, HttpContext context, CancellationToken cancellationToken)
    {
        var (actor, attestation) = (context.Actor(), new AttestationId(id));
        if (await query.ExecuteAsync(actor, attestation, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        var file = await seal.ExecuteAsync(SignedCopyDocument.Create(found.Certificate, found.Text, found.Certificate.SignedAt), found.Certificate.School, cancellationToken);
        await record.ExecuteAsync(actor, attestation, file, cancellationToken);
        return Results.File(file, "application/pdf", FileName([found.Certificate.PolicyTitle, "signed by", found.Certificate.PersonName], "pdf"));
    }
}
