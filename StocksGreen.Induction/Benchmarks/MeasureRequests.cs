using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Benchmarks;

/// <summary><c>measure</c>: how fast the program is on this machine, over real HTTP against a server of its own and a store that is thrown away.</summary>
internal sealed class MeasureCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var signatures = new Option<int>("--signatures") { Description = "How many people sign.", DefaultValueFactory = _ => 100 };
        var starts = new Option<int>("--starts") { Description = "How often the server is started.", DefaultValueFactory = _ => 5 };
        var measure = new Command("measure", "Measure start-up, signing, documents, the reading page, and a long document from Word on this machine.")
        {
            signatures,
            starts,
            new MeasureScale(wire).Build(),
            new MeasureOffice(wire).Build(),
            new MeasureDocuments(wire).Build(),
            MeasureFuzz.Build(),
            MeasureImports.Build(),
            new MeasureInsetDay(wire).Build(),
            new MeasureKills(wire).Build(),
        };
        measure.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(signatures), parsed.GetValue(starts), cancellationToken));
        return measure;
    }

    private async Task<int> RunAsync(int signatures, int starts, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("stocksgreen-measure-");
        try
        {
            var folder = DataFolder.At(temporary.FullName);
            var crowd = await SimulatedReaders.MakeAsync(wire, folder, signatures, cancellationToken);
            Print(
                "Machine",
                string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}")
            );

            var address = MeasuredServer.FreeAddress();
            var cold = new List<double>();
            List<double> signing = [];
            ReadingPageBytes? bytes = null;
            for (var i = 1; i <= starts; i++)
            {
                await using var server = await MeasuredServer.StartAsync(folder, address, cancellationToken);
                cold.Add(server.Start.TotalMilliseconds);
                if (i == starts)
                {
                    bytes = await ReadingPageBytes.WeighAsync(address, crowd, cancellationToken);
                    signing = await crowd.SignAsync(address, cancellationToken);
                }
            }

            Print("Start to first answer", Spread(cold));
            Print("Sign (POST on loopback)", Spread(signing));
            Print("Reading page, first load", bytes!.ToString());
            await MeasureDocumentsAsync(folder, cancellationToken);
            MeasureImport();
            return 0;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private async Task MeasureDocumentsAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder.FolderPath);
        await using var scope = services.CreateAsyncScope();
        var actor = StoreOption.Actor(services.GetRequiredService<TimeProvider>());
        var id = await SimulatedReaders.AnySignatureAsync(scope.ServiceProvider, cancellationToken);
        var found =
            await scope.ServiceProvider.GetRequiredService<CertificateQuery>().ExecuteAsync(actor, id, cancellationToken)
            ?? throw new InvalidOperationException("The signature that was just made cannot be found.");
        var (certificate, text) = found;
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        var pictures = await db.ReadPicturesAsync(text, cancellationToken);
        Document("Certificate", () => CertificateDocument.Create(certificate, certificate.SignedAt));
        Document("Signed copy with policy text", () => SignedCopyDocument.Create(certificate, text, certificate.SignedAt, pictures.Find));
        var clock = Stopwatch.StartNew();
        var verdict = await scope.ServiceProvider.GetRequiredService<Features.Evidence.VerifyEvidence>().ExecuteAsync(cancellationToken);
        Print(
            "Evidence check",
            string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMilliseconds:0} ms for {(verdict as ChainVerdict.Intact)?.Entries ?? 0} entries")
        );
    }

    /// <summary>A policy of sixty pages from Word, the first time with all that the libraries must load, and its comparison with the next edition.</summary>
    private static void MeasureImport()
    {
        var (first, second) = (LongPolicy.Word(1), LongPolicy.Word(2));
        var clock = Stopwatch.StartNew();
        var before = Import(first);
        var cold = clock.Elapsed.TotalMilliseconds;
        var after = Import(second);
        Print(
            "Import of 60 pages of Word",
            string.Create(
                CultureInfo.InvariantCulture,
                $"first {cold:0} ms, then {Spread(Times(9, () => Import(first)))}, {first.Length:N0} bytes, {before.Parts.Sum(part => part.Words):N0} "
                    + $"words in {before.Text.Sections.Count} sections"
            )
        );

        clock.Restart();
        var changed = Compare(before, after);
        cold = clock.Elapsed.TotalMilliseconds;
        Print(
            "Comparison of two such",
            string.Create(
                CultureInfo.InvariantCulture,
                $"first {cold:0} ms, then {Spread(Times(9, () => Compare(before, after)))}, {changed} sections marked word by word"
            )
        );
    }

    private static PolicyVersion Import(byte[] file) =>
        PolicyImport.Parse(file, "policy.docx") is ImportOutcome.Imported imported
            ? PolicyVersion.Publish(VersionId.New(), PolicyId.New(), 1, imported.Policy, Release.First("", []), DateTimeOffset.UnixEpoch, "", "")
            : throw new InvalidOperationException("The document that was just made cannot be read.");

    private static int Compare(PolicyVersion before, PolicyVersion after) =>
        PolicyComparison
            .Between(before.Parts, after.Parts)
            .Where(part => part.NeedsDecision)
            .Count(part => Components.Diff.TextDifference.Between(part.Before?.Markdown, part.After?.Markdown).Count > 0);

    private static List<double> Times<T>(int runs, Func<T> act)
    {
        var times = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var clock = Stopwatch.StartNew();
            act();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static void Document(string name, Func<byte[]> create)
    {
        var bytes = create().Length;
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var clock = Stopwatch.StartNew();
            create();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print(name, string.Create(CultureInfo.InvariantCulture, $"{Spread(times)}, {bytes:N0} bytes"));
    }

    private static string Spread(List<double> milliseconds)
    {
        milliseconds.Sort();
        double At(double share) => milliseconds[(int)Math.Round(share * (milliseconds.Count - 1))];
        return string.Create(CultureInfo.InvariantCulture, $"median {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, of {milliseconds.Count}");
    }

    private static void Print(string what, string figure) => Console.WriteLine($"{what, -30} {figure}");
}
