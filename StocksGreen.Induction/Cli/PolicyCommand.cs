using System.CommandLine;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Cli;

/// <summary><c>policy inspect FILE</c>: prints as JSON what an import would make of a document; exits 2 with a sentence when it cannot be read.</summary>
internal static class PolicyCommand
{
    internal static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The document: Word (.docx), PDF, OpenDocument (.odt), a web page, Markdown or text." };
        var inspect = new Command("inspect", "Print as JSON what an import would make of a document. Changes nothing.") { file };
        inspect.SetAction((parsed, cancellationToken) => InspectAsync(parsed.GetRequiredValue(file), cancellationToken));
        return new Command("policy", "Look at policies.") { inspect };
    }

    private static async Task<int> InspectAsync(string path, CancellationToken cancellationToken)
    {
        var (bytes, refusal) = await InputFile.ReadAsync(
            path,
            PolicyImport.LargestDocumentInBytes,
            "A policy document",
            "Name one document.",
            cancellationToken
        );
        using var importer = new PolicyImporter(ReadingLimits.Usual);
        switch (bytes is null ? new ImportOutcome.Refused(refusal!) : await importer.ReadAsync(bytes, Path.GetFileName(path), cancellationToken))
        {
            case ImportOutcome.Imported imported:
                await InputFile.PrintAsync(PolicyInspection.ToJson(imported, OriginalFile.From(bytes!, path)), cancellationToken);
                return 0;
            case ImportOutcome.Refused refused:
                return CommandLine.Refuse(refused.Sentence);
            default:
                throw new InvalidOperationException("A document was neither imported nor refused.");
        }
    }
}
