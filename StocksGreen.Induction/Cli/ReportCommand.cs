using System.CommandLine;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.Signing;

namespace StocksGreen.Induction.Cli;

/// <summary><c>report governors|register|pack --as-at DATE --out FILE</c>: the same papers that the Reports page gives.</summary>
internal sealed class ReportCommand(CommandLine.Wiring wire)
{
    private delegate Task<byte[]?> Composing(IServiceProvider services, DateOnly asAt, CancellationToken cancellationToken);

    internal Command Build() =>
        new("report", "Make a report as a PDF, or the evidence pack.")
        {
            Report(
                "governors",
                "Counts and percentages for governors, without names.",
                async (services, asAt, cancellationToken) =>
                    await services
                        .GetRequiredService<GovernorsReportQuery>()
                        .ExecuteAsync(StoreOption.Actor(services.GetRequiredService<TimeProvider>()), asAt, cancellationToken)
                        is { } report
                        ? await services.GetRequiredService<SignPdf>().ExecuteAsync(GovernorsReportDocument.Create(report), report.School, cancellationToken)
                        : null
            ),
            Report(
                "register",
                "The register with names: confidential.",
                async (services, asAt, cancellationToken) =>
                    await services
                        .GetRequiredService<RegisterQuery>()
                        .ExecuteAsync(StoreOption.Actor(services.GetRequiredService<TimeProvider>()), asAt, cancellationToken)
                        is { } register
                        ? await services.GetRequiredService<SignPdf>().ExecuteAsync(RegisterDocument.Create(register), register.School, cancellationToken)
                        : null
            ),
            new EvidencePackCommand(wire).Build(),
        };

    private Command Report(string name, string description, Composing compose)
    {
        var data = StoreOption.Create();
        var asAt = new Option<string?>("--as-at") { Description = "The day whose end the figures are of, as 2026-08-31; else today.", HelpName = "date" };
        var file = new Option<string>("--out")
        {
            Description = "The PDF to write.",
            HelpName = "file",
            Required = true,
        };
        var command = new Command(name, description) { asAt, file, data };
        command.SetAction(
            (parsed, cancellationToken) => WriteAsync(parsed.GetValue(data), parsed.GetValue(asAt), parsed.GetRequiredValue(file), compose, cancellationToken)
        );
        return command;
    }

    private async Task<int> WriteAsync(string? folder, string? asAt, string path, Composing compose, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder);
        await using var scope = services.CreateAsyncScope();
        var (day, refusal) = ReportAsAt.Parse(asAt, LondonTime.DateIn(services.GetRequiredService<TimeProvider>().GetUtcNow()));
        if (day is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        try
        {
            var pdf = await compose(scope.ServiceProvider, day.Value, cancellationToken);
            if (pdf is null)
            {
                return CommandLine.Refuse("The school is not set up yet, so there is nothing to report.");
            }

            await AtomicFile.WriteAsync(path, pdf, cancellationToken);
            Console.WriteLine($"{path}: as at {LondonTime.ToWords(day.Value)}");
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{path} cannot be written: {fault.Message}");
        }
    }
}
