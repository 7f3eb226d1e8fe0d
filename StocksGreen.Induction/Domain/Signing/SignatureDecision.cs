using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Whether a signature stands.</summary>
public abstract record SignatureDecision
{
    public sealed record Accepted(AttestationFacts Facts) : SignatureDecision;

    /// <param name="Errors">At least one; all of them, in the order of the form.</param>
    public sealed record Refused(IReadOnlyList<ValidationError> Errors) : SignatureDecision;
}
