using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Features.Policies;

/// <summary>Invented policies for the demonstration, one for each that the Social Media Policy links with; each says that it is a sample.</summary>
public static class SamplePolicies
{
    /// <summary>Names of the files, in the order in which the Social Media Policy names them.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "anti-bullying-policy.md",
        "acceptable-use-policies.md",
        "behaviour-policy.md",
        "child-protection-policy.md",
        "staff-code-of-conduct.md",
        "confidentiality-policy.md",
        "curriculum-policy.md",
        "gdpr-and-data-protection-policy.md",
        "mobile-and-smart-technology-policy.md",
        "governors-code-of-conduct.md",
    ];

    /// <summary>Imported by the same reader as every other document.</summary>
    public static ImportOutcome.Imported Read(string fileName) => (ImportOutcome.Imported)PolicyImport.Parse(Bytes(fileName), fileName);

    /// <summary>The document itself.</summary>
    public static byte[] Bytes(string fileName)
    {
        using var stream = typeof(SamplePolicies).Assembly.GetManifestResourceStream($"Samples/{fileName}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
