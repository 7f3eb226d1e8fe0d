using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.Requirements;

/// <summary>What became of an extension.</summary>
public abstract record ExtendOutcome
{
    /// <param name="Count">Signatures that are due later now.</param>
    /// <param name="LeftOut">Those that were not: signed by now, paused, exempt, gone, or due later already.</param>
    public sealed record Extended(int Count, int LeftOut) : ExtendOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : ExtendOutcome;

    /// <summary>The actor may not, or there is nobody to extend for.</summary>
    public sealed record NotFound : ExtendOutcome;
}
