using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>What became of a signature.</summary>
public abstract record SignOutcome
{
    public sealed record Signed(AttestationId Id) : SignOutcome;

    /// <summary>The first signature stands; nothing was added.</summary>
    /// <param name="SignedAt">UTC, of the first.</param>
    public sealed record AlreadySigned(AttestationId Id, DateTimeOffset SignedAt) : SignOutcome;

    /// <param name="Refusals">Every reason, in the order of the form.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : SignOutcome;

    /// <summary>There is no such version for this person.</summary>
    public sealed record NotFound : SignOutcome;
}
