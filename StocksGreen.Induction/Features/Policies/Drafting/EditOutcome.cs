namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>What became of a change.</summary>
public abstract record EditOutcome
{
    /// <param name="What">What was done.</param>
    public sealed record Edited(string What) : EditOutcome;

    /// <summary>The draft was changed meanwhile, in another tab or by someone else; nothing was done.</summary>
    public sealed record Stale : EditOutcome;
}
