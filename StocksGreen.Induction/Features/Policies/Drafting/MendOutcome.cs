namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>What became of a change.</summary>
public abstract record MendOutcome
{
    /// <param name="What">What was done.</param>
    public sealed record Mended(string What) : MendOutcome;

    /// <summary>The draft was changed meanwhile, in another tab or by someone else; nothing was done.</summary>
    public sealed record Stale : MendOutcome;
}
