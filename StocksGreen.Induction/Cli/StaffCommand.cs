using System.CommandLine;
using System.Globalization;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Staff.Importing;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Cli;

/// <summary>
/// <c>staff inspect FILE</c> prints as JSON whom an import would find; <c>staff import FILE [--dry-run]</c> applies it and says what became of each line.
/// Both exit 2 with a sentence when the file cannot be read.
/// </summary>
internal sealed class StaffCommand(CommandLine.Wiring wire)
{
    internal Command Build()
    {
        var file = new Argument<string>("file") { Description = "The staff list as Excel workbook or CSV, as Arbor, SIMS or Bromcom export it." };
        var inspect = new Command("inspect", "Print as JSON whom an import would find in a staff list. Changes nothing.") { file };
        inspect.SetAction((parsed, cancellationToken) => InspectAsync(parsed.GetRequiredValue(file), cancellationToken));

        var (data, dryRun) = (StoreOption.Create(), new Option<bool>("--dry-run") { Description = "Only say what would be done." });
        var import = new Command(
            "import",
            "Add and change people as a staff list says. Nobody is ended for not being in it, and nobody is joined by name or e-mail: do that under People."
        )
        {
            file,
            dryRun,
            data,
        };
        import.SetAction(
            (parsed, cancellationToken) => ImportAsync(parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(data), cancellationToken)
        );
        return new Command("staff", "Look at staff lists, and import them.") { inspect, import };
    }

    private static async Task<(byte[] File, StaffFileOutcome Outcome)> ReadAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (file, refusal) = await InputFile.ReadAsync(path, StaffFile.LargestFileInBytes, "A staff list", "Name one file.", cancellationToken);
        return file is null ? ([], new StaffFileOutcome.Refused(refusal!)) : (file, StaffFile.Parse(file, LondonTime.DateIn(clock.GetUtcNow())));
    }

    private static async Task<int> InspectAsync(string path, CancellationToken cancellationToken)
    {
        switch ((await ReadAsync(path, TimeProvider.System, cancellationToken)).Outcome)
        {
            case StaffFileOutcome.Recognised recognised:
                await InputFile.PrintAsync(StaffInspection.ToJson(recognised.List), cancellationToken);
                return 0;
            case StaffFileOutcome.Refused refused:
                return CommandLine.Refuse(refused.Sentence);
            default:
                throw new InvalidOperationException("A staff list was neither recognised nor refused.");
        }
    }

    private async Task<int> ImportAsync(string path, bool isDryRun, string? folder, CancellationToken cancellationToken)
    {
        await using var services = StoreOption.Open(wire, folder, mayWrite: !isDryRun);
        await using var scope = services.CreateAsyncScope();
        var clock = services.GetRequiredService<TimeProvider>();
        var (file, outcome) = await ReadAsync(path, clock, cancellationToken);
        if (outcome is not StaffFileOutcome.Recognised { List: var list })
        {
            return CommandLine.Refuse(((StaffFileOutcome.Refused)outcome).Sentence);
        }

        var import = scope.ServiceProvider.GetRequiredService<ImportStaff>();
        var actor = StoreOption.Actor(clock);
        var source = StaffUploads.Source(path, Sha256Hex.Compute(file));
        var plan =
            isDryRun ? await import.PlanAsync(actor, list, cancellationToken)
            : await import.ApplyAsync(actor, list, ImportAnswers.None, shown: null, source, upload: null, cancellationToken)
                is Result<StaffImportOutcome>.Done { Value: StaffImportOutcome.Applied applied }
                ? applied.Plan
            : null;
        await InputFile.PrintAsync(
            Words(plan ?? throw new InvalidOperationException("An import was neither planned nor applied."), list, isDryRun),
            cancellationToken
        );
        return 0;
    }

    private static string Words(ImportPlan plan, StaffList list, bool isDryRun)
    {
        var (added, changed) = isDryRun ? ("Would add", "Would change") : ("Added", "Changed");
        string[] lines =
        [
            .. plan.New.Select(one =>
                At(one.Person.Line, $"{added} {one.Facts.FullName}, {Title(one.Facts.JobTitle)}, from {LondonTime.ToWords(one.Facts.StartsOn)}")
            ),
            .. plan.Changed.Select(one =>
                At(
                    one.Person.Line,
                    $"{changed} {one.Facts.FullName}: "
                        + string.Join("; ", one.Changes.Select(change => $"{change.What} from {Title(change.From)} to {Title(change.To)}"))
                )
            ),
            .. plan.Doubts.Select(doubt =>
                At(
                    doubt.Person.Line,
                    $"Skipped: {doubt.Person.FullName} has {doubt.Why} as {doubt.CandidateName} on the list, and no staff ID says that they are one "
                        + "person. Say so under People, Import a staff list."
                )
            ),
            .. plan.Refused.Select(note => At(note.Line, $"Skipped: {note.Text}")),
            .. list.Ignored.Select(note => At(note.Line, $"Ignored: {note.Text}")),
            .. plan.Notes.Concat(list.Warnings).OrderBy(note => note.Line).Select(note => At(note.Line, note.Text)),
            .. plan.Leaving.Select(person => $"No longer in the file: {person.FullName}, {Title(person.JobTitle)}. If they have left, end them under People."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(isDryRun ? "Nothing was changed. " : "")}New: {plan.New.Count}. Changed: {plan.Changed.Count}. Unchanged: {plan.Unchanged.Count}. "
                    + $"Skipped: {plan.Refused.Count + plan.Doubts.Count}. Perhaps leaving: {plan.Leaving.Count}."
            ),
        ];
        return string.Join('\n', lines);
    }

    private static string At(int line, string sentence) => string.Create(CultureInfo.InvariantCulture, $"Line {line}: {sentence}");

    private static string Title(string words) => words.Length == 0 ? "nothing" : words;
}
