using System.CommandLine;
using System.Globalization;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.EvidencePacks;
using StocksGreen.Induction.Features.Reports.Signing;

namespace StocksGreen.Induction.Cli;

/// <summary><c>certificate --person ID|--all --out FOLDER</c>: the certificates of one person or of everyone, all of them or none.</summary>
internal sealed class CertificateCommand(CommandLine.Wiring wire)
{
    private readonly Option<string?> data = StoreOption.Create();
    private readonly Option<string?> person = new("--person") { Description = "Id, e-mail or full name of the person.", HelpName = "person" };
    private readonly Option<bool> all = new("--all") { Description = "Everybody who has signed." };
    private readonly Option<string> folder = new("--out")
    {
        Description = "The folder to write into; it is made where it is missing.",
        HelpName = "folder",
        Required = true,
    };

    internal Command Build()
    {
        var command = new Command("certificate", "Write certificates of signatures as PDFs.") { person, all, folder, data };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var named = parsed.GetValue(person);
        if (named is null != parsed.GetValue(all))
        {
            return CommandLine.Refuse("Say whose: --person ID, or --all.");
        }

        await using var services = StoreOption.Open(wire, parsed.GetValue(data));
        await using var scope = services.CreateAsyncScope();
        var target = parsed.GetRequiredValue(folder);
        try
        {
            StaffId? someone = null;
            if (named is not null)
            {
                (someone, var unknown) = await NameLookup.PersonAsync(scope.ServiceProvider, named, cancellationToken);
                if (someone is null)
                {
                    return CommandLine.Refuse(unknown!);
                }
            }

            var clock = services.GetRequiredService<TimeProvider>();
            var actor = StoreOption.Actor(clock);
            var selection = new EvidencePackSelection(LondonTime.DateIn(clock.GetUtcNow())) { People = someone is { } one ? [one] : [] };
            if (
                await scope.ServiceProvider.GetRequiredService<EvidencePackPlanQuery>().ExecuteAsync(actor, selection, cancellationToken)
                is not { Signatures: [_, ..] } plan
            )
            {
                return CommandLine.Refuse(
                    named is null
                        ? "Nobody has signed anything yet, so there is no certificate."
                        : $"{named} has signed nothing yet, so there is no certificate."
                );
            }

            await WriteAsync(scope.ServiceProvider, actor, plan, target, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target}: {plan.Copies} {(plan.Copies == 1 ? "certificate" : "certificates")}"));
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{target} cannot be written: {fault.Message}");
        }
    }

    /// <summary>All are written next to their names first; only then do they take them, which needs no room on the disk.</summary>
    private static async Task WriteAsync(IServiceProvider services, Actor actor, EvidencePackPlan plan, string target, CancellationToken cancellationToken)
    {
        var (query, seal) = (services.GetRequiredService<CertificateQuery>(), services.GetRequiredService<SignPdf>());
        var wasThere = Directory.Exists(target);
        Directory.CreateDirectory(target);
        var half = Path.Combine(target, ".unfinished");
        try
        {
            Directory.CreateDirectory(half);
            foreach (var signature in plan.Signatures.Where(signature => !signature.IsDeleted))
            {
                var (certificate, _) =
                    await query.ExecuteAsync(actor, signature.Id, cancellationToken)
                    ?? throw new InvalidOperationException("A signature went missing while its certificate was made.");
                var pdf = await seal.ExecuteAsync(
                    isStamped => CertificateDocument.Create(isStamped ? certificate.WithTimeStamp() : certificate, certificate.SignedAt),
                    plan.School,
                    cancellationToken
                );
                await File.WriteAllBytesAsync(
                    Path.Combine(half, $"{Path.GetFileNameWithoutExtension(signature.File)}, {EvidencePackFileNames.Safe(signature.PolicyTitle)}.pdf"),
                    pdf,
                    cancellationToken
                );
            }

            foreach (var file in Directory.GetFiles(half))
            {
                File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
            }

            Directory.Delete(half);
        }
        catch
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }

            if (!wasThere && Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            throw;
        }
    }
}
