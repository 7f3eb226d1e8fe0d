using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>That a person has signed: now, or before.</summary>
public abstract record SignOutcome
{
    public sealed record Signed(AttestationId Id) : SignOutcome;

    /// <summary>The first signature stands; nothing was added.</summary>
    /// <param name="SignedAt">UTC, of the first.</param>
    public sealed record AlreadySigned(AttestationId Id, DateTimeOffset SignedAt) : SignOutcome;
}
