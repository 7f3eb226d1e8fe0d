using System.Reflection;

namespace StocksGreen.Induction.Domain.Text;

/// <summary>Which program sealed something.</summary>
public static class Software
{
    /// <summary>"StocksGreen.Induction 0.1.0".</summary>
    public static string NameAndVersion { get; } =
        "StocksGreen.Induction " + typeof(Software).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
