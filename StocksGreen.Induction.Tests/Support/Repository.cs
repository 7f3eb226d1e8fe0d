namespace StocksGreen.Induction.Tests.Support;

/// <summary>The files from which the program is made, for tests that ask whether documents are true.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Guide { get; } = Path.Combine(Root, "StocksGreen.Induction", "Guide");

    internal static string Decisions { get; } = Path.Combine(Root, "StocksGreen.Induction", "Decisions");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StocksGreen.Induction.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
