using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Publishing.Drafting;

/// <summary>What became of a mend.</summary>
public abstract record MendOutcome
{
    /// <param name="What">What was done.</param>
    public sealed record Mended(string What) : MendOutcome;

    /// <param name="Refusals">Every reason, in the order of the form.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : MendOutcome;

    /// <summary>The draft was changed meanwhile, in another tab or by somebody else; nothing was done.</summary>
    public sealed record Stale : MendOutcome;

    /// <summary>There is no such draft for this person.</summary>
    public sealed record NotFound : MendOutcome;
}
