using System.Reflection;
using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>Short ways to import what a test writes.</summary>
internal static class Imports
{
    public static ImportOutcome Read(string text, string fileName = "policy.txt") => PolicyImport.Parse(Encoding.UTF8.GetBytes(text), fileName);

    public static ImportOutcome.Imported Imported(string text, string fileName = "policy.txt") => Assert.IsType<ImportOutcome.Imported>(Read(text, fileName));

    public static string Refusal(ReadOnlyMemory<byte> file) => Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, "policy.txt")).Sentence;

    public static byte[] Resource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
