using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Features.Reports.Signing;
using StocksGreen.Induction.Features.Staff;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>
/// <c>measure documents</c>: what papers cost on this machine, from the store to the sealed file, and whether a large pack needs more memory than a small one.
/// </summary>
internal sealed class MeasureDocuments(CommandLine.Wiring wire)
{
    private const int Runs = 100;

    internal Command Build()
    {
        var copies = new Option<int>("--copies") { Description = "How many signed copies the pack holds.", DefaultValueFactory = _ => 720 };
        var rows = new Option<int>("--rows") { Description = "How many rows the large register has.", DefaultValueFactory = _ => 4600 };
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "Where to leave one of each paper, to be looked at.", HelpName = "folder" };
        var documents = new Command("documents", "Measure certificates, signed copies, a large register, the check of a file, and a pack for an inspection.")
        {
            copies,
            rows,
            keep,
        };
        documents.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(copies), parsed.GetValue(rows), parsed.GetValue(keep), cancellationToken));
        return documents;
    }

    private async Task<int> RunAsync(int copies, int rows, DirectoryInfo? keep, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("stocksgreen-measure-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            // The school that has only begun: one policy, the real one, and no questions on it that would have to be answered before each signature.
            await new DemoCommand(wire, (_, _, _) => Task.FromResult(0)).FillAsync(folder, DateTimeOffset.UtcNow, [], cancellationToken);
            await using var services = wire(new ServiceCollection().AddLogging(), folder, true).BuildServiceProvider(validateScopes: true);
            await using var scope = services.CreateAsyncScope();
            var actor = StoreOption.Actor(services.GetRequiredService<TimeProvider>());
            await SignAsync(scope.ServiceProvider, actor, copies, cancellationToken);
            await MeasurePapersAsync(scope.ServiceProvider, actor, rows, keep, cancellationToken);
            await MeasurePackAsync(scope.ServiceProvider, actor, cancellationToken);
            return 0;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task MeasurePapersAsync(IServiceProvider services, Actor actor, int rows, DirectoryInfo? keep, CancellationToken cancellationToken)
    {
        var (query, seal) = (services.GetRequiredService<CertificateQuery>(), services.GetRequiredService<SignPdf>());
        var id = await SimulatedReaders.AnySignatureAsync(services, cancellationToken);
        var (certificate, text) = (await query.ExecuteAsync(actor, id, cancellationToken))!.Value;
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var pictures = await db.ReadPicturesAsync(text, cancellationToken);
        await TimeAsync(
            keep,
            "Certificate, drawn and sealed",
            Runs,
            () => seal.ExecuteAsync(CertificateDocument.Create(certificate, certificate.SignedAt), certificate.School, cancellationToken)
        );
        await TimeAsync(
            keep,
            "Signed copy, drawn and sealed",
            Runs,
            () => seal.ExecuteAsync(SignedCopyDocument.Create(certificate, text, certificate.SignedAt, pictures.Find), certificate.School, cancellationToken)
        );
        await TimeAsync(
            keep,
            "Signed copy, from the store",
            Runs,
            async () => (await services.GetRequiredService<SignedCopyQuery>().ExecuteAsync(actor, id, cancellationToken))!.Value.File
        );
        var unsealed = SignedCopyDocument.Create(certificate, text, certificate.SignedAt, pictures.Find);
        await TimeAsync(keep, "The seal alone", Runs, () => seal.ExecuteAsync(unsealed, certificate.School, cancellationToken));
        var copy = await seal.ExecuteAsync(unsealed, certificate.School, cancellationToken);
        await TimeAsync(
            keep,
            "Check of such a file",
            Runs,
            () => Task.FromResult(PdfVerifier.Verify(copy) is PdfVerdict.Intact ? copy : throw new InvalidOperationException("The seal does not hold."))
        );

        var register = (await services.GetRequiredService<RegisterQuery>().ExecuteAsync(actor, Today(services), cancellationToken))!;
        var large = register with { Rows = [.. Enumerable.Range(0, rows).Select(i => register.Rows[i % register.Rows.Count])] };
        await TimeAsync(
            keep,
            string.Create(CultureInfo.InvariantCulture, $"Register of {rows:N0} rows"),
            5,
            () => seal.ExecuteAsync(RegisterDocument.Create(large), register.School, cancellationToken)
        );
    }

    private static async Task MeasurePackAsync(IServiceProvider services, Actor actor, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var plan = (
            await services.GetRequiredService<EvidencePackPlanQuery>().ExecuteAsync(actor, new EvidencePackSelection(Today(services)), cancellationToken)
        )!;
        var planned = clock.Elapsed;
        var memory = new long[plan.Files + 1];
        await using var target = new CountingStream();
        GC.Collect();
        await services
            .GetRequiredService<EvidencePackWriter>()
            .ExecuteAsync(actor, plan, target, progress => memory[progress.Done] = GC.GetTotalMemory(forceFullCollection: false), cancellationToken);
        var quarter = memory.Length / 4;
        using var process = Process.GetCurrentProcess();
        Print(
            string.Create(CultureInfo.InvariantCulture, $"Pack of {plan.Copies} signed copies"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalSeconds:0.0} s (planned in {planned.TotalMilliseconds:0} ms), {plan.Files} files, {target.Length:N0} bytes"
            )
        );
        Print(
            "Memory while it streams",
            string.Create(
                CultureInfo.InvariantCulture,
                $"managed at most {Megabytes(memory.Take(quarter).Max())} MB in the first quarter, {Megabytes(memory.TakeLast(quarter).Max())} MB in "
                    + $"the last; the process {Megabytes(process.PeakWorkingSet64)} MB at its peak"
            )
        );
    }

    /// <summary>Signs by the commands that the pages call, until there are enough signatures.</summary>
    private static async Task SignAsync(IServiceProvider services, Actor office, int copies, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var version = (await db.ReadVersionsAsync(cancellationToken)).Single(row => row.Text.Title == Features.Policies.SamplePolicy.Read().Policy.Title);
        for (var i = await db.Attestations.CountAsync(cancellationToken); i < copies; i++)
        {
            var fullName = string.Create(CultureInfo.InvariantCulture, $"Measured Person {i}");
            var form = new PersonForm
            {
                FullName = fullName,
                Email = string.Create(CultureInfo.InvariantCulture, $"measured.{i}@stocksgreen.example"),
                JobTitle = "Teaching assistant",
                StartsOn = Today(services).AddDays(-1),
            };
            var person = (await services.GetRequiredService<AddPerson>().ExecuteAsync(office, form, null, cancellationToken)).OrThrow($"Adding {fullName}");
            var reader = new Actor(person, fullName, AccessRoles.Staff, office.Proof, "measuring");
            foreach (var part in version.Parts)
            {
                await services.GetRequiredService<ConfirmPart>().ExecuteAsync(reader, version.Id, part.Ordinal, cancellationToken);
            }

            var signature = new SignatureForm(AffirmsRead: true, AffirmsUnderstood: true, fullName, DeclarationOutcome.NothingToDeclare);
            (await services.GetRequiredService<SignPolicy>().ExecuteAsync(reader, version.Id, signature, cancellationToken)).OrThrow($"Signing as {fullName}");
        }
    }

    private static async Task TimeAsync(DirectoryInfo? keep, string what, int runs, Func<Task<byte[]>> make)
    {
        var made = await make();
        var bytes = made.Length;
        if (keep is not null)
        {
            keep.Create();
            await File.WriteAllBytesAsync(Path.Combine(keep.FullName, what + ".pdf"), made);
        }

        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var clock = Stopwatch.StartNew();
            await make();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Print(
            what,
            string.Create(
                CultureInfo.InvariantCulture,
                $"median {times[runs / 2]:0.0} ms, p95 {times[(int)(0.95 * (runs - 1))]:0.0} ms, of {runs}; {bytes:N0} bytes"
            )
        );
    }

    private static DateOnly Today(IServiceProvider services) => LondonTime.DateIn(services.GetRequiredService<TimeProvider>().GetUtcNow());

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("0", CultureInfo.InvariantCulture);

    private static void Print(string what, string figure) => Console.WriteLine($"{what, -32} {figure}");
}
