using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>What an import said of its own losses.</summary>
public sealed record FidelityReport(IReadOnlyList<LeftOut> LeftOut, Coverage Coverage)
{
    /// <summary>Of a draft that was begun without a document.</summary>
    public static FidelityReport None { get; } = new([], Coverage.Unknown);

    /// <summary>What was left out and is only told: no one has to decide about it.</summary>
    [JsonIgnore]
    public IEnumerable<LeftOut> Told => LeftOut.Where(one => !one.StopsPublishing);
}
