using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Policies.Publishing;

/// <summary>What became of a publication.</summary>
public abstract record PublishOutcome
{
    public sealed record Published(VersionId Id) : PublishOutcome;

    /// <summary>The text is that of the version in force, so nothing was published and no one is asked to sign again.</summary>
    public sealed record Unchanged(VersionId Id) : PublishOutcome;

    /// <summary>Another version was published meanwhile, or the draft is no longer there: what was decided was about another text.</summary>
    public sealed record Superseded : PublishOutcome;
}
