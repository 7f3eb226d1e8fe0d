using System.Globalization;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reports.Signing;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>Reports of a day in each of their formats, and the papers that the office prints.</summary>
internal static class ReportEndpoints
{
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var governors = endpoints.MapGroup("").RequireAuthorization(AccessPolicies.GovernorsReport);
        governors
            .MapGet(Urls.GovernorsReport, Governors("PDF", report => (GovernorsReportDocument.Create(report), Pdf, "pdf")))
            .Tells(AccessAct.GovernorsReportDownloaded, "as PDF");
        governors
            .MapGet(Urls.GovernorsWorkbook, Governors("Excel", report => (XlsxDocument.Create(GovernorsSheet.From(report)), XlsxDocument.ContentType, "xlsx")))
            .Tells(AccessAct.GovernorsReportDownloaded, "as Excel");
        governors
            .MapGet(Urls.GovernorsCsv, Governors("CSV", report => (CsvDocument.Create(GovernorsSheet.From(report)), CsvDocument.ContentType, "csv")))
            .Tells(AccessAct.GovernorsReportDownloaded, "as CSV");
        var register = endpoints.MapGroup("").RequireAuthorization(AccessPolicies.Register);
        register
            .MapGet(Urls.Register, Register("Register, PDF", report => (RegisterDocument.Create(report), Pdf, "pdf")))
            .Tells(AccessAct.RegisterDownloaded, "as PDF");
        register
            .MapGet(Urls.RegisterMatrix, Register("Matrix, PDF", report => (RegisterDocument.CreateMatrix(report), Pdf, "pdf"), "Matrix"))
            .Tells(AccessAct.RegisterDownloaded, "its matrix as PDF");
        register
            .MapGet(
                Urls.RegisterWorkbook,
                Register(
                    "Register, Excel",
                    report => (XlsxDocument.Create(RegisterMatrixSheet.From(report), RegisterSheet.From(report)), XlsxDocument.ContentType, "xlsx")
                )
            )
            .Tells(AccessAct.RegisterDownloaded, "as Excel");
        register
            .MapGet(Urls.RegisterCsv, Register("Register, CSV", report => (CsvDocument.Create(RegisterSheet.From(report)), CsvDocument.ContentType, "csv")))
            .Tells(AccessAct.RegisterDownloaded, "as CSV");
        endpoints.MapGet(Urls.InductionRecords, InductionRecordAsync).Tells(AccessAct.InductionRecordDownloaded, "as PDF", about: "person");
        endpoints.MapGet(Urls.SignOffSheets, SignOffSheetAsync).Tells(AccessAct.ListDownloaded, "a sign-off sheet");
        endpoints.MapGet(Urls.ReminderSlips, ReminderSlipsAsync).Tells(AccessAct.ListDownloaded, "reminder slips");
    }

    private static Delegate Governors(string format, Func<GovernorsReport, (byte[] File, string ContentType, string Ending)> make) =>
        async (
            string? asAt,
            ReportSpan? span,
            ReportDay days,
            GovernorsReportQuery query,
            MadeReports made,
            SignPdf seal,
            HttpContext context,
            CancellationToken cancellationToken
        ) =>
            // Any number is read as a span; a word that is none is refused before it comes here.
            span is { } asked
            && !Enum.IsDefined(asked)
                ? Results.BadRequest()
                : await OfDayAsync(
                    asAt,
                    days,
                    day => query.ExecuteAsync(context.Actor(), day, span ?? ReportSpan.Term, cancellationToken),
                    async (report, day) =>
                    {
                        var sent = await SealAndSendAsync(
                            make(report),
                            report.School,
                            seal,
                            cancellationToken,
                            "Policy compliance,",
                            report.SpanName.Replace('/', '-')
                        );
                        await ListAsync(
                            made,
                            context,
                            $"Governors’ report, {format}",
                            day,
                            isNamed: false,
                            [KeyValuePair.Create<string, string?>("span", report.Span.ToString())]
                        );
                        return sent;
                    },
                    cancellationToken
                );

    private static Delegate Register(string what, Func<Register, (byte[] File, string ContentType, string Ending)> make, string name = "Register") =>
        async (string? asAt, ReportDay days, RegisterQuery query, MadeReports made, SignPdf seal, HttpContext context, CancellationToken cancellationToken) =>
            await OfDayAsync(
                asAt,
                days,
                day => query.ExecuteAsync(context.Actor(), day, cancellationToken),
                async (register, day) =>
                {
                    var sent = await SealAndSendAsync(make(register), register.School, seal, cancellationToken, name, Words(day));
                    await ListAsync(made, context, what, day, isNamed: true, []);
                    return sent;
                },
                cancellationToken
            );

    /// <summary>On the list of what was made, with the address that makes the same again: the day is always in it.</summary>
    private static Task ListAsync(
        MadeReports made,
        HttpContext context,
        string what,
        DateOnly day,
        bool isNamed,
        IEnumerable<KeyValuePair<string, string?>> more
    ) =>
        made.AddAsync(
            context.Actor(),
            what,
            day,
            isNamed,
            context.Request.Path + QueryString.Create(more.Prepend(KeyValuePair.Create<string, string?>("asAt", Words(day)))).ToUriComponent(),
            context.RequestAborted
        );

    private static async Task<IResult> InductionRecordAsync(
        Guid person,
        string? asAt,
        ReportDay days,
        InductionRecordQuery query,
        MadeReports made,
        SignPdf seal,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        await OfDayAsync(
            asAt,
            days,
            day => query.ExecuteAsync(context.Actor(), new StaffId(person), day, cancellationToken),
            async (record, day) =>
            {
                var sent = await SealAndSendAsync(
                    (InductionRecordDocument.Create(record), Pdf, "pdf"),
                    record.School,
                    seal,
                    cancellationToken,
                    "Induction record of",
                    record.PersonName,
                    Words(day)
                );
                await ListAsync(
                    made,
                    context,
                    $"Induction record of {record.PersonName}",
                    day,
                    isNamed: true,
                    [KeyValuePair.Create<string, string?>("person", person.ToString())]
                );
                return sent;
            },
            cancellationToken
        );

    private static async Task<IResult> SignOffSheetAsync(Guid policy, SignOffSheetQuery query, HttpContext context, CancellationToken cancellationToken) =>
        await query.ExecuteAsync(context.Actor(), new PolicyId(policy), cancellationToken) is { } sheet
            ? Send((SignOffSheetDocument.Create(sheet), Pdf, "pdf"), "Sign-off sheet", sheet.PolicyTitle, Words(sheet.AsAt))
            : Results.NotFound();

    private static async Task<IResult> ReminderSlipsAsync(
        bool? everybody,
        Guid? chosen,
        ReminderSlipsQuery query,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        await query.ExecuteAsync(context.Actor(), everybody is true, chosen, cancellationToken) is { } slips
            ? Send((ReminderSlipsDocument.Create(slips), Pdf, "pdf"), "Reminder slips", Words(slips.AsAt))
            : Results.NotFound();

    /// <summary>A day that cannot be reported on leads back to the page, which says why in a sentence.</summary>
    private static async Task<IResult> OfDayAsync<T>(
        string? asAt,
        ReportDay days,
        Func<DateOnly, Task<T?>> load,
        Func<T, DateOnly, Task<IResult>> send,
        CancellationToken cancellationToken
    )
        where T : class =>
        (await days.ReadAsync(asAt, cancellationToken)).Day is not { } day ? Results.LocalRedirect(Urls.ReportsOf(asAt))
        : await load(day) is { } found ? await send(found, day)
        : Results.NotFound();

    /// <summary>Reports carry the school's seal; a spreadsheet has nowhere to carry one.</summary>
    private static async Task<IResult> SealAndSendAsync(
        (byte[] File, string ContentType, string Ending) made,
        string school,
        SignPdf seal,
        CancellationToken cancellationToken,
        params string[] words
    ) => Send(made.ContentType == Pdf ? made with { File = await seal.ExecuteAsync(made.File, school, cancellationToken) } : made, words);

    private static IResult Send((byte[] File, string ContentType, string Ending) made, params string[] words) =>
        Results.File(made.File, made.ContentType, ReportServices.FileName(words, made.Ending));

    private static string Words(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
