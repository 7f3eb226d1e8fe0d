using System.Runtime.CompilerServices;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>Programs that tests start inherit this process's environment: they are ended before counting calls could make them faster.</summary>
internal static class ChildProcesses
{
    [ModuleInitializer]
    internal static void Prepare() => Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
}
