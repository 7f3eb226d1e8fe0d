using System.CommandLine;
using StocksGreen.Induction.Features.Publishing.Importing;

namespace StocksGreen.Induction.Cli;

/// <summary><c>policy inspect FILE</c>: prints as JSON what an import would make of a document; exits 2 with a sentence when it cannot be read.</summary>
internal static class PolicyCommand
{
    internal static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The document: Word (.docx), Markdown or text, also as converted from PDF." };
        var inspect = new Command("inspect", "Print as JSON what an import would make of a document. Changes nothing.") { file };
        inspect.SetAction((parsed, cancellationToken) => InspectAsync(parsed.GetRequiredValue(file), cancellationToken));
        return new Command("policy", "Look at policies.") { inspect };
    }

    private static async Task<int> InspectAsync(string path, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                return CommandLine.Refuse($"{path} is a folder. Name one document.");
            }

            if (new FileInfo(path) is { Exists: true, Length: > PolicyImport.LargestWordFileInBytes } large)
            {
                return CommandLine.Refuse($"{path} has {large.Length / 1_048_576} MB. A policy document has at most {PolicyImport.LargestWordFileInBytes / 1_048_576} MB.");
            }

            bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return CommandLine.Refuse($"There is no file {path}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return CommandLine.Refuse($"{path} cannot be read: {fault.Message}");
        }

        switch (PolicyImport.Read(bytes, Path.GetFileName(path)))
        {
            case ImportOutcome.Imported imported:
                await using (var output = Console.OpenStandardOutput())
                {
                    await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(PolicyInspection.ToJson(imported) + "\n"), cancellationToken);
                }

                return 0;
            case ImportOutcome.Refused refused:
                return CommandLine.Refuse(refused.Sentence);
            default:
                throw new InvalidOperationException("A document was neither imported nor refused.");
        }
    }
}
