using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Features.Policies;

/// <summary>The school's own Social Media Policy, which comes with the program as its first content.</summary>
public static class SamplePolicy
{
    public const string FileName = "social-media-policy.txt";

    /// <summary>Imported by the same reader as every other document.</summary>
    public static ImportOutcome.Imported Read() => (ImportOutcome.Imported)PolicyImport.Parse(Bytes(), FileName);

    /// <summary>The document itself.</summary>
    public static byte[] Bytes()
    {
        using var stream = typeof(SamplePolicy).Assembly.GetManifestResourceStream($"Samples/{FileName}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
