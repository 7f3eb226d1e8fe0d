using System.CommandLine;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Features.Staffing.Importing;

namespace StocksGreen.Induction.Cli;

/// <summary><c>staff inspect FILE</c>: prints as JSON whom an import would find; exits 2 with a sentence when the file cannot be read.</summary>
internal sealed class StaffCommand
{
    internal static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The staff list as CSV, as Arbor, SIMS or Bromcom export it." };
        var inspect = new Command("inspect", "Print as JSON whom an import would find in a staff list. Changes nothing.") { file };
        inspect.SetAction((parsed, cancellationToken) => InspectAsync(parsed.GetRequiredValue(file), cancellationToken));
        return new Command("staff", "Look at staff lists, and import them.") { inspect };
    }

    private static async Task<int> InspectAsync(string path, CancellationToken cancellationToken)
    {
        var (file, refusal) = await GivenFile.ReadAsync(path, StaffFile.LargestFileInBytes, "A staff list", "Name one CSV file.", cancellationToken);
        switch (file is null ? new StaffFileOutcome.Refused(refusal!) : StaffFile.Read(file, LondonTime.DateIn(TimeProvider.System.GetUtcNow())))
        {
            case StaffFileOutcome.Recognised recognised:
                await GivenFile.PrintAsync(StaffInspection.ToJson(recognised.List), cancellationToken);
                return 0;
            case StaffFileOutcome.Refused refused:
                return CommandLine.Refuse(refused.Sentence);
            default:
                throw new InvalidOperationException("A staff list was neither recognised nor refused.");
        }
    }
}
