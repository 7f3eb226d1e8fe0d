using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>
/// bUnit asks for AngleSharp.Diffing 1.0.0.0; the pinned 0.17.0 does the job under its own version number. Goes when a feed has 1.0 or later.
/// </summary>
internal static class AngleSharpDiffing
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
