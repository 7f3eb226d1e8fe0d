using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.EvidencePacks;

namespace StocksGreen.Induction.Cli;

/// <summary><c>report pack --out FILE.zip</c>: the same pack that the page gives, written whole or not at all.</summary>
internal sealed class EvidencePackCommand(CommandLine.Wiring wire)
{
    private readonly Option<string?> data = StoreOption.Create();
    private readonly Option<string?> asAt = new("--as-at")
    {
        Description = "The day up to whose end signatures are taken, as 2026-08-31; else today.",
        HelpName = "date",
    };
    private readonly Option<string?> from = new("--from") { Description = "The first day from which they are taken; else all.", HelpName = "date" };
    private readonly Option<string[]> policy = new("--policy")
    {
        Description = "Title or id of a policy; may be given several times. Else all.",
        HelpName = "policy",
    };
    private readonly Option<string[]> person = new("--person")
    {
        Description = "Id, e-mail or full name of a person; may be given several times. Else everybody.",
        HelpName = "person",
    };
    private readonly Option<Audience[]> group = new("--group")
    {
        Description = $"{GroupsInWords}; may be given several times. Else all.",
        HelpName = "group",
        CustomParser = ParseGroups,
    };
    private readonly Option<string> file = new("--out")
    {
        Description = "The ZIP to write.",
        HelpName = "file",
        Required = true,
    };

    private static string GroupsInWords
    {
        get
        {
            var groups = Enum.GetNames<Audience>();
            return $"{string.Join(", ", groups[..^1])} or {groups[^1]}";
        }
    }

    internal Command Build()
    {
        var command = new Command("pack", "The evidence pack for an inspection: signed copies, texts, lists, hashes. Confidential.")
        {
            asAt,
            from,
            policy,
            person,
            group,
            file,
            data,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Audience[] ParseGroups(ArgumentResult written)
    {
        var groups = new List<Audience>();
        foreach (var word in written.Tokens.Select(token => token.Value))
        {
            if (NamedChoice.Parse<Audience>(word) is { } named)
            {
                groups.Add(named);
            }
            else
            {
                written.AddError($"There is no group “{word}”. Choose {GroupsInWords}.");
                break;
            }
        }

        return [.. groups];
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, parsed.GetValue(data));
        await using var scope = services.CreateAsyncScope();
        var path = parsed.GetRequiredValue(file);
        try
        {
            var (selection, refusal) = await SelectAsync(scope.ServiceProvider, parsed, cancellationToken);
            if (selection is null)
            {
                return CommandLine.Refuse(refusal!);
            }

            var actor = StoreOption.Actor(services.GetRequiredService<TimeProvider>());
            if (await scope.ServiceProvider.GetRequiredService<EvidencePackPlanQuery>().ExecuteAsync(actor, selection, cancellationToken) is not { } plan)
            {
                return CommandLine.Refuse("The school is not set up yet, so there is nothing to pack.");
            }

            return plan.Signatures.Count == 0
                ? CommandLine.Refuse($"Nobody has signed anything of this selection: {plan.SelectionInWords}.")
                : await WriteAsync(scope.ServiceProvider, actor, plan, path, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"{path} cannot be written: {fault.Message}");
        }
    }

    private async Task<(EvidencePackSelection? Selection, string? Refusal)> SelectAsync(
        IServiceProvider services,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var today = LondonTime.DateIn(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (day, wrongDay) = ReportAsAt.Parse(parsed.GetValue(asAt), today);
        var (start, wrongStart) = string.IsNullOrWhiteSpace(parsed.GetValue(from)) ? (null, null) : ReportAsAt.Parse(parsed.GetValue(from), today);
        if ((wrongDay ?? wrongStart) is { } wrong)
        {
            return (null, wrong);
        }

        var people = new List<StaffId>();
        foreach (var named in parsed.GetValue(person) ?? [])
        {
            var (someone, unknown) = await NameLookup.PersonAsync(services, named, cancellationToken);
            if (someone is null)
            {
                return (null, unknown);
            }

            people.Add(someone.Value);
        }

        var chosen = new List<PolicyId>();
        foreach (var title in parsed.GetValue(policy) ?? [])
        {
            if (await NameLookup.PolicyAsync(services, title, cancellationToken) is not { } id)
            {
                return (null, $"There is no policy “{title}”.");
            }

            chosen.Add(id);
        }

        return (
            new EvidencePackSelection(day!.Value)
            {
                From = start,
                Policies = chosen,
                People = people,
                Groups = parsed.GetValue(group) ?? [],
            },
            null
        );
    }

    private static async Task<int> WriteAsync(IServiceProvider services, Actor actor, EvidencePackPlan plan, string path, CancellationToken cancellationToken)
    {
        var isWatched = !Console.IsErrorRedirected;
        await AtomicFile.WriteAsync(
            path,
            stream => services.GetRequiredService<EvidencePackWriter>().ExecuteAsync(actor, plan, stream, Tell, cancellationToken),
            cancellationToken
        );
        if (isWatched)
        {
            await Console.Error.WriteLineAsync();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {plan.Copies} signed copies in {plan.Files} files. {plan.SelectionInWords}"));
        return 0;

        void Tell(EvidencePackProgress progress)
        {
            if (isWatched)
            {
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{progress.Done} of {progress.Files} files "));
            }
        }
    }
}
